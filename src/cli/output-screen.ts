import type { Screen } from '../render/index.js';

export type ColourFlag = 'auto' | 'always' | 'never';
type Environment = Readonly<Record<string, string | undefined>>;
type Stream = { readonly isTTY?: boolean; readonly columns?: number };

const USUAL_WIDTH = 80;
const NARROWEST = 20;

/** What results are drawn for. `toFile`: standard output is not where they go. */
export function screenOf(
  stdout: Stream,
  env: Environment,
  flag: ColourFlag,
  { toFile, folder }: { toFile: boolean; folder: string },
): Screen {
  const target = toFile ? {} : stdout;
  const terminal = target.isTTY === true;
  const colour = colourWanted(flag, target, env);
  return { width: screenWidth(target, env), colour, terminal, links: terminal && colour && followsLinks(env), folder };
}

/** The flag wins; else colour is for a terminal that can show it, unless `NO_COLOR` says no. */
export function colourWanted(flag: ColourFlag, stream: Stream, env: Environment): boolean {
  if (flag !== 'auto') return flag === 'always';
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** In columns: `COLUMNS`, else what the terminal says; `Infinity` where there is no terminal. */
export function screenWidth(stream: Stream, env: Environment): number {
  if (stream.isTTY !== true) return Number.POSITIVE_INFINITY;
  const asked = Number(env.COLUMNS);
  const width = Number.isInteger(asked) && asked > 0 ? asked : (stream.columns ?? USUAL_WIDTH);
  return width > 0 ? Math.max(NARROWEST, width) : USUAL_WIDTH;
}

/** Terminals that are known to follow OSC 8 links; others may print them. */
function followsLinks(env: Environment): boolean {
  if (env.TMUX !== undefined || env.TERM?.startsWith('screen')) return false;
  if (env.KITTY_WINDOW_ID !== undefined || env.WT_SESSION !== undefined || env.KONSOLE_VERSION !== undefined) return true;
  if (Number(env.VTE_VERSION) >= 5000) return true;
  return ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper'].includes(env.TERM_PROGRAM ?? '');
}
