import { expect, test } from 'vitest';
import { nearestPages, wordsOfAddress, type ListedPage } from '../../../src/portal/browser/nearest.ts';

const pages: ListedPage[] = [
  ['/tracking/https-for-tracked-links/', 'HTTPS for tracked links', ['/tracking/secure-click-tracking'], 'en'],
  ['/account/billing/', 'Pay for Postwing', [], 'en'],
  ['/domains/authenticate-your-domain/', 'Authenticate your domain', [], 'en'],
  ['/%C3%BCber/', 'Über <script>uns</script>', [], 'en'],
];
const titles = (words: string) => nearestPages(pages, words).map(([, title]) => title);

test.each([
  ['/tracking/secure-click-trakking/', 'HTTPS for tracked links'],
  ['/acount/biling', 'Pay for Postwing'],
  ['/domain/autenticate-domain', 'Authenticate your domain'],
])('the address %s is nearest to “%s”', (address, title) => {
  expect(titles(wordsOfAddress(address))[0]).toBe(title);
});

test.each([['xqzzy'], [''], ['💥'.repeat(500)], ['(.*)+[a-z]{9,}'.repeat(100)], ['%E0%A4%A'], ['\u202e\u0000']])('%j leads to few pages, or none, and to no error', (words) => {
  expect(titles(wordsOfAddress(words)).length).toBeLessThanOrEqual(4);
});
