import { defineConfig } from 'vitest/config';

/** The laws of `npm test` for `FUZZ_MINUTES`, with other cases each time. */
export default defineConfig({
  test: {
    include: ['test/fuzz/**/*.test.ts'],
    env: { FUZZ_MINUTES: process.env.FUZZ_MINUTES ?? '10' },
    testTimeout: 24 * 3_600_000,
    disableConsoleIntercept: true,
  },
});
