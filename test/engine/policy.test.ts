import { describe, expect, test } from 'vitest';
import { createRepository, places } from './repository.ts';

const policy = { policy: 'main' };

describe('--policy: a change cannot switch off what judges it', () => {
  const files = { 'a.md': '# A\n\n[x](gone.md)\n', 'index.md': '# Home\n', 'waymark.config.yaml': 'rules: { link/anchor: error }\n' };

  function branch(more: Record<string, string> = {}) {
    const repository = createRepository({ ...files, ...more });
    repository.git('checkout', '-q', '-b', 'branch');
    return repository;
  }

  test('by its configuration; what it would switch off is listed', async () => {
    const { lint, write } = branch();
    write({ 'waymark.config.yaml': "rules: { link/broken: off }\nignore: ['a.md']\noverrides: [{ files: ['b/**'], rules: { link/image: off } }]\n" });
    const { findings, notices } = await lint({ ...policy });
    expect(places(findings)).toEqual(['a.md:3 link/broken']);
    expect(notices).toEqual([
      'This change sets link/broken to off; on the base it is as the rule has it.',
      'This change sets link/anchor to as the rule has it; on the base it is error.',
      'This change ignores a.md.',
      'This change sets link/image for b/**.',
    ]);
  });

  test('by a configuration that cannot be read', async () => {
    const { lint, write } = branch();
    const options = { ...policy };
    write({ 'waymark.config.yaml': 'rules: [' });
    const { findings, notices } = await (async () => lint(options))().catch((error: Error) => ({ findings: [], notices: [error.message] }));
    expect(places(findings)).toEqual(['a.md:3 link/broken']);
    expect(notices[0]).toMatch(/^The configuration of this change cannot be read: .*waymark\.config\.yaml:1/);
  });

  test('by a new configuration where the base has none', async () => {
    const { lint, write } = createRepository({ 'a.md': '[x](gone.md)\n' });
    write({ 'waymark.config.yaml': 'rules: { link/broken: off }\n' });
    expect(places((await lint(policy)).findings)).toEqual(['a.md:1 link/broken']);
  });

  test('by its baseline; that of the base counts', async () => {
    const { lint, commit, git, write } = branch();
    git('checkout', '-q', 'main');
    await lint({ writeBaseline: { update: true, prune: false } });
    commit();
    git('checkout', '-q', '-B', 'branch');
    write({ 'b.md': '[y](lost.md)\n' });
    await lint({ writeBaseline: { update: true, prune: false } });
    expect((await lint()).findings).toEqual([]);
    const { findings, notices } = await lint(policy);
    expect(places(findings)).toEqual(['b.md:1 link/broken']);
    expect(notices).toEqual([expect.stringMatching(/^This change adds one line to .*waymark\.baseline\.$/)]);
  });

  test('by suppressions, which count for warnings at once and for errors once they are on the base', async () => {
    const { lint, write, commit, git } = branch({ 'waymark.config.yaml': "overrides: [{ files: ['b.md'], rules: { link/broken: warning } }]\n" });
    const comment = '<!-- waymark-disable-next-line link/broken -- comes later -->\n';
    write({ 'a.md': `# A\n\n${comment}[x](gone.md)\n`, 'b.md': `${comment}[y](lost.md)\n` });
    const { findings, notices } = await lint(policy);
    expect(places(findings)).toEqual(['a.md:4 link/broken']);
    expect(findings[0]!.related).toEqual([{ path: 'a.md', line: 4, message: 'The suppression of this error counts once it is on the base: comes later' }]);
    expect(notices).toEqual(['This change suppresses link/broken in a.md: comes later.', 'This change suppresses link/broken in b.md: comes later.']);
    commit();
    git('checkout', '-q', 'main');
    git('merge', '-q', 'branch');
    git('checkout', '-q', '-B', 'next');
    git('mv', 'a.md', 'renamed.md');
    const next = await lint(policy);
    expect({ findings: places(next.findings), notices: next.notices }).toEqual({ findings: ['renamed.md:1 link/deleted'], notices: [] });
  });

  test('by telling git to ignore a page', async () => {
    const { lint, write } = branch();
    write({ '.gitignore': 'a.md\n' });
    const { notices } = await lint(policy);
    expect(notices).toEqual(['With this change, a.md is read no more.']);
  });

  test('together with --changed', async () => {
    const { lint, write } = branch();
    write({ 'waymark.config.yaml': 'rules: { link/broken: off }\n', 'b.md': '[y](lost.md)\n' });
    expect(places((await lint({ ...policy, changed: 'main' })).findings)).toEqual(['b.md:1 link/broken']);
  });
});
