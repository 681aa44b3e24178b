import type { StreamRenderer } from './renderer.js';

/** A snippet a line, its tokens apart by one space, the syllables of a word joined by `_`: written where the tokens are cut, without rows. */
export const underscore: StreamRenderer = { shape: 'stream', open: () => '', rows: () => [], close: () => '' };
