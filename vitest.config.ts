import { defineConfig } from 'vitest/config';

// `portal` looks at the built site, so it runs after `astro build`; everything else needs no build.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/portal/**'] } },
      { test: { name: 'portal', include: ['test/portal/**/*.test.ts'], testTimeout: 30_000 } },
    ],
  },
});
