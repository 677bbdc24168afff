import { readdirSync } from 'node:fs';
import { LinkChecker, LinkState } from 'linkinator';
import { expect, test } from 'vitest';
import { builtPortal } from './site.ts';

test('every link of the built portal leads somewhere', async () => {
  const { links } = await new LinkChecker().check({ path: builtPortal, recurse: true, linksToSkip: ['^https://'], checkFragments: true });
  const broken = links.filter(({ state }) => state === LinkState.BROKEN).map(({ url, parent }) => `${parent} → ${url}`);
  expect(broken).toEqual([]);

  // A pattern that skips everything, or a start page without links, would find nothing too.
  const followed = links.filter(({ state }) => state === LinkState.OK).length;
  const pages = readdirSync(builtPortal, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).length;
  console.log(`${followed} addresses followed, on ${pages} pages.`);
  expect(pages).toBeGreaterThan(10);
  expect(followed).toBeGreaterThan(pages);
});
