import type { Envelope, JsonObject, JsonValue, Outcome } from '../model/report.js';
import { membersText } from './json-text.js';
import type { RenderContext } from './renderer.js';

/** The members that `json` and the summary of `ndjson` share, up to and with `result`, which stays open: `…,"result":{…,"total":41`. */
export function envelopeText(outcome: Outcome, envelope: Envelope, context: RenderContext): string {
  const { schema, command, params, input, partial, warnings } = envelope;
  const head = {
    schema,
    tool: { ...context.tool },
    command,
    params,
    input: { ...input },
    partial,
    warnings: warnings as unknown as JsonValue,
  };
  return `${membersText(head)},"result":{${membersText(resultOf(outcome))}`;
}

/** `result` without its items. */
export function resultOf(outcome: Outcome): JsonObject {
  return { ...outcome.figures, total: outcome.total };
}
