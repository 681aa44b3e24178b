import type { Analysis, Matcher } from '../model/analysis.js';
import type { DateMention, DateReference } from '../model/date-mention.js';
import type { Doc, Hit, Identity, Layer } from '../model/doc.js';
import type { Mention } from '../model/mention.js';
import type { NormalText } from '../model/normal-text.js';
import type { CodeSpan, Snippet } from '../model/snippet.js';
import type { Span } from '../model/span.js';
import { createSentences, createTokens, type Sentences, type Tokens, type Vocabulary } from '../model/tokens.js';
import { CodeBuffer } from '../text/codes.js';
import { isZeroWidth, normalizeText } from '../text/normalize.js';

/** The annotators of one thread; each is called only when its layer is needed. */
export interface Annotators {
  readonly vocabulary: () => Vocabulary;
  readonly segment: (text: string, tokens: Tokens, forms: boolean) => void;
  readonly segmentCodes: (text: CodeSpan, tokens: Tokens, forms: boolean) => void;
  readonly splitSentences: (text: CodeSpan, tokens: Tokens, out: Sentences) => void;
  readonly findEntities: (text: CodeSpan) => readonly Mention[];
  /** `source` is asked for the text as a string where it may hold a date. */
  readonly findDates: (text: CodeSpan, source: { readonly text: string }, reference: DateReference) => readonly DateMention[];
  readonly nameEntities: (mentions: readonly Mention[], text: CodeSpan) => readonly Identity[];
}

/** What is to be computed for each snippet. */
export interface AnalysisPlan {
  readonly needs: ReadonlySet<Layer>;
  /** `--ref-date`: a day, or `none`, which leaves out the snippet's own date and its file's anchor as well. */
  readonly refDate: string | undefined;
  /** Keeps the snippets that it hits. */
  readonly where: Matcher | undefined;
  /** The command's own query: keeps the snippets that it hits, and fills `Doc.hits`. */
  readonly query: Matcher | undefined;
}

const NOTHING: readonly never[] = [];

/**
 * Turns snippets into `Doc`s: normalizes, runs the annotators whose layers are needed, and maps every offset back to the original
 * text, once. One analyser serves one thread; its `Doc` and the columns are reused for the next snippet.
 */
export class Analyser implements Analysis {
  readonly #annotators: Annotators;
  readonly #plan: AnalysisPlan;
  readonly #needs: Readonly<Record<Layer, boolean>>;
  readonly #tokens = createTokens();
  readonly #sentences = createSentences();
  readonly #hits: Hit[] = [];
  readonly #asRead = new AsRead();
  readonly #doc: MutableDoc;
  readonly #buffer = new CodeBuffer();
  /** What `#normalCodes` gives, once it is known. */
  #codes: CodeSpan | undefined;
  #segmented = false;
  #entities: readonly Mention[] | undefined;
  #dates: readonly DateMention[] | undefined;
  snippet: Snippet = { file: '', line: 0, text: '' };
  normal: NormalText = normalizeText('');

