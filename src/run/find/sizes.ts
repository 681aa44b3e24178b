import { statSync } from 'node:fs';
import type { InputFile } from './input-file.js';

/** Sizes in bytes; `undefined` when one of the files is no regular file, or is gone. */
export function regularSizes(files: readonly InputFile[]): readonly number[] | undefined {
  const sizes: number[] = [];
  for (const { open } of files) {
    const stats = open === '-' ? undefined : statSync(open, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile()) return undefined;
    sizes.push(stats.size);
  }
  return sizes;
}

/** How many bytes of text will be read; `undefined` where that is not known before. */
export function textSize(files: readonly InputFile[], sizes = regularSizes(files)): number | undefined {
  if (files.some(({ path }) => path.endsWith('.gz'))) return undefined;
  return sizes?.reduce((sum, size) => sum + size, 0);
}
