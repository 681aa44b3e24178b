import { statSync } from 'node:fs';
import { NewsError } from '../../model/news-error.js';
import { errorCode, fileError } from '../fault.js';
import { Findings, type Found } from './findings.js';
import { EXTENSION_LIST, type InputFormat } from './formats.js';
import { isPattern, matchPattern } from './glob.js';
import type { InputFile } from './input-file.js';
import { locate } from './locate.js';
import { readNames } from './names.js';
import type { StdinKind } from './stdin-kind.js';
import { walk } from './walk.js';

export type { InputFormat } from './formats.js';
export type { InputFile } from './input-file.js';
export { type StdinKind, stdinKind } from './stdin-kind.js';

export interface FindOptions {
  /** Overrides what the names say. */
  readonly inputFormat?: InputFormat | undefined;
  /** Folders and globs without files are no errors. A missing literal path still is. */
  readonly allowNoFiles: boolean;
  /** A file of NUL-separated literal paths, or `-`; not together with paths. */
  readonly files0From?: string | undefined;
  readonly stdinKind: StdinKind;
}

/**
 * The files to read: sorted by code point of the shown path, each once however often it was named. Every path that matched nothing
 * is an error; the others are found all the same.
 *
 * @throws NewsError `USAGE` when both paths and `files0From` are given
 */
export async function findInputs(
  paths: readonly string[],
  options: FindOptions,
): Promise<{ files: readonly InputFile[]; errors: readonly NewsError[] }> {
  const { files0From, allowNoFiles, inputFormat } = options;
  if (files0From !== undefined && paths.length > 0)
    throw new NewsError('USAGE', '--files0-from takes the place of paths: give one or the other');
  const findings = new Findings(inputFormat);
  if (files0From !== undefined) {
    const names = await readNames(files0From, findings.errors);
    if (names.length === 0 && findings.errors.length === 0 && !allowNoFiles) {
      findings.errors.push(new NewsError('NO_INPUT', 'holds no paths', { path: files0From }));
    }
    for (const name of names) findLiteral(name, findings, allowNoFiles);
  } else if (paths.length > 0) {
    for (const path of paths) await findPath(path, findings, allowNoFiles);
  } else if (['pipe', 'socket', 'file'].includes(options.stdinKind)) {
    findings.addStdin();
  } else findLiteral('.', findings, allowNoFiles);
  return { files: findings.files(), errors: findings.errors };
}

async function findPath(path: string, findings: Findings, allowNoFiles: boolean): Promise<void> {
  if (path === '-') return findings.addStdin();
  if (!isPattern(path) || locate(path) !== undefined) return findLiteral(path, findings, allowNoFiles);
  const matches = await matchPattern(path, findings.errors);
  for (const match of matches) findLiteral(match, findings, true);
  if (matches.length === 0 && !allowNoFiles) findings.errors.push(new NewsError('NO_INPUT', 'no file matches this pattern', { path }));
}

/** A file or a folder by its name. */
function findLiteral(path: string, findings: Findings, mayBeEmpty: boolean): void {
  const open = locate(path);
  if (open === undefined) {
    findings.errors.push(missing(path));
    return;
  }
  try {
    const stats = statSync(open, { bigint: true });
    if (!stats.isDirectory()) {
      findings.add({ path, open, named: true }, stats);
      return;
    }
  } catch (error) {
    findings.errors.push(fileError(path, error));
    return;
  }
  const faults = findings.errors.length;
  const found: readonly Found[] = walk(path, open, findings.errors);
  for (const file of found) findings.add(file);
  if (found.length === 0 && findings.errors.length === faults && !mayBeEmpty) {
    const hint = `it is searched for ${EXTENSION_LIST}, also with .gz behind them`;
    findings.errors.push(new NewsError('NO_INPUT', 'a folder without news files', { path, hint }));
  }
}

function missing(path: string): NewsError {
  try {
    statSync(path);
  } catch (error) {
    const bare = errorCode(error) === 'ENOENT' && !/[/.]/.test(path);
    return fileError(path, error, bare ? 'quote a query of several words' : undefined);
  }
  return new NewsError('ENOENT', 'no such file or folder', { path });
}
