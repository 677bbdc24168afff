import { existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBaseline, readBaseline } from '../../src/engine/baseline.ts';
import { writeTree } from '../content/tree.ts';
import { createRepository, places, type Repository } from './repository.ts';

const update = { writeBaseline: { update: true, prune: false } };
const prune = { writeBaseline: { update: false, prune: true } };
const attributes = { '.gitattributes': 'waymark.baseline merge=union\nwaymark.decisions merge=union\n' };

/** A repository whose findings are all in its baseline. */
async function baselined(files: Record<string, string>): Promise<Repository> {
  const repository = createRepository({ ...attributes, ...files });
  await repository.lint(update);
  repository.commit();
  expect((await repository.lint()).findings).toEqual([]);
  return repository;
}

const guide = (words: string) => `# ${words}\n\n${'Some words that fill a page and say nothing more than that. '.repeat(8)}\n`;

describe('a baseline', () => {
  test('has one line for each place of a finding, sorted, with rule and subject as a remark', async () => {
    const { read } = await baselined({ 'b.md': '[x](gone.md)\n', 'a.md': '[x](gone.md) [y](gone.md)\n', 'with space.md': '[z](#lost)\n' });
    const lines = read('waymark.baseline').trimEnd().split('\n');
    expect(lines.map((line) => line.slice(17))).toEqual(expect.arrayContaining(['a.md  # link/broken gone.md', 'b.md  # link/broken gone.md', 'with%20space.md  # link/anchor with space.md#lost']));
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(lines.toSorted());
  });

  test('is never written by a check', async () => {
    const { root, lint } = createRepository({ ...attributes, 'a.md': '[x](gone.md)\n' });
    await lint();
    expect(existsSync(path.join(root, 'waymark.baseline'))).toBe(false);
  });

  test('that is missing is said', async () => {
    const { lint } = createRepository({ ...attributes, 'a.md': '[x](gone.md)\n' });
    expect((await lint()).notices).toEqual([expect.stringMatching(/^There is no .*waymark\.baseline, so everything counts as new; --update-baseline writes it\.$/)]);
    const other = createRepository({ 'a.md': '[x](gone.md)\n' });
    expect((await other.lint()).notices).toEqual([]);
    await expect(other.lint(prune)).rejects.toThrow(/There is no .*waymark\.baseline to prune/);
  });

  test('with a line that is none tells its place', () => {
    const file = path.join(writeTree({ 'waymark.baseline': '# a remark\n\n<<<<<<< HEAD\n' }), 'waymark.baseline');
    expect(() => readBaseline(file)).toThrow(/waymark\.baseline:3: this is no line of a baseline/);
  });

  test('may stand in any order, with lines twice and Windows line endings', async () => {
    const { lint, read, write } = await baselined({ 'a.md': '[x](gone.md) [y](lost.md)\n' });
    const lines = read('waymark.baseline').trimEnd().split('\n');
    write({ 'waymark.baseline': [...lines.reverse(), ...lines].join('\r\n') });
    expect((await lint()).findings).toEqual([]);
  });

  test('reads what it writes', () => {
    const line = fc.tuple(fc.stringMatching(/^[0-9a-f]{16}$/), fc.stringMatching(/^[\w./-]{1,20}$/), fc.stringMatching(/^[\w/ #:-]*$/));
    fc.assert(
      fc.property(fc.array(line), (parts) => {
        const lines = new Map(parts.map(([hash, member, remark]) => [`${hash} ${member}`, remark.trim()]));
        const file = path.join(writeTree({ 'waymark.baseline': formatBaseline(lines) }), 'waymark.baseline');
        expect(new Map(readBaseline(file)!.lines)).toEqual(lines);
      }),
      { numRuns: 30 },
    );
  });
});

test('a baselined finding moved 40 lines down stays baselined', async () => {
  const { lint, write } = await baselined({ 'a.md': '[x](gone.md)\n' });
  write({ 'a.md': `${'\n'.repeat(40)}[x](gone.md)\n` });
  expect((await lint()).findings).toEqual([]);
});

test('one fixed and another of the same rule added in the same file: the new one fails', async () => {
  const { lint, write } = await baselined({ 'a.md': '[x](gone.md)\n' });
  write({ 'a.md': '[x](lost.md)\n' });
  const { findings, notices } = await lint();
  expect(places(findings)).toEqual(['a.md:1 link/broken']);
  expect(findings[0]!.message).toContain('lost.md');
  expect(notices).toEqual([expect.stringContaining('One line of')]);
});

test('a third page joining a baselined pair fails and names it', async () => {
  const { lint, write } = await baselined({ 'a.md': '[x](gone.md)\n', 'b.md': '[x](gone.md)\n' });
  write({ 'c.md': '[x](gone.md)\n' });
  const { findings, silenced } = await lint();
  expect(findings).toMatchObject([{ path: 'c.md', members: [{ path: 'c.md' }], related: [{ path: 'a.md', message: 'Known: it is in the baseline.' }, { path: 'b.md' }] }]);
  expect(silenced).toMatchObject([{ by: 'baseline', finding: { members: [{ path: 'a.md' }, { path: 'b.md' }] } }]);
});

test('mending one of twenty places of a baselined finding makes nothing new', async () => {
  const pages = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`page-${n}.md`, '[x](gone.md)\n']));
  const { lint, write } = await baselined(pages);
  write({ 'page-0.md': 'Mended.\n' });
  expect((await lint()).findings).toEqual([]);
});

