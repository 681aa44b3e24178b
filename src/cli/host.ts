/** The process that newscli runs in. Only the launcher has the real one. */
export type Host = Pick<NodeJS.Process, 'argv' | 'env' | 'versions' | 'stdin' | 'stdout' | 'stderr' | 'cwd' | 'on' | 'off' | 'exit'> & {
  exitCode?: number | string | null | undefined;
};

/** Says something on stderr. Nobody may be listening (`2>&1 | head`): then there is nothing to be done about it. */
export function say({ stderr }: Pick<Host, 'stderr'>, text: string): void {
  if (stderr.listenerCount('error') === 0) stderr.on('error', () => {});
  stderr.write(text);
}
