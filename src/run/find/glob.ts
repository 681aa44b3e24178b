import type { NewsError } from '../../model/news-error.js';
import { fileError } from '../fault.js';

/** Whether a path that does not exist may be meant as a pattern. */
export function isPattern(path: string): boolean {
  return /[*?{[]|[!+@]\(/.test(path);
}

/**
 * What a pattern matches, files and folders as a shell would expand it. Links are not followed on the way: two links to a parent
 * folder would never end.
 */
export async function matchPattern(pattern: string, errors: NewsError[]): Promise<string[]> {
  // It costs more than all other modules together, and few runs need it.
  const { glob } = (await import('fast-glob')).default;
  const settings = { followSymbolicLinks: false, onlyFiles: false, ignore: ['**/node_modules/**', '**/node_modules'] };
  // File systems keep names in either Unicode form.
  const patterns = [...new Set([pattern, pattern.normalize('NFC'), pattern.normalize('NFD')])];
  try {
    return await glob(patterns, settings);
  } catch (error) {
    errors.push(fileError(pattern, error));
    return glob(patterns, { ...settings, suppressErrors: true });
  }
}
