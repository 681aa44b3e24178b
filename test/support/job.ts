import type { Layer } from '../../src/model/doc.js';
import type { Job } from '../../src/run/job.js';

/** A job without options, for tests that run annotators and views directly. */
export const JOB: Job = {
  command: '',
  view: '',
  options: {},
  format: 'json',
  query: undefined,
  where: undefined,
  refDate: undefined,
  input: {
    inputFormat: undefined,
    textField: undefined,
    idField: undefined,
    dateField: undefined,
    encoding: undefined,
    strict: false,
    maxLine: 1 << 26,
  },
  userWords: [],
  gazetteer: [],
  aliases: [],
};

export const ALL_LAYERS: ReadonlySet<Layer> = new Set<Layer>(['normal', 'tokens', 'forms', 'sentences', 'entities', 'identities', 'dates']);
