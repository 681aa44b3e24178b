import { readdirSync, statSync } from 'node:fs';

/**
 * The path as the file system has it: as given, or with names in another Unicode form, for a name typed in NFC may be stored in NFD.
 * `undefined` when nothing is there. (A link that leads nowhere is there: opening it says why it cannot be read.)
 */
export function locate(path: string): string | undefined {
  if (exists(path)) return path;
  if (!/[^\0-\x7f]/.test(path)) return undefined;
  let open = path.startsWith('/') ? '/' : '';
  for (const part of path.split('/')) {
    if (part === '') continue;
    const next = sameName(open, part);
    if (next === undefined) return undefined;
    open += open === '' || open.endsWith('/') ? next : `/${next}`;
  }
  return open;
}

function sameName(folder: string, name: string): string | undefined {
  const path = folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`;
  if (exists(path)) return name;
  const key = name.normalize('NFC');
  try {
    return readdirSync(folder === '' ? '.' : folder).find(entry => entry.normalize('NFC') === key);
  } catch {
    return undefined;
  }
}

function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    // Something is there that cannot be looked into.
    return ['EACCES', 'EPERM', 'ELOOP', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}
