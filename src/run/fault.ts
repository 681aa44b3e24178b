import { NewsError } from '../model/news-error.js';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'operation not permitted'],
  ['EISDIR', 'is a folder'],
  ['ENOTDIR', 'a part of the path is not a folder'],
  ['ELOOP', 'links lead in a circle'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EMFILE', 'too many open files'],
  ['ENXIO', 'cannot be opened for reading'],
  ['EIO', 'the device reports a read error'],
  ['ERR_INVALID_ARG_VALUE', 'a path cannot hold a NUL character'],
]);

/** An error of the operating system as one that names the path, in words. */
export function fileError(path: string, cause: unknown, hint?: string): NewsError {
  if (cause instanceof NewsError) return cause;
  const code = errorCode(cause) ?? 'READ';
  const reason = REASONS.get(code) ?? (cause instanceof Error ? cause.message : String(cause));
  return new NewsError(code, reason, { path, cause, ...(hint !== undefined && { hint }) });
}

export function errorCode(cause: unknown): string | undefined {
  const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}
