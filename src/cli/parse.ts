import { Command as Commander, CommanderError, Option } from 'commander';
import type { CommandEntry } from '../commands/index.js';
import type { Command, OptionSpec, Options } from '../model/command.js';
import { NewsError } from '../model/news-error.js';
import { SHARED_OPTIONS } from './shared-options.js';

/** A command line, read. */
export interface Invocation {
  readonly options: Options;
  readonly query: string | undefined;
  readonly paths: readonly string[];
}

/** The help was asked for: its text goes to stdout, exit 0. */
export class HelpWanted {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Reads the words after a command's name. @throws NewsError `USAGE`; HelpWanted. */
export function parseCommandLine(command: Command, words: readonly string[]): Invocation {
  let help = '';
  const commander = commanderFor(command).configureOutput({ writeOut: text => (help += text), writeErr: () => {} });
  try {
    commander.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') throw new HelpWanted(help);
    throw usageError(error, command);
  }
  const [query, paths] = command.takesQuery ? [commander.args[0], commander.args.slice(1)] : [undefined, commander.args];
  return { options: valuesOf(command, commander), query, paths };
}

/** The help of one command. */
export function helpOf(command: Command): string {
  return commanderFor(command).helpInformation() + examplesOf(command);
}

/** The help of newscli itself. */
export function programHelp(entries: readonly Omit<CommandEntry, 'load'>[], description: string): string {
  const program = new Commander('newscli')
    .description(description)
    .usage('COMMAND [options] [PATH...]')
    .helpCommand('help [COMMAND]', 'help about a command');
  program.option('-V, --version', 'print the version').helpOption('-h, --help', 'print this help');
  for (const { name, summary, aliases } of entries)
    program
      .command(name)
      .description(summary)
      .aliases([...aliases]);
  const exits = '\nExit codes: 0 fine, 1 nothing found or a gate held, 2 usage or input error, 130 interrupted.\n';
  return program.helpInformation() + exits;
}

/** `unknown command "statz"`, with the nearest name. */
export function unknownCommand(word: string, names: readonly string[]): NewsError {
  if (word.startsWith('-')) {
    return new NewsError('USAGE', `"${word}" stands where a command is wanted.`, { hint: 'options come behind it: newscli stats --json' });
  }
  const near = nearest(word, names);
  const hint = near === undefined ? 'see newscli --help for the commands' : `Did you mean ${near}?`;
  return new NewsError('USAGE', `unknown command "${word}".`, { hint });
}

function commanderFor(command: Command): Commander {
  const commander = new Commander(`newscli ${command.name}`)
    .description(command.description ?? command.summary)
    .exitOverride()
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError(true)
    .allowExcessArguments(true)
    .addHelpText('after', examplesOf(command));
  if (command.takesQuery)
    commander.argument('<QUERY>', 'what to look for: words, "a phrase", AND OR NOT NEAR/n, /regex/, entity: type: date: file: source:');
  commander.argument('[PATH...]', 'files, folders, globs, or - for standard input');
  for (const spec of command.options) commander.addOption(optionOf(spec));
  for (const [heading, specs] of Object.entries(SHARED_OPTIONS)) {
    commander.optionsGroup(`${heading}:`);
    for (const spec of specs)
      if (!command.options.some(({ key }) => key === spec.key)) commander.addOption(optionOf(spec).helpGroup(`${heading}:`));
  }
  return commander;
}

function optionOf({ flags, help, parse }: OptionSpec): Option {
  const option = new Option(flags, help);
  if (parse !== undefined) option.argParser((raw, previous) => parse(raw, previous));
  return option;
}

function valuesOf(command: Command, commander: Commander): Options {
  const raw = commander.opts<Record<string, unknown>>();
  const values: Record<string, unknown> = {};
  const specs = [...Object.values(SHARED_OPTIONS).flat(), ...command.options];
  for (const spec of specs) {
    const option = new Option(spec.flags);
    const given = raw[option.attributeName()];
    const value = option.negate ? given === false : given;
    values[spec.key] = value ?? spec.fallback;
  }
  return values;
}

function examplesOf({ notes, examples }: Command): string {
  const explained = notes === undefined ? '' : `\n${notes}\n`;
  return explained + (examples.length === 0 ? '' : `\nExamples:\n${examples.map(example => `  ${example}\n`).join('')}`);
}

function usageError({ message }: CommanderError, command: Command): NewsError {
  const [first = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const hint = suggestion.replace(/^\((.*)\)$/, '$1') || `see newscli ${command.name} --help for the options`;
  const plain = first.replaceAll("'", '"').replace('missing required argument "QUERY"', 'missing QUERY');
  return new NewsError('USAGE', plain, { hint });
}

function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names.map(name => [editDistance(word, name), name] as const).sort(([a], [b]) => a - b);
  const [distance, name] = ranked[0] ?? [Number.POSITIVE_INFINITY, undefined];
  return distance <= Math.max(2, word.length / 3) ? name : undefined;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(row[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    previous = row;
  }
  return previous[b.length]!;
}
