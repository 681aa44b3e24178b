/** The process that newscli runs in. Only the launcher has the real one. */
export type Host = Pick<NodeJS.Process, 'argv' | 'env' | 'stdin' | 'stdout' | 'stderr' | 'cwd' | 'on' | 'off' | 'exit'> & {
  exitCode?: number | string | null | undefined;
};
