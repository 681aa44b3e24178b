/** One word of the query as it was typed; `column` counts characters from 1. */
export interface TypedWord {
  readonly text: string;
  readonly column: number;
}

export const QUERY_FIELDS = ['file', 'source', 'entity', 'type', 'date'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** A query as it was typed. `words` stand side by side; they are cut into words of the language when the query is compiled. */
export type QueryNode =
  | {
      readonly kind: 'words';
      readonly words: readonly TypedWord[] /** In parentheses: what is around takes them all. */;
      readonly grouped?: true;
    }
  | { readonly kind: 'phrase'; readonly text: string; readonly column: number }
  | { readonly kind: 'prefix'; readonly text: string; readonly column: number }
  | { readonly kind: 'regex'; readonly source: string; readonly column: number }
  | { readonly kind: 'field'; readonly field: QueryField; readonly value: string; readonly column: number }
  | { readonly kind: 'not'; readonly operand: QueryNode }
  /** `operands[i]` and `operands[i + 1]` stand at most `distances[i]` words apart. */
  | { readonly kind: 'near'; readonly operands: readonly QueryNode[]; readonly distances: readonly number[] }
  | { readonly kind: 'and'; readonly operands: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly operands: readonly QueryNode[] };

export interface QueryOptions {
  readonly match: 'smart' | 'exact' | 'fold';
  readonly caseSensitive: boolean;
  /** Borders are those of syllables, not of words. */
  readonly syllable: boolean;
  /** No borders at all. */
  readonly substring: boolean;
}
