import type { JsonValue, Row } from '../model/report.js';

/** The value of a column: its key may lead into objects with dots, `health.eth`. */
export function valueAt(row: Row, key: string): JsonValue | undefined {
  const own = row[key];
  if (own !== undefined || !key.includes('.')) return own;
  let value: JsonValue | undefined = row;
  for (const part of key.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = (value as Row)[part];
  }
  return value;
}
