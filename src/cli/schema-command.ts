import { COMMANDS, type CommandEntry } from '../commands/index.js';
import { NewsError } from '../model/news-error.js';
import type { JsonObject } from '../model/report.js';
import { unknownCommand } from './parse.js';
import { schemaOf } from './schema.js';

/** With a command: the schema that its json obeys, whatever its options. Without: the schemas of all views, by id. */
export async function schemaText(names: readonly string[]): Promise<string> {
  const [name, ...rest] = names;
  if (rest.length > 0 || name?.startsWith('-')) {
    throw new NewsError('USAGE', 'schema takes one command, or none for all', { hint: 'for example newscli schema entities' });
  }
  const document =
    name === undefined ? Object.fromEntries((await Promise.all(COMMANDS.map(schemasOf))).flat()) : await schemaOfCommand(name);
  return `${JSON.stringify(document, null, 2)}\n`;
}

async function schemaOfCommand(name: string): Promise<JsonObject> {
  const entry = COMMANDS.find(command => command.name === name || command.aliases.includes(name));
  if (entry === undefined) {
    throw unknownCommand(
      name,
      COMMANDS.map(command => command.name),
    );
  }
  const schemas = (await schemasOf(entry)).map(([, schema]) => schema);
  if (schemas.length === 1) return schemas[0]!;
  const { $schema } = schemas[0]!;
  return { ...($schema !== undefined && { $schema }), title: `newscli ${entry.name}`, oneOf: schemas.map(withoutDialect) };
}

async function schemasOf(entry: CommandEntry): Promise<[string, JsonObject][]> {
  const { views } = await entry.load();
  return views.filter(({ formats }) => formats.includes('json')).map(view => [`newscli.${view.id}`, schemaOf(view)]);
}

function withoutDialect({ $schema, ...schema }: JsonObject): JsonObject {
  return schema;
}
