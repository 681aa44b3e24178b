import type { View } from '../model/command.js';
import type { Column, JsonObject, ValueKind } from '../model/report.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const whole = { type: 'integer', minimum: 0 };
const text = { type: 'string' };

/** The JSON Schema of what a view prints as `json`: the envelope, its figures, its items. No other keys are allowed. */
export function schemaOf(view: View): JsonObject {
  const id = `newscli.${view.id}`;
  return {
    $schema: DIALECT,
    $id: id,
    title: `newscli ${view.id}`,
    ...closedObject({
      schema: { const: id },
      tool: closedObject({ name: { const: 'newscli' }, version: text }),
      command: text,
      params: { type: 'object', description: 'the options that change the data, with their effective values' },
      input: closedObject({ files: whole, snippets: whole, bytes: whole, nonNfc: whole, invalidUtf8: whole, skipped: whole }),
      partial: { type: 'boolean', description: 'something of the input could not be read' },
      warnings: { type: 'array', items: closedObject({ code: text, message: text, path: text, line: whole }, ['code', 'message']) },
      result: closedObject({
        ...view.figures,
        total: { ...whole, description: 'items before --top, after the filters' },
        items: { type: 'array', items: itemSchema(view) },
      }),
    }),
  };
}

/** A view without columns has figures alone: it lists nothing. */
function itemSchema({ record, columns }: View): JsonObject | false {
  if (columns.length === 0) return false;
  return rowSchema([{ key: 'record', kind: 'text', schema: { const: record } }, ...columns]);
}

/** Columns whose keys lead into an object with dots are its members. */
function rowSchema(columns: readonly Column[]): JsonObject {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const [first = '', ...rest] = column.key.split('.');
    const members = groups.get(first) ?? [];
    groups.set(first, rest.length === 0 ? members : [...members, { ...column, key: rest.join('.') }]);
  }
  const plain = new Map(columns.map(column => [column.key, column]));
  const properties = [...groups].map(([key, members]) => [key, members.length > 0 ? rowSchema(members) : valueSchema(plain.get(key)!)]);
  const required = [...groups].filter(([key, members]) => members.length > 0 || !plain.get(key)!.optional).map(([key]) => key);
  return closedObject(Object.fromEntries(properties), required);
}

function valueSchema({ kind, nullable, schema }: Column): JsonObject {
  const own = schema ?? SCHEMAS[kind];
  if (!nullable) return own;
  return typeof own.type === 'string' && own.enum === undefined && own.const === undefined
    ? { ...own, type: [own.type, 'null'] }
    : { anyOf: [own, { type: 'null' }] };
}

const SCHEMAS: Readonly<Record<ValueKind, JsonObject>> = {
  text,
  count: whole,
  number: { type: 'number' },
  ratio: { type: 'number', minimum: 0, maximum: 1 },
  position: whole,
  flag: { type: 'boolean' },
  list: { type: 'array' },
};

function closedObject(properties: JsonObject, required: readonly string[] = Object.keys(properties)): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}
