import type { IdentityTables } from '../annotate/entities/identity.js';
import type { Recogniser } from '../annotate/entities/recogniser.js';
import type { Identity, Layer } from '../model/doc.js';
import type { Mention } from '../model/mention.js';
import { NewsError } from '../model/news-error.js';
import type { Resources } from '../model/resources.js';
import { codesOf } from '../text/codes.js';
import type { Segmenter } from '../text/segment/segmenter.js';
import type { Annotators } from './analyse.js';
import type { Job } from './job.js';

/** The code of the annotators; each room is loaded only by runs that need it, because reading code is most of a short run. */
interface Rooms {
  readonly words: Room<typeof import('../text/segment/segmenter.js')>;
  readonly sentences: Room<typeof import('../text/sentences.js')>;
  readonly entities: Room<typeof import('../annotate/entities/recogniser.js')>;
  readonly identities: Room<typeof import('../annotate/entities/identity.js')>;
  readonly dates: Room<typeof import('../annotate/dates/index.js')>;
}
type Room<Code> = Code | undefined;

/** Layers that stand on words. Queries cut their words as the text is cut. */
const ON_WORDS: readonly Layer[] = ['tokens', 'forms', 'sentences'];

/** Loads the annotators that `layers` ask for. */
export async function loadToolbox(resources: Resources, job: Job, layers: ReadonlySet<Layer>): Promise<Toolbox> {
  const asksWords = job.query !== undefined || job.where !== undefined || ON_WORDS.some(layer => layers.has(layer));
  const asksNames = layers.has('entities') || layers.has('identities');
  const [words, sentences, entities, identities, dates] = await Promise.all([
    asksWords ? import('../text/segment/segmenter.js') : undefined,
    layers.has('sentences') ? import('../text/sentences.js') : undefined,
    asksNames ? import('../annotate/entities/recogniser.js') : undefined,
    asksNames ? import('../annotate/entities/identity.js') : undefined,
    layers.has('dates') ? import('../annotate/dates/index.js') : undefined,
  ]);
  return new Toolbox(resources, job, { words, sentences, entities, identities, dates });
}

/** The annotators of one thread over the data files; each model is read when it is first needed. */
export class Toolbox implements Annotators {
  readonly #resources: Resources;
  readonly #job: Job;
  readonly #rooms: Rooms;
  #segmenter: Segmenter | undefined;
  #recogniser: Recogniser | undefined;
  #tables: IdentityTables | undefined;
  #stopWords: ReadonlySet<string> | undefined;

  constructor(resources: Resources, job: Job, rooms: Rooms) {
    this.#resources = resources;
    this.#job = job;
    this.#rooms = rooms;
  }

  get segmenter(): Segmenter {
    this.#segmenter ??= this.#room('words').createSegmenter(this.#resources.bytes('words.model'), this.#job.userWords);
    return this.#segmenter;
  }

  get #names(): Recogniser {
    this.#recogniser ??= this.#room('entities').createRecogniser(this.#resources.bytes('entities.model'), this.#job.gazetteer);
    return this.#recogniser;
  }

  get identityTables(): IdentityTables {
    const { aliases, gazetteer } = this.#job;
    this.#tables ??= this.#room('identities').createIdentityTables(this.#resources.bytes('identities.tsv'), aliases, gazetteer);
    return this.#tables;
  }

  get stopWords(): ReadonlySet<string> {
    this.#stopWords ??= new Set(new TextDecoder().decode(this.#resources.bytes('stop-words.txt')).split('\n').filter(Boolean));
    return this.#stopWords;
  }

  /** What finds the year anchor of a file, where dates are needed. */
  get dates(): Rooms['dates'] {
    return this.#rooms.dates;
  }

  readonly vocabulary: Annotators['vocabulary'] = () => this.segmenter.vocabulary;

  readonly segment: Annotators['segment'] = (text, tokens, forms) => this.segmenter.segment(text, tokens, forms);

  readonly segmentCodes: Annotators['segmentCodes'] = ({ codes, start, end }, tokens, forms) =>
    this.segmenter.segmentCodes(codes, start, end, tokens, forms);

  readonly splitSentences: Annotators['splitSentences'] = (text, tokens, out) => this.#room('sentences').splitSentences(text, tokens, out);

  readonly findEntities: Annotators['findEntities'] = text => this.#names.findInCodes(text);

  readonly findDates: Annotators['findDates'] = (text, source, reference) => this.#room('dates').findDatesInCodes(text, source, reference);

  readonly nameEntities: Annotators['nameEntities'] = (mentions, text) =>
    this.#room('identities').resolveSnippet(mentions, text, this.identityTables);

  /** The same for queries, which look at strings. */
  readonly resolveSnippet = (mentions: readonly Mention[], text: string): readonly Identity[] => this.nameEntities(mentions, codesOf(text));

  #room<Name extends keyof Rooms>(name: Name): NonNullable<Rooms[Name]> {
    const code = this.#rooms[name];
    if (code === undefined) throw new NewsError('INTERNAL', `the annotator of ${name} was not loaded`);
    return code;
  }
}
