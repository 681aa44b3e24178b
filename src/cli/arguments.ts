import type { Command, OptionSpec, Options } from '../model/command.js';
import { SHARED_OPTIONS } from './shared-options.js';

/** A command line, read. */
export interface Invocation {
  readonly options: Options;
  readonly query: string | undefined;
  readonly paths: readonly string[];
}

/**
 * Reads the words after a command's name where they are in order and written as most write them: `--name value`, `--name=value`,
 * `-n value`. `undefined` leaves all else to commander (`parse.ts`), which reads the same, knows more forms, helps and says what is
 * wrong, but takes longer to load than these words to read.
 * @throws NewsError `USAGE` for a value that an option does not take.
 */
export function readArguments(command: Command, words: readonly string[]): Invocation | undefined {
  const specs = new Map(optionsOf(command).flatMap(spec => namesOf(spec).map(name => [name, spec] as const)));
  const values = new Map<OptionSpec, unknown>();
  const operands: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '-' || !word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    const [name = '', joined] = word.startsWith('--') ? halves(word) : [word];
    const spec = specs.get(name);
    if (spec === undefined) return undefined;
    const raw = takesValue(spec) ? (joined ?? words[++i]) : joined === undefined;
    if (raw === undefined || raw === false) return undefined;
    values.set(spec, spec.parse === undefined || raw === true ? raw : spec.parse(raw, values.get(spec)));
  }
  if (command.takesQuery && operands.length === 0) return undefined;
  const options = Object.fromEntries([...new Set(specs.values())].map(spec => [spec.key, values.get(spec) ?? spec.fallback]));
  const [query, paths] = command.takesQuery ? [operands[0], operands.slice(1)] : [undefined, operands];
  return { options, query, paths };
}

/** The options of a command: its own, and those shared ones that it has no other of. */
export function optionsOf({ options }: Command): readonly OptionSpec[] {
  const shared = Object.values(SHARED_OPTIONS).flat();
  return [...shared.filter(({ key }) => !options.some(own => own.key === key)), ...options];
}

/** `-f, --format <format>`: `-f` and `--format`. */
function namesOf({ flags }: OptionSpec): readonly string[] {
  return flags.split(/[ ,]+/).filter(part => part.startsWith('-'));
}

function takesValue({ flags }: OptionSpec): boolean {
  return flags.includes('<');
}

function halves(word: string): readonly [name: string, value?: string] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}
