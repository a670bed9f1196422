import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    maxWorkers: '100%',
    // Property tests run many examples on machines that may be slow.
    testTimeout: 60_000,
  },
});
