import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{core,import,worker,cli,manifest,architecture}/**/*.test.ts'],
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
    testTimeout: 20_000,
    // Files share what they import, as articles do in the worker: half the time goes into importing it anew for each.
    isolate: false,
  },
});
