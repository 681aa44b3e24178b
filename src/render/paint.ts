import type { EntityType } from '../model/mention.js';

type Brush = (text: string) => string;

/** How things stand out. Without colour every brush leaves the text as it is. */
export interface Paint {
  readonly on: boolean;
  readonly dim: Brush;
  readonly strong: Brush;
  readonly match: Brush;
  readonly path: Brush;
  readonly line: Brush;
  readonly bar: Brush;
  readonly types: Readonly<Record<EntityType, Brush>>;
}

const same: Brush = text => text;

const plain: Paint = {
  on: false,
  dim: same,
  strong: same,
  match: same,
  path: same,
  line: same,
  bar: same,
  types: { PER: same, LOC: same, ORG: same, MISC: same },
};

let colourful: Paint | undefined;

/** The paint of a screen; without `preparePaint(true)` before, there is only the plain one. */
export function paintFor(colour: boolean): Paint {
  return colour && colourful !== undefined ? colourful : plain;
}

/** Loads chalk when there will be colour. Whether there is, is decided before: chalk's own detection is not asked. */
export async function preparePaint(colour: boolean): Promise<void> {
  if (!colour || colourful !== undefined) return;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  colourful = {
    on: true,
    dim: chalk.dim,
    strong: chalk.bold,
    match: chalk.bold.red,
    path: chalk.magenta,
    line: chalk.green,
    bar: chalk.cyan,
    types: { PER: chalk.cyan, LOC: chalk.green, ORG: chalk.magenta, MISC: chalk.blueBright },
  };
}
