export const INPUT_FORMATS = ['txt', 'jsonl', 'json', 'csv', 'tsv'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

const EXTENSIONS: ReadonlyMap<string, InputFormat> = new Map([
  ['.txt', 'txt'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.json', 'json'],
  ['.csv', 'csv'],
  ['.tsv', 'tsv'],
]);

/** For messages: the endings that a walk looks for. */
export const EXTENSION_LIST = [...EXTENSIONS.keys()].join(', ');

/** The format that a file name tells, `.gz` left out of account; `undefined` for an unknown ending or none. */
export function formatOfName(path: string): InputFormat | undefined {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/\.gz$/, '');
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : EXTENSIONS.get(name.slice(dot));
}
