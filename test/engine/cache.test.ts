import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { formatJson } from '../../src/reporters/json.ts';
import { writeTree } from '../content/tree.ts';

const pages = {
  'index.md': '---\ntitle: Help\n---\n\nSee [domains](domains.md#records) and [limits](limits.md).\n',
  'domains.md': '# Domains\n\n## Records\n\nTo enable SSL on tracked links, contact support@postwing.example.\n',
  'guides/ssl.mdx': '---\ntitle: SSL on links\n---\n\nTo turn on SSL for tracked links, contact our support team.\n\n<Steps>\n\n1. Open **Settings**.\n\n</Steps>\n',
};

async function report(root: string, cache?: string): Promise<{ text: string; cached: number }> {
  const run = await lint({ root, cache, today: '2027-01-31' });
  return { text: formatJson(run, { hints: true, stats: false }), cached: run.cached };
}

const words = ['Records', 'domains', '[a](gone.md)', '[b](domains.md#records)', '# Limits', 'To enable SSL on tracked links, contact support.', '<Steps>', '\u0000', '---\nid: [\n---', 'Open **Settings**.', 'You can send up to 100 messages a day.', '```', 'größe'];
const names = ['index.md', 'domains.md', 'limits.md', 'guides/ssl.mdx', 'guides/new.md', 'waymark.config.yaml'];
/** The same limit under two values, and one label under two names. */
const facts = [100, 200].map((value) => `facts:\n  daily-messages: { kind: limit, value: ${value}, unit: messages, per: day }\n`);
const maps = ['Settings', 'Preferences'].map((text) => JSON.stringify({ version: 1, external: [], sources: [{ name: 'en.json', kind: 'catalogue', language: 'en', labels: [{ text, key: 'settings' }], past: [] }] }));
const configs = ['rules:\n  link/broken: warning\n', 'content: guides\n', 'parser: remark\n', 'ignore: ["guides/**"]\n'];

/** One change of a tree: a file written or, without text, deleted. */
const edit = fc.oneof(
  fc.record({ name: fc.constantFrom(...names.slice(0, -1)), text: fc.oneof(fc.constant(null), fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((some) => some.join('\n\n'))) }),
  fc.record({ name: fc.constant('waymark.config.yaml'), text: fc.constantFrom(null, ...configs) }),
  fc.record({ name: fc.constant('product/facts.yaml'), text: fc.constantFrom(null, ...facts) }),
  fc.record({ name: fc.constant('product/ui-map.json'), text: fc.constantFrom(null, ...maps) }),
);
/** A page that gets another name, and keeps its text. */
const rename = fc.record({ from: fc.constantFrom(...names.slice(0, -1)), to: fc.constantFrom(...names.slice(0, -1)) });

test('a warm run gives what a cold run gives, byte for byte, whatever was edited in between', async () => {
  const root = writeTree({ ...pages, 'keep.md': '# Keep\n' });
  const cache = path.join(writeTree({}), 'cache');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof({ weight: 4, arbitrary: edit }, rename), { minLength: 1, maxLength: 4 }), async (edits) => {
      for (const each of edits) {
        for (const folder of ['guides', 'product']) mkdirSync(path.join(root, folder), { recursive: true });
        if ('from' in each) {
          if (existsSync(path.join(root, each.from))) renameSync(path.join(root, each.from), path.join(root, each.to));
          continue;
        }
        const { name, text } = each;
        if (text === null) rmSync(path.join(root, name), { force: true });
        else writeFileSync(path.join(root, name), text);
      }
      expect((await report(root, cache)).text).toBe((await report(root)).text);
    }),
    { numRuns: 60 },
  );
});

test('pages that did not change are not read again, and topics are kept', async () => {
  const root = writeTree(pages);
  const cache = path.join(writeTree({}), 'cache');
  expect((await report(root, cache)).cached).toBe(0);
  expect((await report(root, cache)).cached).toBe(3);
  writeFileSync(path.join(root, 'domains.md'), '# Domains\n');
  expect((await report(root, cache)).cached).toBe(2);
  expect(readdirSync(cache).map((name) => name.replace(/^[0-9a-f]{24}/, '')).sort()).toEqual(['.facts', '.topics']);
});

test.each([
  ['cut off', (file: string) => truncateSync(file, 40)],
  ['empty', (file: string) => writeFileSync(file, '')],
  ['with another byte in it', (file: string) => {
    const bytes = readFileSync(file);
    bytes[bytes.length - 3]! ^= 1;
    writeFileSync(file, bytes);
  }],
  ['something else', (file: string) => writeFileSync(file, 'no cache\n'.repeat(100))],
])('a file of the cache that is %s counts as none', async (_, harm) => {
  const root = writeTree(pages);
  const cache = path.join(writeTree({}), 'cache');
  const { text } = await report(root, cache);
  for (const name of readdirSync(cache)) harm(path.join(cache, name));
  expect(await report(root, cache)).toEqual({ text, cached: 0 });
});

test('a cache that cannot be written makes no run fail', async () => {
  const root = writeTree(pages);
  const file = path.join(writeTree({ file: '' }), 'file');
  expect(await report(root, file)).toEqual(await report(root));
});

test('what nobody wrote for two weeks is deleted, other people’s files are not', async () => {
  const old = new Date(Date.now() - 15 * 24 * 3600 * 1000);
  const cache = writeTree({ 'a.facts': '', 'b.topics.1.x.new': '', 'project.json': '' });
  for (const name of readdirSync(cache)) utimesSync(path.join(cache, name), old, old);
  await report(writeTree(pages), cache);
  expect(readdirSync(cache).filter((name) => !/^[0-9a-f]{24}\./.test(name))).toEqual(['project.json']);
});

test('runs at once and runs that are killed leave a cache that holds', async () => {
  const root = writeTree({ ...pages, ...Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}.md`, `# P ${index}\n\n[a](domains.md) ${'word '.repeat(index)}\n`])) });
  const cache = path.join(writeTree({}), 'cache');
  const start = (): ReturnType<typeof spawn> => spawn(process.execPath, ['bin/waymark.mjs', 'lint', root, '--cache-location', cache, '--format', 'json'], { stdio: 'ignore' });
  const runs = [start(), start(), start()];
  const ended = runs.map((run) => new Promise((resolve) => run.once('exit', resolve)));
  setTimeout(() => runs[0]!.kill('SIGKILL'), 400);
  await Promise.all(ended);
  expect((await report(root, cache)).text).toBe((await report(root)).text);
});

test('aliases of YAML that stand for billions of values are said, not followed', async () => {
  const levels = Array.from({ length: 12 }, (_, level) => `l${level}: &l${level} [${level === 0 ? 'x' : Array.from({ length: 10 }, () => `*l${level - 1}`).join(', ')}]`);
  const root = writeTree({ 'bomb.md': `---\n${levels.join('\n')}\n---\n`, 'round.md': '---\na: &a [*a]\n---\n' });
  const { findings } = await lint({ root, cache: path.join(writeTree({}), 'cache') });
  expect(findings.map(({ path: file, rule }) => [file, rule])).toEqual([['bomb.md', 'page/frontmatter'], ['round.md', 'page/frontmatter']]);
});