describe('renaming the file of a baselined finding makes nothing new', () => {
  const page = `${guide('Guide')}[x](#lost)\n[y](/gone/)\n`;
  const config = { 'waymark.config.yaml': 'content: .\nrules: { link/broken: { severity: { hint: warning } }, link/anchor: off }\n', 'index.md': '# Home\n' };

  test('with git mv', async () => {
    const { lint, git } = await baselined({ ...config, 'a.md': page });
    git('mv', 'a.md', 'b.md');
    expect(places((await lint()).findings)).toEqual([]);
  });

  test('without git, and edited', async () => {
    const { lint, write } = await baselined({ ...config, 'a.md': page });
    write({ 'a.md': null, 'deep/b.md': page.replace('Guide', 'A guide') });
    expect(places((await lint()).findings)).toEqual([]);
  });

  test('committed twice since', async () => {
    const { lint, git, commit } = await baselined({ ...config, 'a.md': page });
    git('mv', 'a.md', 'b.md');
    commit();
    git('mv', 'b.md', 'c.md');
    commit();
    expect(places((await lint()).findings)).toEqual([]);
  });

  test('by its frontmatter id, without any history', async () => {
    const identified = `---\nid: guide\n---\n${page}`;
    const { lint, write } = await baselined({ ...config, 'a.md': identified });
    write({ 'a.md': null, 'b.md': 'Other.\n', 'c.md': identified.replaceAll('Some words', 'All new') });
    expect(places((await lint()).findings)).toEqual([]);
  });

  test('and a new page with the same fault fails all the same', async () => {
    const { lint, write } = await baselined({ ...config, 'a.md': page });
    write({ 'a.md': null, 'b.md': '# Other\n\nWords of its own that nothing else has.\n\n[z](/gone/)\n' });
    expect(places((await lint()).findings)).toEqual(['b.md:5 link/broken']);
  });

  test('and a shallow clone says why it does not know', async () => {
    const origin = await baselined({ ...config, 'a.md': page });
    origin.git('mv', 'a.md', 'b.md');
    origin.commit();
    const clone = createRepository({});
    clone.git('fetch', '-q', '--depth', '1', `file://${origin.root}`, 'main');
    clone.git('reset', '-q', '--hard', 'FETCH_HEAD');
    const { findings, notices } = await clone.lint();
    expect(places(findings)).toEqual([expect.stringContaining('b.md')]);
    expect(notices[0]).toMatch(/This clone is shallow.*git fetch --unshallow.*fetch-depth: 0/);
  });
});

describe('git joins the baselines of two branches', () => {
  test('that each add a line', async () => {
    const { lint, git, commit, read } = await baselined({ 'a.md': '[x](gone.md)\n', 'b.md': 'Text.\n', 'c.md': 'Text.\n' });
    git('checkout', '-q', '-b', 'one');
    commit({ 'b.md': '[x](gone.md)\n' });
    await lint(update);
    commit();
    git('checkout', '-q', '-b', 'two', 'main');
    commit({ 'c.md': '[x](gone.md) [y](lost.md)\n' });
    await lint(update);
    commit();
    git('merge', '-q', 'one');
    expect(read('waymark.baseline')).not.toContain('<<<<');
    expect((await lint()).findings).toEqual([]);
    await lint(update);
    expect(read('waymark.baseline').trimEnd().split('\n')).toHaveLength(4);
  });

  test('of which one takes lines out and the other adds', async () => {
    const { lint, git, commit, read } = await baselined({ 'a.md': '[x](gone.md)\n', 'b.md': '[y](lost.md)\n', 'c.md': 'Text.\n' });
    git('checkout', '-q', '-b', 'one');
    commit({ 'a.md': 'Mended.\n' });
    await lint(prune);
    commit();
    git('checkout', '-q', '-b', 'two', 'main');
    commit({ 'c.md': '[z](away.md)\n' });
    await lint(update);
    commit();
    git('merge', '-q', 'one');
    expect((await lint()).findings).toEqual([]);
    await lint(prune);
    expect(read('waymark.baseline').trimEnd().split('\n').map((line) => line.split('# ')[1])).toEqual(expect.arrayContaining(['link/broken away.md', 'link/broken lost.md']));
    expect((await lint()).notices).toEqual([]);
  });
});
