import { defineConfig } from 'vitest/config';

// Some tests install packages, start browsers and run whole processes; on two busy cores that takes its time.
const timeouts = { testTimeout: 60_000, hookTimeout: 120_000 };

// `portal` looks at the built site, so it runs after `astro build`; everything else needs no build.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/portal/**'], ...timeouts } },
      { test: { name: 'portal', include: ['test/portal/**/*.test.ts'], ...timeouts } },
    ],
  },
});
