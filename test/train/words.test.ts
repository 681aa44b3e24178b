import { describe, expect, test } from 'vitest';
import { createTokens } from '../../src/model/tokens.js';
import { Scanner } from '../../src/text/segment/scan.js';
import { createSegmenter } from '../../src/text/segment/segmenter.js';
import { Harmony, joinLongWords } from '../../src/train/harmony.js';
import { scoreDecisions } from '../../src/train/segmentation-score.js';
import { trainWords } from '../../src/train/words.js';
import { type Corpus, Info, readCorpus, segmentedText } from '../../src/train/words-corpus.js';
import { emptyModel } from '../../src/train/words-empty.js';

const sentences = [
  'Quân_đội hai nước tập_trận chung ở biên_giới .',
  'Chính_phủ hai nước ký hiệp_định về biên_giới .',
  'Quân_đội rút khỏi biên_giới sau đàm_phán .',
  'Chính_phủ mở đàm_phán về hiệp_định mới .',
  'Tổng_thư_ký thăm hai nước sau đàm_phán .',
];
const silver = Array.from({ length: 40 }, () => sentences.join('\n')).join('\n');
const conllu = `# sent_id = 1\n1\tQuân đội\t_\tNOUN\n2\tthăm\t_\tVERB\n3\tbiên giới\t_\tNOUN\n4\t.\t_\tPUNCT\n`;
const samples = { silver: [silver], gold: [sentences.join('\n'), conllu], dev: [conllu], dictionary: ['# a remark\nhoà giải\n'] };

/** Ids of syllables, by key, in the order of their coming. */
const ids = new Map<number, number>();

describe('trainWords', () => {
  const { model, report } = trainWords(samples);

  test('makes a model that segments what it has seen', () => {
    const text = 'Chính phủ và quân đội rút khỏi biên giới';
    expect(words(model, text)).toEqual(['Chính phủ', 'và', 'quân đội', 'rút', 'khỏi', 'biên giới']);
    expect(report.f1).toBe(1);
  });

  test('is deterministic to the byte', () => {
    expect(Buffer.compare(trainWords(samples).model, model)).toBe(0);
  });

  test('takes the words of the dictionary into the lexicon', () => {
    expect(createSegmenter(model).lexicon.has('hoà giải')).toBe(true);
  });

  test('tells of each step', () => {
    const told: string[] = [];
    expect(trainWords(samples, line => told.push(line)).report.lines).toEqual(told);
    expect(told.at(-1)).toMatch(/^\d+ bytes$/);
  });
});

describe('reading labelled text', () => {
  test('CoNLL-U becomes segmented text', () => {
    expect(segmentedText(conllu)).toBe('Quân_đội thăm biên_giới .');
    expect(segmentedText('Quân_đội thăm .')).toBe('Quân_đội thăm .');
  });

  test('gaps know whether they are joined', () => {
    expect(gaps(corpus('Tổng_thư_ký thăm Hà_Nội , Huế'))).toBe('11001');
  });

  test('a long line without a joint was segmented by nobody', () => {
    const line = 'quân đội hai nước tập trận chung ở biên giới phía bắc trong tuần này và tuần sau';
    expect(readCorpus(line, new Scanner(emptyModel()), true).sentences).toBe(0);
    expect(readCorpus(line, new Scanner(emptyModel()), false).sentences).toBe(1);
  });
});

test('harmony follows what the reference settles, and nothing else', () => {
  const reference = corpus('người dân đi\nngười dân về\nchính_phủ họp\nchính_phủ đi\nđi về\nđi_về');
  const other = corpus('người_dân gặp chính phủ rồi đi về\ntổng_người_dân');
  expect(new Harmony([reference]).apply(other)).toBe(2);
  expect(gaps(other)).toBe('000100011');
});

test('long words of a list are joined where words begin and end', () => {
  const read = corpus('họ buôn bán vất_vả , một nắng hai sương\nmột nắng hai sương_muối\nchỉ một nắng hai');
  expect(joinLongWords(read, [idsOf('một nắng hai sương'), idsOf('buôn bán')])).toBe(3);
  expect(gaps(read)).toBe('0001' + '111' + '0001' + '000');
});

test('F1 counts whole words', () => {
  const gold = corpus('quân_đội hai nước');
  const score = scoreDecisions(gold, Uint8Array.of(0, 1, 0, 1, 0, 0));
  expect(score.recall).toBeCloseTo(1 / 3);
  expect(score.precision).toBeCloseTo(1 / 2);
});

/** A corpus whose syllables have ids by their order in all corpora. */
function corpus(text: string): Corpus {
  const read = readCorpus(text, new Scanner(emptyModel()), false);
  for (let i = 0; i < read.length; i++) {
    if (read.id[i] !== 3) continue;
    const key = read.key[i]!;
    if (!ids.has(key)) ids.set(key, 16 + ids.size);
    read.id[i] = ids.get(key)!;
  }
  return read;
}

/** The ids that `corpus` gives to syllables. */
function idsOf(word: string): number[] {
  const { id, length } = corpus(word);
  return [...id.subarray(1, length - 1)];
}

function gaps(read: Corpus): string {
  let out = '';
  for (let i = 0; i < read.length; i++) if ((read.info[i]! & Info.Gap) !== 0) out += (read.info[i]! & Info.Joined) === 0 ? '0' : '1';
  return out;
}

function words(model: Uint8Array, text: string): string[] {
  const tokens = createTokens();
  createSegmenter(model).segment(text, tokens, false);
  return Array.from({ length: tokens.length }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
}
