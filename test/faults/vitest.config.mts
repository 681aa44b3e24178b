import { defineConfig } from 'vitest/config';

/** Faults that take minutes and gigabytes. Each prints what it measured. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    disableConsoleIntercept: true,
  },
});
