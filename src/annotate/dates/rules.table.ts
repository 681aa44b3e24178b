import { compileRows } from './grammar.js';
import { JOIN_RULES, RULES, SPAN_RULES } from './rules/index.js';

export const RULE_TABLE = compileRows(RULES);
export const JOIN_TABLE = compileRows(JOIN_RULES);
export const SPAN_TABLE = compileRows(SPAN_RULES);
