import { type CutQuery, cutQuery, type QueryTools } from '../compile.js';
import { HitKernel } from '../hits/kernel.js';
import type { QueryNode, QueryOptions } from '../query.js';
import { compilePattern } from '../regex.js';
import { RegexAutomaton } from '../regex-automaton.js';
import { type SpellingTest, spellingTest } from '../spelling.js';
import { byteLetters } from './byte-spellings.js';
import { WordCounter } from './counter.js';
import { type ByteFilter, WordFilter } from './filter.js';
import { type AnyOf, type FilterTerm, WordFinder } from './finder.js';
import { createKernel, type Kernel } from './kernel.js';
import { RegexFilter } from './regex-filter.js';
import { requiredLiteral } from './regex-literal.js';
import { TermTrie } from './trie.js';
import { WordWindow } from './word-window.js';

/** A filter over bytes for the first pass (`prepareQuery` comes before it); `undefined` for a query that any line may match as far as bytes tell. */
export function compileByteFilter(
  node: QueryNode,
  options: QueryOptions,
  tools: QueryTools,
  kernel: Kernel = createKernel(),
): ByteFilter | undefined {
  const cut = cutQuery(node, options, tools.lexicon);
  const alternatives = neededWords(cut, options);
  const words = alternatives.length === 0 ? undefined : new WordFilter(new WordFinder(alternatives, kernel));
  const pattern = neededPattern(cut);
  const automaton = pattern && RegexAutomaton.of(compilePattern(pattern.source, pattern.column, options.caseSensitive));
  return automaton === undefined ? words : new RegexFilter(automaton, words);
}

/** What counts the hits of a query by bytes, where these can tell; `undefined` for a query of more than words. */
export function compileByteCounter(
  node: QueryNode,
  options: QueryOptions,
  { lexicon, stretches }: QueryTools,
  kernel: Kernel = createKernel(),
): WordCounter | undefined {
  if (stretches === undefined || options.substring || options.syllable) return undefined;
  const cut = cutQuery(node, options, lexicon);
  const terms: FilterTerm[] = [];
  for (const operand of cut.kind === 'or' ? cut.operands : [cut]) {
    if (operand.kind !== 'term' || operand.form === 'prefix') return undefined;
    const term = filterTerm(operand.pieces, spellingTest(operand.pieces, options.caseSensitive), WHOLE_WORD);
    if (term === undefined) return undefined;
    terms.push(term);
  }
  const trie = TermTrie.of(terms);
  if (trie === undefined) return undefined;
  return new WordCounter(terms, trie, kernel, new WordWindow(stretches), HitKernel.of(kernel, stretches, trie, terms[0]!.pattern));
}

const WHOLE_WORD = { startsWord: true, endsWord: true };

/** A pattern that every snippet that matches has. */
function neededPattern(cut: CutQuery): (CutQuery & { kind: 'regex' }) | undefined {
  switch (cut.kind) {
    case 'regex':
      return cut;
    case 'and':
      return cut.operands.map(neededPattern).find(pattern => pattern !== undefined);
    case 'near':
      return neededPattern(cut.left) ?? neededPattern(cut.right);
    default:
      return undefined;
  }
}

/** Lists of words; a snippet that matches has a word of each list. */
function neededWords(cut: CutQuery, options: QueryOptions): AnyOf[] {
  switch (cut.kind) {
    case 'term': {
      // Of what folds almost every spelling counts: to look at it here would cost more than it spares.
      const anySpelling = cut.pieces.every(piece => piece.folds) && !options.caseSensitive;
      const term = filterTerm(cut.pieces, anySpelling ? undefined : spellingTest(cut.pieces, options.caseSensitive), {
        startsWord: !options.substring,
        endsWord: !options.substring && cut.form !== 'prefix',
      });
      return term === undefined ? [] : [[term]];
    }
    case 'regex': {
      const text = requiredLiteral(cut.source);
      const term = text === undefined ? undefined : filterTerm([{ text, folds: false }], undefined, { startsWord: false, endsWord: false });
      return term === undefined ? [] : [[term]];
    }
    case 'and':
      return cut.operands.flatMap(operand => neededWords(operand, options));
    case 'near':
      return [...neededWords(cut.left, options), ...neededWords(cut.right, options)];
    case 'or': {
      const choices = cut.operands.map(operand => longest(neededWords(operand, options)));
      return choices.every(choice => choice !== undefined) ? [choices.flat()] : [];
    }
    default:
      return [];
  }
}

function filterTerm(
  pieces: readonly { readonly text: string; readonly folds: boolean }[],
  spells: SpellingTest | undefined,
  borders: { readonly startsWord: boolean; readonly endsWord: boolean },
): FilterTerm | undefined {
  const letters = byteLetters(pieces);
  if (letters === undefined || letters.length === 0) return undefined;
  return { letters, pattern: Uint16Array.from(letters, letter => letter.unit), spells, ...borders };
}

/** The list whose shortest word is longest: likely the rarest. */
function longest(lists: readonly AnyOf[]): AnyOf | undefined {
  const shortest = (list: AnyOf): number => Math.min(...list.map(term => term.letters.length));
  return lists.reduce<AnyOf | undefined>((best, list) => (best === undefined || shortest(list) > shortest(best) ? list : best), undefined);
}
