import type { OptionSpec } from '../model/command.js';
import { NewsError } from '../model/news-error.js';

/** An option that is there or not. */
export function toggle(key: string, flags: string, help: string): OptionSpec {
  return { key, flags, help, inParams: true, fallback: false };
}

/** A whole number of at least `least`. */
export function count(
  key: string,
  flags: string,
  help: string,
  { least = 0, fallback }: { least?: number; fallback?: number } = {},
): OptionSpec {
  return {
    key,
    flags,
    help,
    inParams: true,
    ...(fallback !== undefined && { fallback }),
    parse: raw => {
      const value = /^\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN;
      if (!(value >= least)) throw usage(flags, `a whole number of at least ${least}`, raw);
      return value;
    },
  };
}

/** One word of a closed list. */
export function choice(key: string, flags: string, help: string, choices: readonly string[], fallback?: string): OptionSpec {
  return {
    key,
    flags,
    help: `${help}: ${choices.join(', ')}`,
    choices,
    inParams: true,
    ...(fallback !== undefined && { fallback }),
    parse: raw => {
      if (!choices.includes(raw)) throw usage(flags, `one of ${choices.join(', ')}`, raw);
      return raw;
    },
  };
}

/** Words of a closed list, apart by commas; in the order of the list, each once. */
export function choiceList(
  key: string,
  flags: string,
  help: string,
  choices: readonly string[],
  normalize = (word: string) => word,
): OptionSpec {
  return {
    key,
    flags,
    help: `${help}: ${choices.join(', ')}`,
    choices,
    inParams: true,
    parse: raw => {
      const words = raw.split(',').map(word => normalize(word.trim()));
      const unknown = words.find(word => !choices.includes(word));
      if (unknown !== undefined) throw usage(flags, `a list of ${choices.join(', ')}`, unknown);
      return choices.filter(word => words.includes(word));
    },
  };
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function day(key: string, flags: string, help: string, also: readonly string[] = []): OptionSpec {
  return {
    key,
    flags,
    help,
    inParams: true,
    parse: raw => {
      if (!also.includes(raw) && !isCalendarDay(raw)) throw usage(flags, ['a day as YYYY-MM-DD', ...also].join(' or '), raw);
      return raw;
    },
  };
}

function isCalendarDay(raw: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(raw) ? Date.parse(`${raw}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(raw);
}

function usage(flags: string, expected: string, got: string): NewsError {
  const flag = flags.match(/--[a-z0-9-]+/)?.[0] ?? flags;
  return new NewsError('USAGE', `${flag} takes ${expected}, not "${got}"`);
}
