import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { NewsError, Warning } from '../../src/model/news-error.js';
import type { InputFigures } from '../../src/model/report.js';
import type { Snippet } from '../../src/model/snippet.js';
import { formatOfName } from '../../src/run/find/formats.js';
import type { InputFile } from '../../src/run/find/input-file.js';
import { type ReadOptions, readChunks, readSnippets } from '../../src/run/read/index.js';
import { MAX_LINE } from '../../src/run/read/options.js';

/** A folder that goes away with the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newscli-read-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file below `folder`; returns its path. */
export function write(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

export function inputFile(open: string, more: Partial<InputFile> = {}): InputFile {
  return { path: open.slice(open.lastIndexOf('/') + 1), open, named: true, format: formatOfName(open), ...more };
}

export interface Reading {
  readonly snippets: readonly Snippet[];
  readonly input: InputFigures;
  /** `line: message` of each warning. */
  readonly warnings: readonly string[];
  readonly error: NewsError | undefined;
}

const DEFAULTS: ReadOptions = { strict: false, maxLine: MAX_LINE, anchor: 'none' };

/** Reads a file to its end, or to its error. */
export async function read(file: InputFile, options: Partial<ReadOptions> = {}): Promise<Reading> {
  const { sink, warnings } = sinkOf();
  const snippets: Snippet[] = [];
  let error: NewsError | undefined;
  try {
    for await (const batch of readSnippets(file, { ...DEFAULTS, ...options }, sink)) for (const snippet of batch) snippets.push(snippet);
  } catch (thrown) {
    error = thrown as NewsError;
  }
  return { snippets, input: sink.input, warnings: warnings.map(place), error };
}

/** The same by way of `readChunks`: its lines, split as a caller would. */
export async function readByChunks(file: InputFile, options: Partial<ReadOptions> = {}): Promise<Reading> {
  const { sink, warnings } = sinkOf();
  const snippets: Snippet[] = [];
  let error: NewsError | undefined;
  try {
    for await (const { bytes, firstLine } of readChunks(file, { ...DEFAULTS, ...options }, sink)) {
      for (const [index, text] of linesOf(bytes.toString('utf8')).entries()) {
        if (text.trim() !== '') snippets.push({ file: file.path, line: firstLine + index, text });
      }
    }
  } catch (thrown) {
    error = thrown as NewsError;
  }
  return { snippets, input: sink.input, warnings: warnings.map(place), error };
}

/** The lines of a text, written as plainly as can be. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop()!;
  return [...lines.map(line => line.replace(/\r$/, '')), ...(last === '' ? [] : [last])];
}

export function sinkOf(): { sink: { warn(warning: Warning): void; input: InputFigures }; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const input = { files: 0, snippets: 0, bytes: 0, nonNfc: 0, invalidUtf8: 0, skipped: 0 };
  return { sink: { warn: warning => warnings.push(warning), input }, warnings };
}

const place = ({ line, message }: Warning): string => (line === undefined ? message : `${line}: ${message}`);

/** `[line, text]` of each snippet. */
export const texts = ({ snippets }: Reading): [number, string][] => snippets.map(({ line, text }) => [line, text]);
