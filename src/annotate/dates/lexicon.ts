import { COMPOUNDS } from './compounds.js';
import { VALUES, WORDS } from './date-words.js';
import { type HashedWords, hashedWords } from './hash-table.js';
import { KIND, type KindName } from './lexeme.js';
import { beginsNumber, type Numerals, numeralsOf } from './number-words.js';
import { wordsOf } from './word-list.js';

/** The words that the lexer knows, as plain data. */
export interface Lexicon {
  /** The id of each known syllable, from 1 on; two spellings of one syllable have one id. */
  readonly syllables: HashedWords;
  /** By syllable: 1 where it makes a text worth reading; other bits for the parts of pairs that do, two bits a pair. */
  readonly hint: Int32Array;
  readonly numerals: Numerals;
  /** By syllable: the kind of a word that no other word begins with; otherwise one of `WORDS_OF`. */
  readonly wordKind: Int16Array;
  /** By syllable: 1 for a unit of time, which a number may be written onto (`18h30`). */
  readonly isMark: Uint8Array;
  /** The tree of words. By syllable: the node of words that begin with it, 0 without any. */
  readonly root: Uint16Array;
  /** By node: the kind and the value of the word that ends there; `NO_WORD` where none does. */
  readonly kind: Uint8Array;
  readonly value: Int16Array;
  /** By node, and one more: where its edges begin. An edge is a syllable and the node that it leads to. */
  readonly firstEdge: Uint16Array;
  readonly edgeSyllable: Uint16Array;
  readonly edgeNode: Uint16Array;
}

/** The kind of a node that no word ends at. */
export const NO_WORD = 255;

/** What `wordKind` says of syllables that begin several words, or a number, and of those that are no word by themselves. */
export const WORDS_OF = { Many: -1, None: -2 } as const;

/** A text without one of these syllables and without a digit holds no date. */
const TRIGGERS =
  'giây phút giờ tiếng ngày hôm bữa tuần tháng quý quí năm thập kỷ kỉ mùa xuân hè đông thứ sáng trưa chiều tối đêm khuya rạng nay mốt bây sắp mùng mồng rằm giêng chạp ' +
  'tết thừa giáng noel khánh valentine halloween ngọ giỗ vu đản táo';
/** Or a pair of these. */
const TRIGGER_PAIRS = 'chủ nhật, chúa nhật, hiện tại, mới đây, gần đây, giờ đây, gian qua, gian tới, trung thu, tiêu nguyên, bình minh';

type Tree = Pick<Lexicon, 'root' | 'kind' | 'value' | 'firstEdge' | 'edgeSyllable' | 'edgeNode'>;

interface Node {
  kind: number;
  value: number;
  readonly next: Map<number, Node>;
}

/** Where two kinds claim a word, the first in `WORDS` has it. */
export function compileLexicon(): Lexicon {
  const ids = new Map<string, number>();
  const roots: (Node | undefined)[] = [undefined];
  const idOf = (syllable: string): number => {
    const known = ids.get(syllable);
    if (known !== undefined) return known;
    const id = roots.push(undefined) - 1;
    ids.set(syllable, id);
    ids.set(otherPlacement(syllable), id);
    return id;
  };
  const nodeOf = (word: string): Node => {
    const [first, ...rest] = word.split(' ').map(idOf) as [number, ...number[]];
    roots[first] ??= newNode();
    let node = roots[first];
    for (const id of rest) {
      const deeper = node.next.get(id) ?? newNode();
      node.next.set(id, deeper);
      node = deeper;
    }
    return node;
  };
  for (const [kind, list] of Object.entries(WORDS) as [KindName, string][]) {
    for (const item of wordsOf(list)) {
      const [word, value] = item.split('=') as [string, string | undefined];
      const node = nodeOf(word);
      if (node.kind !== NO_WORD) continue;
      node.kind = KIND[kind];
      node.value = value === undefined ? (VALUES[kind] ?? 0) : Number(value);
    }
  }
  for (const compound of wordsOf(COMPOUNDS)) {
    const node = nodeOf(compound);
    if (node.kind === NO_WORD) node.kind = KIND.Other;
  }
  const numerals = numeralsOf(ids, roots.length);
  const tree = columnsOf(roots);
  return { syllables: hashedWords(ids), hint: hintsOf(ids, roots.length), numerals, ...wordsBySyllable(tree, numerals), ...tree };
}

function wordsBySyllable({ root, kind, firstEdge }: Tree, numerals: Numerals): Pick<Lexicon, 'wordKind' | 'isMark'> {
  return {
    wordKind: Int16Array.from(root, (node, id) => {
      if (beginsNumber(numerals, id) || firstEdge[node] !== firstEdge[node + 1]) return WORDS_OF.Many;
      return kind[node] === NO_WORD ? WORDS_OF.None : kind[node]!;
    }),
    isMark: Uint8Array.from(root, node => (kind[node]! >= KIND.SecondWord && kind[node]! <= KIND.MinuteMark ? 1 : 0)),
  };
}

function newNode(): Node {
  return { kind: NO_WORD, value: 0, next: new Map() };
}

function hintsOf(ids: ReadonlyMap<string, number>, size: number): Int32Array {
  const hint = new Int32Array(size);
  for (const syllable of TRIGGERS.split(' ')) hint[ids.get(syllable) ?? 0] = 1;
  wordsOf(TRIGGER_PAIRS).forEach((pair, i) => {
    pair.split(' ').forEach((syllable, j) => {
      const id = ids.get(syllable) ?? 0;
      hint[id] = hint[id]! | (1 << (1 + 2 * i + j));
    });
  });
  hint[0] = 0;
  return hint;
}

/** The tree, breadth first. */
function columnsOf(roots: readonly (Node | undefined)[]): Tree {
  const nodes: Node[] = [newNode()];
  const root = Uint16Array.from(roots, node => (node === undefined ? 0 : nodes.push(node) - 1));
  const firstEdge: number[] = [];
  const edgeSyllable: number[] = [];
  const edgeNode: number[] = [];
  for (const node of nodes) {
    firstEdge.push(edgeNode.length);
    for (const [syllable, deeper] of node.next) {
      edgeSyllable.push(syllable);
      edgeNode.push(nodes.push(deeper) - 1);
    }
  }
  return {
    root,
    kind: Uint8Array.from(nodes, node => node.kind),
    value: Int16Array.from(nodes, node => node.value),
    firstEdge: Uint16Array.from([...firstEdge, edgeNode.length]),
    edgeSyllable: Uint16Array.from(edgeSyllable),
    edgeNode: Uint16Array.from(edgeNode),
  };
}

const PLACEMENTS = 'òa oà óa oá ỏa oả õa oã ọa oạ òe oè óe oé ỏe oẻ õe oẽ ọe oẹ ùy uỳ úy uý ủy uỷ ũy uỹ ụy uỵ'.split(' ');

/** The syllable with its tone mark on the other vowel: `hòa` for `hoà`; itself where there is one placement. */
function otherPlacement(syllable: string): string {
  const at = PLACEMENTS.findIndex(pair => syllable.endsWith(pair));
  return at < 0 ? syllable : syllable.slice(0, -2) + PLACEMENTS[at ^ 1];
}
