import { describe, expect, test } from 'vitest';
import { colourWanted, screenOf, screenWidth } from '../../src/cli/output.js';

const TERMINAL = { isTTY: true, columns: 100 };

describe('colourWanted', () => {
  test.each([
    // flag      terminal  environment                          colour
    ['auto', true, {}, true],
    ['auto', false, {}, false],
    ['auto', true, { NO_COLOR: '1' }, false],
    ['auto', true, { NO_COLOR: '' }, true],
    ['auto', true, { TERM: 'dumb' }, false],
    ['auto', false, { FORCE_COLOR: '1' }, false],
    ['always', false, { NO_COLOR: '1', TERM: 'dumb' }, true],
    ['never', true, {}, false],
  ] as const)('%s, terminal %s, %j: %s', (flag, isTTY, env, colour) => expect(colourWanted(flag, { isTTY }, env)).toBe(colour));
});

describe('screenWidth', () => {
  test.each([
    [TERMINAL, {}, 100],
    [TERMINAL, { COLUMNS: '72' }, 72],
    [TERMINAL, { COLUMNS: 'wide' }, 100],
    [TERMINAL, { COLUMNS: '3' }, 20],
    [{ isTTY: true }, {}, 80],
    [{ isTTY: true, columns: 0 }, {}, 80],
    [{}, { COLUMNS: '72' }, Number.POSITIVE_INFINITY],
  ])('%j with %j is %d', (stream, env, width) => expect(screenWidth(stream, env)).toBe(width));
});

test('a file is no terminal, whatever standard output is', () => {
  expect(screenOf(TERMINAL, {}, 'auto', { toFile: true, folder: '/' })).toMatchObject({
    width: Number.POSITIVE_INFINITY,
    colour: false,
    terminal: false,
    links: false,
  });
  expect(screenOf(TERMINAL, { KITTY_WINDOW_ID: '1' }, 'auto', { toFile: false, folder: '/' })).toMatchObject({
    width: 100,
    colour: true,
    terminal: true,
    links: true,
  });
  expect(screenOf(TERMINAL, { KITTY_WINDOW_ID: '1', TMUX: 'x' }, 'auto', { toFile: false, folder: '/' }).links).toBe(false);
});
