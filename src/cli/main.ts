import { readFileSync } from 'node:fs';
import { COMMANDS } from '../commands/index.js';
import { NewsError } from '../model/news-error.js';
import { type Host, say } from './host.js';

const DESCRIPTION = 'Vietnamese news text: words, names, dates and search, as tables or JSON.';

/** Runs newscli in `host`; `home` is the package's own folder. The exit code is left in `host.exitCode`, so that what was written drains. */
export async function main(host: Host, home: URL): Promise<void> {
  const words = host.argv.slice(2);
  try {
    host.exitCode = await dispatch(words, host, home);
  } catch (error) {
    host.exitCode = 2;
    say(host, await explain(error, words));
  }
}

async function dispatch(words: readonly string[], host: Host, home: URL): Promise<number> {
  const [name, ...rest] = words;
  if (name === '--version' || name === '-V') return print(host, `${version(home)}\n`);
  const { HelpWanted, helpOf, parseCommandLine, programHelp, unknownCommand } = await import('./parse.js');
  if (name === undefined) {
    say(host, programHelp(listed(), DESCRIPTION));
    return 2;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) return print(host, programHelp(listed(), DESCRIPTION));
  if (name === 'schema') return print(host, await (await import('./schema-command.js')).schemaText(rest));
  if (name === 'train') return (await import('./train.js')).train(rest, host);
  const wanted = name === 'help' ? rest[0]! : name;
  const entry = COMMANDS.find(command => command.name === wanted || command.aliases.includes(wanted));
  if (entry === undefined) throw unknownCommand(wanted, [...listed().flatMap(command => [command.name, ...command.aliases]), 'help']);
  const command = await entry.load();
  if (name === 'help') return print(host, helpOf(command));
  try {
    const invocation = parseCommandLine(command, rest);
    const { execute } = await import('./execute.js');
    return await execute(command, invocation, {
      host,
      data: new URL('dist/data/', home),
      worker: new URL('dist/worker.js', home),
      version: version(home),
    });
  } catch (error) {
    if (error instanceof HelpWanted) return print(host, error.text);
    throw error;
  }
}

/** The commands of the help: those of the registry, and those that read no snippets. */
function listed() {
  return [
    ...COMMANDS,
    { name: 'schema', aliases: [], summary: 'the JSON Schema of what a command prints' },
    { name: 'train', aliases: [], summary: 'make the models from labelled files' },
  ];
}

/** A reader may go away and a device be full here too. */
async function print(host: Host, text: string): Promise<number> {
  const output = await (await import('./output.js')).openOutput(undefined, host);
  await output.write(text);
  await output.close();
  return 0;
}

function version(home: URL): string {
  return (JSON.parse(readFileSync(new URL('package.json', home), 'utf8')) as { version: string }).version;
}

/** One line for the user; the stack only with `--debug`. */
async function explain(error: unknown, words: readonly string[]): Promise<string> {
  const { renderError } = await import('../render/index.js');
  const known =
    error instanceof NewsError
      ? error
      : new NewsError('INTERNAL', String((error as Error)?.message ?? error), { hint: '--debug shows where' });
  const stack = words.includes('--debug') && error instanceof Error ? `${error.stack}\n` : '';
  return renderError(known, await printsJson(words)) + stack;
}

/** Whether the output was to be JSON, as far as words tell that may be at fault: what was asked for, or what the command prints unless told. */
async function printsJson([name, ...words]: readonly string[]): Promise<boolean> {
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  if (options.includes('--json')) return true;
  const at = options.findLastIndex(word => FORMAT.test(word));
  const asked = at < 0 ? undefined : (FORMAT.exec(options[at]!)?.groups?.value ?? options[at + 1]);
  const command = asked === undefined ? await COMMANDS.find(entry => entry.name === name)?.load() : undefined;
  const format = asked ?? command?.views.find(({ when }) => when({}))?.formats[0];
  return format === 'json' || format === 'ndjson';
}

/** The option, and its value where that is one word with it. */
const FORMAT = /^(?:--format(?:=|$)|-f)(?<value>.+)?$/;
