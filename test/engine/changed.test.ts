import { describe, expect, test } from 'vitest';
import { createRepository, places } from './repository.ts';

const changed = { changed: 'main' };

describe('--changed reports', () => {
  const files = { 'a.md': '# A\n\n[x](gone.md)\n\nText.\n', 'b.md': '# B\n\n[y](lost.md)\n', 'logo.png': '' };

  test('nothing of what was there before', async () => {
    const { lint, git } = createRepository(files);
    git('checkout', '-q', '-b', 'branch');
    expect((await lint(changed)).findings).toEqual([]);
  });

  test('findings on changed lines, committed or not, and those of new files', async () => {
    const { lint, git, commit, write } = createRepository(files);
    git('checkout', '-q', '-b', 'branch');
    commit({ 'a.md': '# A\n\n[x](gone.md)\n\nText with [z](away.md).\n' });
    write({ 'b.md': '# B\n\n[y](lost.md) again\n', 'c.md': '# C\n\n[w](nowhere.md)\n' });
    expect(places((await lint(changed)).findings)).toEqual(['a.md:5 link/broken', 'b.md:3 link/broken', 'c.md:3 link/broken']);
  });

  test('what the branch brings, whatever main did meanwhile', async () => {
    const { lint, git, commit } = createRepository(files);
    git('checkout', '-q', '-b', 'branch');
    commit({ 'a.md': '# A\n\n[x](gone.md)\n\nText with [z](away.md).\n' });
    git('checkout', '-q', 'main');
    commit({ 'b.md': '# B\n\nMended.\n' });
    git('checkout', '-q', 'branch');
    expect(places((await lint(changed)).findings)).toEqual(['a.md:5 link/broken']);
  });

  test('a heading renamed in A that breaks a link in B, at the line of A, naming B', async () => {
    const { lint, git, write } = createRepository({
      'a.md': '# A\n\n## First\n\nText.\n\n## Set up domains\n\nText.\n',
      'b.md': '# B\n\n[y](a.md#set-up-domains)\n\n[z](a.md#gone)\n',
    });
    git('checkout', '-q', '-b', 'branch');
    write({ 'a.md': '# A\n\n## First of all\n\nText.\n\n## Configure your own domains\n\nText.\n' });
    const { findings } = await lint(changed);
    expect(places(findings)).toEqual(['a.md:7 link/anchor']);
    expect(findings[0]).toMatchObject({ message: expect.stringMatching(/^This change brings a fault into b\.md:3: This link leads to “#set-up-domains”/), members: [{ path: 'b.md', line: 3 }] });
  });

  test('a page deleted that others link to, at the link, with the cause', async () => {
    const { lint, git, write } = createRepository({ 'a.md': '# A\n', 'b.md': '# B\n\n[y](a.md)\n' });
    git('checkout', '-q', '-b', 'branch');
    write({ 'a.md': null });
    const { findings } = await lint(changed);
    expect(places(findings)).toEqual(['a.md:1 link/deleted', 'b.md:3 link/broken']);
    expect(findings[1]!.evidence.map(({ text }) => text)).toContain('This change deletes a.md.');
  });

  test('nothing new for a page that was renamed, but that its address is gone', async () => {
    const { lint, git } = createRepository({ 'deep/a.md': `# A\n\n${'Some words that make the page.\n'.repeat(9)}\n[x](/gone/)\n[y](#lost)\n`, 'index.md': '# Home\n', 'waymark.config.yaml': 'content: .\nrules: { link/anchor: off, link/broken: { severity: { hint: warning } } }\n' });
    git('checkout', '-q', '-b', 'branch');
    git('mv', 'deep/a.md', 'deep/b.md');
    expect(places((await lint(changed)).findings)).toEqual(['deep/b.md:1 link/deleted']);
  });

  test('a third page that joins a pair, and names it as known', async () => {
    const { lint, git, write } = createRepository({ 'a.md': '[x](gone.md)\n', 'b.md': '[x](gone.md)\n' });
    git('checkout', '-q', '-b', 'branch');
    write({ 'c.md': '[x](gone.md)\n' });
    const { findings } = await lint(changed);
    expect(findings).toMatchObject([{ path: 'c.md', members: [{ path: 'c.md' }], related: [{ path: 'a.md', message: 'Was there before this change.' }, { path: 'b.md' }] }]);
  });

  test('hints for pages that are new or tell something else, three a page at most', async () => {
    const hint = (n: number) => `[h${n}](../outside-${n}.md)\n`;
    const { lint, git, write } = createRepository({ 'a.md': '# A\n', 'b.md': '# B\n', 'waymark.config.yaml': 'product: { names: [A], domains: [] }\n' });
    git('checkout', '-q', '-b', 'branch');
    write({ 'a.md': `# A\n\n${hint(1)}`, 'b.md': `# Another title\n\n${hint(2)}`, 'c.md': `# C\n\n${[3, 4, 5, 6].map(hint).join('\n')}` });
    const { findings, hints } = await lint(changed);
    expect(findings).toEqual([]);
    expect(hints.map(({ path }) => path).sort()).toEqual(['b.md', 'c.md', 'c.md', 'c.md']);
  });

  test('with a notice, the pages that tell what a new page tells', async () => {
    const page = (title: string) => `---\ntitle: ${title}\ntopic: passwords\n---\n\n${'Say who you are, and follow the link in the message that comes. '.repeat(5)}\n`;
    const { lint, git, write } = createRepository({ 'passwords.md': page('Reset a password') });
    git('checkout', '-q', '-b', 'branch');
    expect((await lint(changed)).notices).toEqual([]);
    write({ 'forgotten.md': page('Forgotten passwords'), 'other.md': '# Something else\n' });
    expect((await lint(changed)).notices).toEqual([expect.stringMatching(/^forgotten\.md seems to tell what passwords\.md \(.+\) tells\. If so, extend that page/)]);
  });

  test('the whole tree of a branch that has no page on the base', async () => {
    const { lint, git, write } = createRepository({ 'notes.txt': '' });
    git('checkout', '-q', '-b', 'branch');
    write({ 'a.md': '[x](gone.md)\n' });
    expect(places((await lint(changed)).findings)).toEqual(['a.md:1 link/broken']);
  });

  test('only below the linted folder, with paths relative to it', async () => {
    const { root, lint, git, write } = createRepository({ 'docs/a.md': '# A\n', 'other.md': '# O\n', 'waymark.config.yaml': 'content: docs\n' });
    git('checkout', '-q', '-b', 'branch');
    write({ 'docs/a.md': '# A\n\n[x](gone.md)\n', 'other.md': '[y](lost.md)\n' });
    expect(places((await lint({ ...changed, root: `${root}/docs` })).findings)).toEqual(['a.md:3 link/broken']);
  });
});

describe('--changed cannot tell', () => {
  test('without a repository, or without the branch', async () => {
    const { lint } = createRepository({ 'a.md': '# A\n' });
    await expect(lint({ changed: 'origin/next' })).rejects.toThrow('There is no commit “origin/next” here. Fetch it first: git fetch origin next');
    await expect(lint({ changed: '--output=x' })).rejects.toThrow('There is no commit “--output=x” here.');
  });

  test('in a shallow clone, and says the mend', async () => {
    const origin = createRepository({ 'a.md': '# A\n' });
    origin.git('checkout', '-q', '-b', 'branch');
    origin.commit({ 'b.md': '# B\n' });
    const clone = createRepository({});
    clone.git('remote', 'add', 'origin', `file://${origin.root}`);
    clone.git('fetch', '-q', '--depth', '1', 'origin', 'branch');
    clone.git('reset', '-q', '--hard', 'FETCH_HEAD');
    await expect(clone.lint({ changed: 'origin/main' })).rejects.toThrow(/This clone is shallow.*git fetch --unshallow.*fetch-depth: 0/);
  });
});
