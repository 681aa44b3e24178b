import type { View } from '../model/command.js';
import { NewsError } from '../model/news-error.js';
import type { InputFigures, JsonObject, JsonValue } from '../model/report.js';

const OPERATORS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
};

/** A condition of `--fail-if`. */
export interface Gate {
  readonly text: string;
  readonly name: string;
  readonly operator: string;
  readonly limit: number;
}

const INPUT_NAMES: readonly (keyof InputFigures)[] = ['files', 'snippets', 'bytes', 'nonNfc', 'invalidUtf8', 'skipped'];

/** Reads a condition. @throws NewsError `USAGE` when it is malformed or names no figure of the view. */
export function parseGate(text: string, view: View): Gate {
  const [, name = '', operator = '', limit = ''] = /^\s*([A-Za-z0-9_.]+)\s*(<=|>=|==|!=|<|>)\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  if (name === '') {
    throw new NewsError('USAGE', `--fail-if takes 'NAME OP NUMBER' with OP one of ${Object.keys(OPERATORS).join(' ')}, not "${text}"`, {
      hint: "for example --fail-if 'skipped > 0'",
    });
  }
  const names = [...INPUT_NAMES, ...numericNames(view.figures), 'total'];
  if (!names.includes(name)) {
    throw new NewsError('USAGE', `--fail-if: there is no figure "${name}"`, { hint: `the figures are ${[...new Set(names)].join(', ')}` });
  }
  return { text, name, operator, limit: Number(limit) };
}

/** The gates that hold, each with the value that made it so. */
export function gatesThatHold(gates: readonly Gate[], input: InputFigures, result: JsonObject): readonly { gate: Gate; value: number }[] {
  return gates.flatMap(gate => {
    const value = figureOf(gate.name, input, result);
    return value !== undefined && OPERATORS[gate.operator]!(value, gate.limit) ? [{ gate, value }] : [];
  });
}

function figureOf(name: string, input: InputFigures, result: JsonObject): number | undefined {
  if (name in input) return input[name as keyof InputFigures];
  let value: JsonValue | undefined = result;
  for (const key of name.split('.')) {
    value = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject)[key] : undefined;
  }
  return typeof value === 'number' ? value : undefined;
}

/** Dotted names of the integers and numbers among JSON Schema properties. */
function numericNames(properties: JsonObject, prefix = ''): readonly string[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const { type, properties: inner } = schema as { type?: JsonValue; properties?: JsonObject };
    if (inner !== undefined) return numericNames(inner, `${prefix}${key}.`);
    return type === 'integer' || type === 'number' ? [prefix + key] : [];
  });
}
