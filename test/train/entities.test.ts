import { describe, expect, test } from 'vitest';
import { createRecogniser } from '../../src/annotate/entities/recogniser.js';
import { findEntry } from '../../src/annotate/entities/tables.js';
import { createUnits, scanUnits } from '../../src/annotate/entities/units.js';
import { codesOf } from '../../src/text/codes.js';
import { learnNames, trainEntities } from '../../src/train/entities.js';
import { meanWeights } from '../../src/train/entities-crf.js';
import { mineGlue } from '../../src/train/entities-glue.js';
import { mineNews, plainText } from '../../src/train/entities-news.js';
import { keysOf } from '../../src/train/entities-phrases.js';
import { scoreModel, trainRecogniser } from '../../src/train/entities-recipe.js';
import { labelsOf } from '../../src/train/entities-samples.js';
import { fillTable } from '../../src/train/entities-tables.js';
import { kMeans } from '../../src/train/entities-vectors.js';
import { mark, readCases } from '../annotate/recogniser-cases.js';

const lines = readCases().map(({ text, mentions }) => ({ text, entities: mentions }));
const small = { train: lines, bits: 14, epochs: 6, triggers: [] };

describe('training', () => {
  test('the same lines and seed give the same bytes', () => {
    const first = trainEntities({ ...small, train: lines.slice(0, 60), epochs: 2 }).model;
    expect(trainEntities({ ...small, train: lines.slice(0, 60), epochs: 2 }).model).toEqual(first);
    expect(trainEntities({ ...small, train: lines.slice(0, 60), epochs: 2, seed: 2 }).model).not.toEqual(first);
  });

  test('weights are the mean of several trainings', () => {
    const weights = (...numbers: number[]) => ({ rows: Float32Array.from(numbers), transitions: Float32Array.of(numbers[0]!) });
    expect(meanWeights([weights(1, 4), weights(2, 0)])).toEqual(weights(1.5, 2));
  });

  test('what was learnt is found again', () => {
    const recogniser = createRecogniser(trainEntities(small).model);
    const found = lines.filter(({ text, entities }) => mark(text, recogniser.find(text)) === mark(text, entities as never));
    expect(found.length).toBeGreaterThan(0.95 * lines.length);
  });

  test('held-out lines are measured by a model without them, and learned by the one that is made', () => {
    const [train, dev] = [lines.slice(0, 12), lines.slice(12, 18)];
    const { model, scores } = trainRecogniser({ train, dev });
    expect(scores).toEqual(scoreModel(trainEntities({ train, gazetteer: [], rounds: 3 }).model, dev));
    expect(Buffer.compare(model, trainEntities({ train, unseen: dev, gazetteer: [], rounds: 3 }).model)).toBe(0);
  });

  test('an empty line does no harm', () => {
    const { model } = trainEntities({ ...small, train: [{ text: '', entities: [] }, ...lines.slice(0, 20)], epochs: 1 });
    expect(createRecogniser(model).find('')).toEqual([]);
  });

  test('names are learnt from models that have not seen the lines that are read with them', () => {
    const news = ['Ông Trần Văn Khoa đến Paris.', 'Ông Trần Văn Khoa rời Paris.', 'Ông Trần Văn Khoa ở Paris.'];
    const names = learnNames(small, () => news, 2, 3);
    expect(names.folds).toHaveLength(2);
    expect(names.all.map(([name]) => name)).toContain('trần văn khoa');
  });
});

describe('labels', () => {
  test.each([
    ['Ông Trump đến Mỹ.', 4, 9, [0, 4, 0, 0, 0]],
    ['Ông Donald Trump nói.', 4, 16, [0, 1, 3, 0, 0]],
    ['Ông Trump nói.', 5, 9, [0, 0, 0, 0]],
  ])('%s', (text, start, end, expected) => {
    const units = createUnits();
    scanUnits(codesOf(text), units);
    expect([...labelsOf(units, [{ start, end, type: 'PER' }])]).toEqual(expected);
  });
});

describe('news', () => {
  const news = () => ['Công_an Hà_Nội bắt hai người .', 'Công_an bắt người ở Hà_Nội .', 'Hà_Nội mưa to .', 'Hôm_nay Công_an Hà_Nội họp .'];

  test('segmented text becomes plain', () => {
    expect(plainText('Theo Reuters ( Anh ) , Hà_Nội mưa .')).toBe('Theo Reuters (Anh), Hà Nội mưa.');
  });

  test('syllables of one word are told', () => {
    expect(mineGlue(news(), 3)).toEqual([
      ['hà nội', 2],
      ['công an', 2],
    ]);
  });

  test('labelled lines are left out', () => {
    const facts = mineNews(news, ['Hà Nội mưa to.'], { seed: 1, leastCount: 1, fine: 2, middle: 2, coarse: 2, dimensions: 4 });
    expect(facts.words.map(({ key }) => key)).toContain('họp');
    expect(facts.words.map(({ key }) => key)).not.toContain('mưa');
  });

  test('clusters part what differs', () => {
    const { cluster } = kMeans(Float32Array.of(1, 0, 0.8, 0.6, 0, 1, 0.6, 0.8), 2, Float64Array.of(1, 1, 1, 1), 2, 5);
    expect([...cluster]).toEqual([0, 0, 1, 1]);
  });
});

describe('tables', () => {
  test('what found room is found again', () => {
    const hashes = Array.from({ length: 400 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
    const { prints, placed } = fillTable(hashes, hash => hash, 9);
    expect(placed.size).toBeGreaterThan(380);
    for (const [hash, entry] of placed) expect(findEntry(prints, 9, hash)).toBe(entry);
  });

  test('a phrase is known by the keys of its units', () => {
    expect(keysOf('TP.HCM – Thụy Sỹ')).toEqual(keysOf('Tp.hcm – Thuỵ Sĩ'));
  });
});
