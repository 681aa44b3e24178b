import { choice, count, day, toggle } from '../commands/options.js';
import { FORMATS, type OptionSpec } from '../model/command.js';
import { NewsError } from '../model/news-error.js';

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni', 'viscii'] as const;

/** Options of every command that reads snippets, by the heading they stand under in the help. */
export const SHARED_OPTIONS: Readonly<Record<string, readonly OptionSpec[]>> = {
  'Output options': [
    unseen(choice('format', '-f, --format <format>', 'how to print', FORMATS.slice(0, 6))),
    unseen(toggle('json', '--json', 'the same as --format json')),
    unseen(text('output', '-o, --output <file>', 'write to a file, whole or not at all; - for standard output')),
    count('top', '--top <n>', 'how many rows to print; 0 for all'),
    unseen(choice('color', '--color <when>', 'colours on the screen', ['auto', 'always', 'never'], 'auto')),
    unseen(toggle('quiet', '--quiet', 'no warnings, no progress')),
    unseen(toggle('noSummary', '--no-summary', 'ndjson without its last line')),
    unseen(toggle('noGuard', '--no-guard', 'csv cells that a spreadsheet would run stay as they are')),
    unseen(toggle('debug', '--debug', 'stack traces')),
  ],
  'Input options': [
    choice('inputFormat', '--input-format <format>', 'what the files are, whatever their names', ['txt', 'jsonl', 'json', 'csv', 'tsv']),
    text('textField', '--text-field <name>', 'the field that holds the text (text)'),
    text('idField', '--id-field <name>', 'the field that holds the id (id)'),
    text('dateField', '--date-field <name>', 'the field that holds the date (date)'),
    choice('encoding', '--encoding <name>', 'encoding of the files', ENCODINGS),
    toggle('strict', '--strict', 'invalid UTF-8 is an error'),
    { key: 'maxLine', flags: '--max-line <size>', help: 'longest record, in bytes or as 64M (64M)', inParams: true, parse: byteSize },
    unseen(text('files0From', '--files0-from <file>', 'read NUL-separated paths from a file, or - for standard input')),
    unseen(toggle('allowNoFiles', '--allow-no-files', 'an empty result when no file matches')),
    unseen(count('allowSkipped', '--allow-skipped <n>', 'exit 0 with at most this many records left out')),
    unseen(count('jobs', '--jobs <n>', 'threads (what measures best)', { least: 1 })),
  ],
  'Analysis options': [
    text('where', '--where <query>', 'keep only the snippets that a query hits'),
    day('refDate', '--ref-date <day>', 'the day from which dates are read, YYYY-MM-DD or none', ['none']),
    text('userDict', '--user-dict <file>', 'words that always hold together, one a line'),
    text('gazetteer', '--gazetteer <file>', 'names that win: jsonl of name, type, aliases'),
    text('aliases', '--aliases <file>', 'who is who: alias, tab, name'),
    {
      key: 'failIf',
      flags: '--fail-if <condition>',
      help: "exit 1 when a figure is so: 'duplicates > 0' (may be repeated)",
      inParams: false,
      parse: (raw, previous) => [...((previous as string[] | undefined) ?? []), raw],
    },
  ],
};

function text(key: string, flags: string, help: string): OptionSpec {
  return { key, flags, help, inParams: true };
}

/** It changes how the result is printed or computed, not what it says. */
function unseen(option: OptionSpec): OptionSpec {
  return { ...option, inParams: false };
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1 << 10, M: 1 << 20, G: 1 << 30 };

function byteSize(raw: string): number {
  const [, digits, unit] = /^(\d{1,12})([KMG]?)i?B?$/i.exec(raw) ?? [];
  const bytes = Number(digits) * (UNITS[(unit ?? '').toUpperCase()] ?? Number.NaN);
  if (!(bytes >= 1)) throw new NewsError('USAGE', `--max-line takes a size such as 1000000, 64M or 1G, not "${raw}"`);
  return bytes;
}
