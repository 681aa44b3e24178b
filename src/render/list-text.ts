import type { JsonObject, JsonValue } from '../model/report.js';
import { jsonText } from './json-text.js';

/** `Rutte (2)`: the first text of an item and, in brackets, its count or type. */
export function listItem(item: JsonValue): string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return typeof item === 'string' ? item : jsonText(item);
  const object = item as JsonObject;
  const name = nameKey(object);
  if (name === undefined) return typeof object.start === 'number' ? `${object.start}-${object.end}` : jsonText(object);
  const count = countKey(object, name);
  return count === undefined ? `${object[name]}` : `${object[name]} (${jsonText(object[count])})`;
}

/** The key of the text that an item is known by. */
export function nameKey(item: JsonObject): string | undefined {
  if (typeof item.text === 'string') return 'text';
  return Object.keys(item).find(key => typeof item[key] === 'string');
}

/** Offsets are not what a reader of a cell counts. */
function countKey(item: JsonObject, name: string): string | undefined {
  if (item.count !== undefined) return 'count';
  if (item.start !== undefined) return typeof item.type === 'string' && name !== 'type' ? 'type' : undefined;
  return Object.keys(item).find(key => typeof item[key] === 'number');
}