  constructor(annotators: Annotators, plan: AnalysisPlan) {
    this.#annotators = annotators;
    this.#plan = plan;
    const { needs } = plan;
    this.#needs = {
      normal: needs.has('normal'),
      tokens: needs.has('tokens'),
      forms: needs.has('forms'),
      sentences: needs.has('sentences'),
      entities: needs.has('entities'),
      identities: needs.has('identities'),
      dates: needs.has('dates'),
    };
    this.#doc = new MutableDoc(this.#docTokens, this.#sentences, annotators.vocabulary);
  }

  /** The tokens of a `Doc`. They are cut when a view first asks for them, unless something else needed them before. */
  readonly #docTokens = (): Tokens => {
    if (!this.#segmented && this.#needs.tokens) {
      const { origin } = this.normal;
      this.tokens();
      if (origin !== undefined) tokensToOriginal(this.#tokens, this.snippet.text, origin);
    }
    return this.#tokens;
  };

  /** The annotated snippet, or `undefined` when a query leaves it out. */
  analyse(snippet: Snippet): Doc | undefined {
    this.snippet = snippet;
    this.#asRead.snippet = snippet;
    this.normal = snippet.normalCodes === undefined ? normalizeText(snippet.text) : this.#asRead;
    this.#codes = snippet.normalCodes;
    this.#segmented = false;
    this.#entities = undefined;
    this.#dates = undefined;
    const { where, query } = this.#plan;
    const needs = this.#needs;
    const doc = this.#doc;
    if (where !== undefined && !where.matches(this, this.#clearedHits())) return undefined;
    const hits = this.#clearedHits();
    if (query !== undefined && !query.matches(this, hits)) return undefined;

    if (needs.forms || needs.sentences) this.tokens();
    else if (!this.#segmented) this.#tokens.length = 0;
    this.#sentences.length = 0;
    if (needs.sentences) this.#annotators.splitSentences(this.#normalCodes(), this.#tokens, this.#sentences);
    doc.snippet = snippet;
    doc.normalText = this.normal;
    doc.entities = needs.entities ? this.entities() : NOTHING;
    doc.dates = needs.dates ? this.dates() : NOTHING;
    doc.identities = needs.identities ? this.#annotators.nameEntities(this.entities(), this.#normalCodes()) : NOTHING;
    doc.hits = hits;
    if (this.normal.origin !== undefined) this.#toOriginal(doc, this.normal.origin);
    return doc;
  }

  /** Whether the snippet's text was not NFC when last analysed; known also for a snippet that a query left out. */
  get nonNfc(): boolean {
    return this.normal.nonNfc;
  }

  tokens(): Tokens {
    if (!this.#segmented) {
      const codes = this.snippet.normalCodes;
      if (codes === undefined) this.#annotators.segment(this.normal.text, this.#tokens, this.#needs.forms);
      else this.#annotators.segmentCodes(codes, this.#tokens, this.#needs.forms);
      this.#segmented = true;
    }
    return this.#tokens;
  }

  entities(): readonly Mention[] {
    this.#entities ??= this.#annotators.findEntities(this.#normalCodes());
    return this.#entities;
  }

  dates(): readonly DateMention[] {
    this.#dates ??= this.#annotators.findDates(this.#normalCodes(), this.normal, this.#reference());
    return this.#dates;
  }

  /** The normal text as codes; they hold until the next snippet. */
  #normalCodes(): CodeSpan {
    this.#codes ??= this.#buffer.span(this.normal.text);
    return this.#codes;
  }

  #clearedHits(): Hit[] {
    // To set a length is slow, also to what it is.
    if (this.#hits.length > 0) this.#hits.length = 0;
    return this.#hits;
  }

  /** SPEC 5's order: the snippet's own date, `--ref-date`, else the anchor of its file. */
  #reference(): DateReference {
    const { refDate } = this.#plan;
    if (refDate === 'none') return {};
    const day = this.snippet.date ?? refDate;
    if (day !== undefined) return { day };
    return this.snippet.anchor === undefined ? {} : { anchor: this.snippet.anchor.day };
  }

  #toOriginal(doc: MutableDoc, origin: Int32Array): void {
    const { text } = doc.snippet;
    const mapped = <T extends Span>(span: T): T => ({ ...span, start: origin[span.start]!, end: originalEnd(span.end, text, origin) });
    tokensToOriginal(this.#tokens, text, origin);
    columnsToOriginal(this.#sentences, text, origin);
    doc.entities = doc.entities.map(mention => ({ ...mapped(mention), nested: mention.nested.map(mapped) }));
    doc.dates = doc.dates.map(mapped);
    doc.hits = doc.hits.map(mapped);
  }
}

/** A character that normal text writes as several (`𝅗𝅥`) is in one token: those that would end where it begins are left out. */
function tokensToOriginal(tokens: Tokens, text: string, origin: Int32Array): void {
  columnsToOriginal(tokens, text, origin);
  const { start, end, kind, syllables, lettered, form, key, length } = tokens;
  let kept = 0;
  for (let i = 0; i < length; i++) {
    if (start[i] === end[i]) continue;
    if (kept < i) for (const column of [start, end, kind, syllables, lettered, form, key]) column[kept] = column[i]!;
    kept++;
  }
  tokens.length = kept;
}

function columnsToOriginal({ start, end, length }: Tokens | Sentences, text: string, origin: Int32Array): void {
  for (let i = 0; i < length; i++) {
    start[i] = origin[start[i]!]!;
    end[i] = originalEnd(end[i]!, text, origin);
  }
}

/** Zero-width characters behind a span are not of it. */
function originalEnd(at: number, text: string, origin: Int32Array): number {
  let end = origin[at]!;
  while (end > 0 && at > 0 && end > origin[at - 1]! + 1 && isZeroWidth(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The text of a snippet that is in normal form; no string is made of it before it is asked for. One serves for all, as `Doc` does. */
class AsRead implements NormalText {
  readonly origin = undefined;
  readonly nonNfc = false;
  readonly zeroWidth = false;
  readonly eth = false;
  snippet: Snippet = { file: '', line: 0, text: '' };

  get text(): string {
    return this.snippet.text;
  }
}

class MutableDoc implements Doc {
  snippet: Snippet = { file: '', line: 0, text: '' };
  normalText: NormalText = normalizeText('');
  readonly sentences: Sentences;
  readonly #tokens: () => Tokens;
  readonly #vocabulary: () => Vocabulary;
  entities: readonly Mention[] = NOTHING;
  identities: readonly Identity[] = NOTHING;
  dates: readonly DateMention[] = NOTHING;
  hits: readonly Hit[] = NOTHING;

  constructor(tokens: () => Tokens, sentences: Sentences, vocabulary: () => Vocabulary) {
    this.#tokens = tokens;
    this.sentences = sentences;
    this.#vocabulary = vocabulary;
  }

  get normal(): string {
    return this.normalText.text;
  }

  get nonNfc(): boolean {
    return this.normalText.nonNfc;
  }

  get zeroWidth(): boolean {
    return this.normalText.zeroWidth;
  }

  get eth(): boolean {
    return this.normalText.eth;
  }

  get tokens(): Tokens {
    return this.#tokens();
  }

  get vocabulary(): Vocabulary {
    return this.#vocabulary();
  }
}
