import { readFileSync } from 'node:fs';
import { NewsError } from '../model/news-error.js';
import type { ResourceName, Resources } from '../model/resources.js';

/** The data files in `folder`; each is read when it is first asked for. */
export function resourcesIn(folder: URL): Resources {
  const read = new Map<ResourceName, Uint8Array>();
  return {
    bytes(name) {
      let bytes = read.get(name);
      if (bytes === undefined) {
        bytes = readResource(new URL(name, folder), name);
        read.set(name, bytes);
      }
      return bytes;
    },
  };
}

function readResource(url: URL, name: ResourceName): Uint8Array {
  try {
    return readFileSync(url);
  } catch (cause) {
    throw new NewsError('RESOURCE', `the data file ${name} cannot be read`, { hint: 'install newscli again', cause });
  }
}
