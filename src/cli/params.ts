import type { Command, Options } from '../model/command.js';
import type { JsonObject, JsonValue } from '../model/report.js';
import { SHARED_OPTIONS } from './shared-options.js';

/** `params`: the options that change the data, by long name, in the order of the help; what is unset or off is left out. */
export function paramsOf(command: Command, options: Options, query: string | undefined, parsed: string | undefined): JsonObject {
  const specs = [...command.options, ...Object.values(SHARED_OPTIONS).flat()];
  const params: Record<string, JsonValue> = {};
  if (query !== undefined) params.query = query;
  if (parsed !== undefined) params.parsed = parsed;
  for (const { key, inParams } of specs) {
    const value = options[key];
    if (inParams && value !== undefined && value !== false) params[key] = value as JsonValue;
  }
  return params;
}
