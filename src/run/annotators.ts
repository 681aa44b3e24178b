import { findDates } from '../annotate/dates/index.js';
import { createIdentityTables, type IdentityTables, resolveSnippet } from '../annotate/entities/identity.js';
import { createRecogniser, type Recogniser } from '../annotate/entities/recogniser.js';
import type { Resources } from '../model/resources.js';
import { createSegmenter, type Segmenter } from '../text/segment/segmenter.js';
import { splitSentences } from '../text/sentences.js';
import type { Annotators } from './analyse.js';
import type { Job } from './job.js';

/** The annotators of one thread over the data files; each model is read when it is first needed. */
export class Toolbox implements Annotators {
  readonly #resources: Resources;
  readonly #job: Job;
  #segmenter: Segmenter | undefined;
  #recogniser: Recogniser | undefined;
  #tables: IdentityTables | undefined;
  #stopWords: ReadonlySet<string> | undefined;

  constructor(resources: Resources, job: Job) {
    this.#resources = resources;
    this.#job = job;
  }

  get segmenter(): Segmenter {
    this.#segmenter ??= createSegmenter(this.#resources.bytes('words.model'), this.#job.userWords);
    return this.#segmenter;
  }

  get identityTables(): IdentityTables {
    this.#tables ??= createIdentityTables(this.#resources.bytes('identities.tsv'), this.#job.aliases, this.#job.gazetteer);
    return this.#tables;
  }

  get stopWords(): ReadonlySet<string> {
    this.#stopWords ??= new Set(new TextDecoder().decode(this.#resources.bytes('stop-words.txt')).split('\n').filter(Boolean));
    return this.#stopWords;
  }

  readonly vocabulary = () => this.segmenter.vocabulary;

  readonly segment: Annotators['segment'] = (text, tokens, forms) => this.segmenter.segment(text, tokens, forms);

  readonly splitSentences: Annotators['splitSentences'] = splitSentences;

  readonly findEntities: Annotators['findEntities'] = text => {
    this.#recogniser ??= createRecogniser(this.#resources.bytes('entities.model'), this.#job.gazetteer);
    return this.#recogniser.find(text);
  };

  readonly findDates: Annotators['findDates'] = findDates;

  readonly resolveSnippet: Annotators['resolveSnippet'] = (mentions, text) => resolveSnippet(mentions, text, this.identityTables);
}
