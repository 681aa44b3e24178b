import { type Dirent, readdirSync, statSync } from 'node:fs';
import type { NewsError } from '../../model/news-error.js';
import { fileError } from '../fault.js';
import type { Found } from './findings.js';
import { formatOfName } from './formats.js';

/**
 * The news files below a folder, by their extensions. Hidden entries and `node_modules` are left out; links to folders are not
 * followed, so a circle of links ends; links to files are. What cannot be opened is named in `errors`.
 */
export function walk(shown: string, open: string, errors: NewsError[]): Found[] {
  const found: Found[] = [];
  const folders: [shown: string, open: string][] = [[shown, open]];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    for (const entry of entriesOf(folder, errors)) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = joined(folder[0], name);
      const real = joined(folder[1], name);
      if (entry.isDirectory()) folders.push([path, real]);
      else if (formatOfName(name) !== undefined && (entry.isFile() || linksToFile(entry, path, real, errors))) {
        found.push({ path, open: real, named: false });
      }
    }
  }
  return found;
}

function entriesOf([shown, open]: [string, string], errors: NewsError[]): Dirent[] {
  try {
    return readdirSync(open, { withFileTypes: true });
  } catch (error) {
    errors.push(fileError(shown, error));
    return [];
  }
}

function linksToFile(entry: Dirent, path: string, open: string, errors: NewsError[]): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(open).isFile();
  } catch (error) {
    errors.push(fileError(path, error));
    return false;
  }
}

function joined(folder: string, name: string): string {
  if (folder === '.') return name;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
