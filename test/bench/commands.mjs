/** What is measured of newscli: each command in the form that does all of its work. */
export const COMMANDS = [
  ['tokenize', '--underscore'],
  ['tokenize', '--format', 'ndjson'],
  ['dates', '--format', 'ndjson'],
  ['entities', '--json'],
  ['stats', '--json'],
  ['annotate'],
  ['concordance', '--format', 'ndjson', 'an ninh'],
  ['search', '--count', 'viet nam'],
  ['search', '--count', 'triển khai'],
];
