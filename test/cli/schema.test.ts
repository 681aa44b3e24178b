import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { schemaOf } from '../../src/cli/schema.js';
import type { JsonObject } from '../../src/model/report.js';
import { HITS, hit, NAMES, name, print, view } from '../render/support.js';

const ajv = new Ajv2020({ allErrors: true });
const faults = (schema: JsonObject, document: unknown) => {
  const validate = ajv.getSchema(schema.$id as string) ?? ajv.compile(schema);
  return validate(document) ? [] : validate.errors!.map(error => `${error.instancePath} ${error.message}`);
};

describe('schemaOf', () => {
  const names = { ...NAMES, id: 'names/1', figures: { mentions: { type: 'integer' } } };
  const document = async (rows = [name(1, 'Nga', 5)]) => {
    const text = await print('json', names, rows, { outcome: { figures: { mentions: 5 } } });
    return { ...JSON.parse(text), schema: 'newscli.names/1' };
  };

  test('takes what json prints', async () => {
    expect(schemaOf(names).$id).toBe('newscli.names/1');
    expect(faults(schemaOf(names), await document())).toEqual([]);
  });

  test.each([
    ['a key too many', { extra: 1 }, '/result/items/0 must NOT have additional properties'],
    ['a number for a text', { name: 7 }, '/result/items/0/name must be string'],
    ['a share above one', { share: 1.5 }, '/result/items/0/share must be <= 1'],
    ['another record', { record: 'match' }, '/result/items/0/record must be equal to constant'],
  ])('refuses %s', async (_what, change, fault) => {
    expect(faults(schemaOf(names), await document([{ ...name(1, 'Nga', 5), ...change }]))).toContain(fault);
  });

  test('lets an optional key be away and a nullable one be null, no other', async () => {
    const dates = view('scan', {
      id: 'dates/1',
      record: 'date',
      columns: [
        { key: 'id', kind: 'text', optional: true },
        { key: 'from', kind: 'text', nullable: true },
        { key: 'type', kind: 'text', nullable: true, schema: { enum: ['DATE', 'SET'] } },
      ],
      screen: [],
    });
    const of = async (row: JsonObject) =>
      faults(schemaOf(dates), { ...JSON.parse(await print('json', dates, [row])), schema: 'newscli.dates/1' });
    expect(await of({ record: 'date', from: null, type: null })).toEqual([]);
    expect(await of({ record: 'date', id: 'a', from: '2024', type: 'SET' })).toEqual([]);
    expect(await of({ record: 'date', type: 'SET' })).toEqual(["/result/items/0 must have required property 'from'"]);
  });

  test('a key with dots leads into an object', async () => {
    const files = view('fold', {
      id: 'files/1',
      record: 'file',
      columns: [
        { key: 'health.eth', kind: 'count' },
        { key: 'health.zeroWidth', kind: 'count' },
      ],
      screen: [],
    });
    const of = async (health: JsonObject) =>
      faults(schemaOf(files), { ...JSON.parse(await print('json', files, [{ record: 'file', health }])), schema: 'newscli.files/1' });
    expect(await of({ eth: 1, zeroWidth: 0 })).toEqual([]);
    expect(await of({ eth: 1, zeroWidth: 0, more: 1 })).toEqual(['/result/items/0/health must NOT have additional properties']);
    expect(await print('csv', files, [{ record: 'file', health: { eth: 1, zeroWidth: 2 } }])).toBe(
      'record,health.eth,health.zeroWidth\nfile,1,2\n',
    );
  });

  test('a view without columns lists nothing', async () => {
    const stats = view('fold', { id: 'stats/1', record: 'stats', columns: [], screen: [] });
    const printed = { ...JSON.parse(await print('json', stats, [])), schema: 'newscli.stats/1' };
    expect(faults(schemaOf(stats), printed)).toEqual([]);
    expect(faults(schemaOf(stats), { ...printed, result: { total: 1, items: [{}] } })).toHaveLength(1);
  });

  test('is itself a valid schema', () => {
    expect(ajv.validateSchema(schemaOf({ ...HITS, id: 'hits/1' }))).toBe(true);
    expect(hit('a', 1, 'b', 'b')).toBeDefined();
  });
});
