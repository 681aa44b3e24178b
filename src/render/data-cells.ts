import type { JsonObject, JsonValue, Outcome, Row } from '../model/report.js';
import { resultOf } from './envelope.js';
import { jsonText } from './json-text.js';
import { listItem, nameKey } from './list-text.js';
import type { RenderContext } from './renderer.js';
import { showControls } from './safe-text.js';
import { valueAt } from './value-at.js';

/** The keys of a view's rows, as the header of csv and tsv has them. A view without columns has figures alone. */
export function headerCells(context: RenderContext): readonly string[] {
  const { columns } = context.view;
  return columns.length === 0 ? ['metric', 'value'] : ['record', ...columns.map(column => column.key)];
}

/** The cells of a row in the order of `headerCells`. */
export function rowCells(row: Row, keys: readonly string[], context: RenderContext): DataCell[] {
  return keys.map(key => dataCell(valueAt(row, key), context));
}

/** Figures of a view without columns, flattened to dotted names: `health.eth`, `entities.byType.PER.mentions`. */
export function metricRows(outcome: Outcome, context: RenderContext): DataCell[][] {
  if (context.view.columns.length > 0) return [];
  return flattened(resultOf(outcome), '').map(([name, value]) => [dataCell(name, context), dataCell(value, context)]);
}

export interface DataCell {
  readonly text: string;
  /** A number or a flag, never to be guarded. */
  readonly plain: boolean;
}

function dataCell(value: JsonValue | undefined, context: RenderContext): DataCell {
  if (typeof value === 'number' || typeof value === 'boolean') return { text: jsonText(value), plain: true };
  const text = cellText(value);
  return { text: context.screen.terminal ? showControls(text) : text, plain: false };
}

function cellText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(listItem).join('; ');
  return jsonText(value);
}

function flattened(object: JsonObject, prefix: string): [string, JsonValue][] {
  return Object.entries(object).flatMap(([key, value]): [string, JsonValue][] => {
    if (value === undefined) return [];
    if (Array.isArray(value))
      return value.some(isGroup) ? value.flatMap(item => group(item as JsonObject, `${prefix}${key}.`)) : [[prefix + key, value]];
    if (typeof value === 'object' && value !== null) return flattened(value as JsonObject, `${prefix}${key}.`);
    return [[prefix + key, value]];
  });
}

/** An object of a list that holds more than a name and a number: `byType`. */
function isGroup(item: JsonValue): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    !Array.isArray(item) &&
    Object.keys(item).length > 2 &&
    nameKey(item as JsonObject) !== undefined
  );
}

function group(item: JsonObject, prefix: string): [string, JsonValue][] {
  const name = nameKey(item)!;
  const { [name]: label, ...rest } = item;
  return flattened(rest, `${prefix}${label}.`);
}
