import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/content/extract/index.ts';
import { createParsers } from '../../../src/content/parse.ts';
import type { Page } from '../../../src/content/types.ts';
import { topicId } from '../../../src/review/topic-dossier.ts';
import { comparedPages } from '../../../src/site/topics/editions.ts';
import { compare } from '../../../src/site/topics/compare.ts';
import { findTopics, pagesLike } from '../../../src/site/topics/index.ts';
import type { Cluster } from '../../../src/site/topics/types.ts';

const parsers = await createParsers('satteri');

function pageAt(path: string, source: string): Page {
  const extracted = extractPage(path, 'md', source, parsers, { labels: false }, { parse: 0, extract: 0 });
  return { path, route: `/${path.replace(/\.md$/, '')}`, dialect: 'md', locale: '', source, ...extracted };
}

const noLinks = () => new Set<Page>();
const topicsOf = (pages: Page[]): Cluster[] => findTopics(pages, noLinks, []);

/** Prose of `count` words out of a vocabulary of its own. */
function prose(seed: number, count: number, vocabulary = 500): string {
  let state = seed * 7919 + 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return `w${(state >>> 8) % vocabulary}x`;
  }).join(' ');
}

const names = ['mole', 'heron', 'otter', 'lynx', 'badger', 'raven', 'newt', 'stoat'];
const titled = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`;
/** Pages of their own, of which the first two, or three, are copies of one another but for some words. */
function tree(copies: number): Page[] {
  const body = prose(1, 200);
  const others = names.map((name, index) => pageAt(`other/${name}.md`, titled(`About the ${name}`, prose(index + 2, 150))));
  const places = ['guides/reverse-dns.md', 'account/reverse-dns-setup.md', 'help/setting-up-reverse-dns.md'];
  return [...places.slice(0, copies).map((path, index) => pageAt(path, titled('Reverse DNS setup', `${body} ${prose(90 + index, 4)}`))), ...others];
}

const summary = (clusters: Cluster[]) => clusters.map(({ subject, evidence, pages, keep }) => ({ subject, evidence, pages: pages.map(({ path }) => path), keep: keep.page.path }));

describe('topics', () => {
  test('the order of files never matters', () => {
    const pages = tree(3);
    const expected = summary(topicsOf(pages));
    expect(expected).toHaveLength(1);
    fc.assert(fc.property(fc.shuffledSubarray(pages, { minLength: pages.length }), (shuffled) => {
      expect(summary(topicsOf(shuffled))).toEqual(expected);
    }), { numRuns: 20 });
  });

  test('a member that leaves or joins leaves the identity of the topic as it is, and so does a new name', () => {
    const [three] = topicsOf(tree(3));
    const [two] = topicsOf(tree(2));
    expect(three!.pages).toHaveLength(3);
    expect(two!.pages).toHaveLength(2);
    expect(two!.subject).toBe(three!.subject);
    const renamed = tree(2).map((page) => (page.path.startsWith('account/') ? { ...page, path: 'account/rdns-howto.md' } : page));
    expect(topicsOf(renamed)[0]!.subject).toBe(two!.subject);
  });

  test('a fingerprint survives moved text and a reordered cluster', () => {
    const pages = tree(3);
    const [topic] = topicsOf(pages);
    const moved = pages.map((page) => (page.path.startsWith('other/') ? page : pageAt(page.path, page.source.replace('---\n\n', `---\n\n${prose(70, 6)}\n\n`))));
    expect(topicsOf(moved).map(topicId)).toEqual([topicId(topic!)]);
    expect(topicId({ ...topic!, pages: topic!.pages.toReversed(), edges: topic!.edges.toReversed() })).toBe(topicId(topic!));
    expect(topicsOf(pages.toReversed()).map(topicId)).toEqual([topicId(topic!)]);
  });

  test('likeness is symmetric, and a page is wholly like its copy', () => {
    const pages = [...tree(2), pageAt('copy/mole.md', titled('About the mole', prose(2, 150)))];
    const { pairOf } = compare(comparedPages(pages).pages, noLinks, []);
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.constantFrom(...pages), (one, other) => {
        if (one === other) return;
        const [there, back] = [pairOf(one, other), pairOf(other, one)];
        expect([there.overlap, there.cosine]).toEqual([back.overlap, back.cosine]);
      }),
    );
    expect(pairOf(pages.find(({ path }) => path === 'other/mole.md')!, pages.at(-1)!).overlap).toMatchObject({ jaccard: 1, containment: 1 });
  });

  test('ten thousand pages of one text are one topic', () => {
    const [model] = [pageAt('a/0.md', titled('Reverse DNS setup', prose(1, 120)))];
    const pages = Array.from({ length: 10_000 }, (_, index) => ({ ...model!, path: `${names[index % 8]}/n${index}.md` }));
    const clusters = topicsOf(pages);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]!.evidence).toBe('near-copy');
    expect(clusters[0]!.pages).toHaveLength(10_000);
  });

  test('pages with hardly a word, only code, only a table, without spaces between words or written from right to left are no topic by that', () => {
    const table = `| a | b |\n| - | - |\n${Array.from({ length: 40 }, (_, row) => `| ${prose(row, 2)} | ${row} |`).join('\n')}`;
    const sources = ['', 'Word.', '```\ncode\n```', table, '设置反向解析。'.repeat(3), 'إعداد النطاق للبريد الإلكتروني', '逆引きを設定します。'];
    expect(topicsOf(sources.map((source, index) => pageAt(`p${index}.md`, source)))).toEqual([]);
  });

  test('copies in Chinese, Japanese and Arabic are found', () => {
    const texts = [
      ['反向解析设置', '反向解析让收件人的邮件服务器检查地址是否属于邮件所声称的域名。在从某个专用地址发送第一封邮件之前，请先为它设置反向解析。打开设置，选择发件人验证，添加记录，然后返回页面进行检查。'],
      ['逆引きの設定', '逆引きを設定すると、受信者のメールサーバーは、アドレスがメッセージの名乗るドメインに属しているかどうかを確認できます。専用アドレスから最初のメッセージを送る前に設定してください。設定を開き、レコードを追加します。'],
      ['إعداد البحث العكسي', prose(5, 60).replaceAll('w', 'و').replaceAll('x', 'ش')],
    ] as const;
    for (const [title, body] of texts) {
      const others = names.map((name, index) => pageAt(`other/${name}.md`, titled(`About the ${name}`, prose(index + 20, 150))));
      const clusters = topicsOf([pageAt('a/one.md', titled(title, body)), pageAt('b/two.md', titled(title, body)), ...others]);
      expect(summary(clusters)).toMatchObject([{ evidence: 'near-copy', pages: ['a/one.md', 'b/two.md'] }]);
    }
  });

  test('the page that the navigation lists is the one to keep', () => {
    const [topic] = findTopics(tree(3), noLinks, [], ({ path }) => path === 'help/setting-up-reverse-dns.md');
    expect(topic!.keep).toMatchObject({ page: { path: 'help/setting-up-reverse-dns.md' }, why: 'the navigation lists it, and not the other' });
  });

  test('a topic that many pages name is a category of the site', () => {
    const pages = (count: number) => Array.from({ length: count }, (_, index) => pageAt(`p/${names[index]}.md`, `---\ntitle: About the ${names[index]}\ntopic: animals\n---\n\n${prose(index + 2, 150)}\n`));
    expect(summary(topicsOf(pages(3)))).toMatchObject([{ evidence: 'declared', subject: 'animals', pages: ['p/heron.md', 'p/mole.md', 'p/otter.md'] }]);
    expect(topicsOf(pages(7))).toEqual([]);
  });

  test('at most three pages are named beside a page that tells the same', () => {
    const pages = tree(3);
    const [first, ...others] = pages;
    expect(pagesLike(topicsOf(pages), first!).map(({ page }) => page.path).sort()).toEqual(others.slice(0, 2).map(({ path }) => path).sort());
    expect(pagesLike(topicsOf(pages), pages.at(-1)!)).toEqual([]);
  });
});
