import { readFileSync } from 'node:fs';
import { ENTITY_TYPES, type EntityType, type GazetteerEntry } from '../model/mention.js';
import { NewsError } from '../model/news-error.js';

/** `--user-dict`: a word a line; blank lines and lines that begin with `#` are passed over. */
export function readUserWords(path: string): readonly string[] {
  return linesOf(path, '--user-dict').flatMap(({ text, line }) => {
    const word = text.replaceAll('_', ' ').trim();
    if (word === '' || word.startsWith('#')) return [];
    if (/\t/.test(word)) throw fault(path, line, 'a word a line is wanted, without tabs');
    return [word];
  });
}

/** `--aliases`: alias, tab, name. */
export function readAliases(path: string): readonly (readonly [string, string])[] {
  return linesOf(path, '--aliases').flatMap(({ text, line }) => {
    if (text.trim() === '' || text.startsWith('#')) return [];
    const [alias = '', name = '', ...rest] = text.split('\t').map(cell => cell.trim());
    if (alias === '' || name === '' || rest.length > 0) throw fault(path, line, 'an alias, one tab and a name are wanted');
    return [[alias, name] as const];
  });
}

/** `--gazetteer`: one JSON object a line, `{"name":"…","type":"ORG","aliases":["…"]}`. */
export function readGazetteer(path: string): readonly GazetteerEntry[] {
  return linesOf(path, '--gazetteer').flatMap(({ text, line }) => {
    if (text.trim() === '') return [];
    return [gazetteerEntry(text, path, line)];
  });
}

function gazetteerEntry(text: string, path: string, line: number): GazetteerEntry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault(path, line, 'this is not JSON; {"name":"…","type":"ORG","aliases":[]} is wanted');
  }
  const { name, type, aliases = [] } = (value ?? {}) as Partial<Record<keyof GazetteerEntry, unknown>>;
  if (typeof name !== 'string' || name.trim() === '') throw fault(path, line, '"name" is missing');
  if (!ENTITY_TYPES.includes(type as EntityType)) throw fault(path, line, `"type" is not one of ${ENTITY_TYPES.join(', ')}`);
  if (!Array.isArray(aliases) || !aliases.every(alias => typeof alias === 'string'))
    throw fault(path, line, '"aliases" is not a list of strings');
  return { name, type: type as EntityType, aliases };
}

function linesOf(path: string, flag: string): readonly { text: string; line: number }[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'EIO';
    throw new NewsError(code, `${flag}: ${path} cannot be read (${code})`, { path, cause });
  }
  const text = new TextDecoder().decode(bytes);
  return text.split('\n').map((raw, i) => ({ text: raw.replace(/\r$/, ''), line: i + 1 }));
}

function fault(path: string, line: number, message: string): NewsError {
  return new NewsError('BAD_LINE', `${path}:${line}: ${message}`, { path, line });
}
