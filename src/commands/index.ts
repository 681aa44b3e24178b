import type { Command } from '../model/command.js';

/** A subcommand by name; its code is loaded when it runs. */
export interface CommandEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** The registry, in the order of the help. A new subcommand is one file and one line here. */
export const COMMANDS: readonly CommandEntry[] = [
  entry('stats', 'what is in this corpus: size, words, names, dates, health', async () => (await import('./stats/index.js')).stats),
  entry('entities', 'who and where: names with their aliases, counted', async () => (await import('./entities.js')).entities),
  entry('dates', 'when: every time expression with its value', async () => (await import('./dates.js')).dates),
  entry('search', 'where does it say so: words, phrases, names, dates', async () => (await import('./search.js')).search),
  entry('concordance', 'a keyword in its context, columns aligned', async () => (await import('./concordance.js')).concordance, ['kwic']),
  entry('tokenize', 'cut text into words, as the Vietnamese treebank does', async () => (await import('./tokenize.js')).tokenize),
  entry('annotate', 'everything about each snippet as ndjson', async () => (await import('./annotate.js')).annotate),
];

function entry(name: string, summary: string, load: () => Promise<Command>, aliases: readonly string[] = []): CommandEntry {
  return { name, aliases, summary, load };
}
