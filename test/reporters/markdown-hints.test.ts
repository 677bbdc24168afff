import { expect, test } from 'vitest';
import { findConfig } from '../../src/engine/config.ts';
import { addDecisions } from '../../src/engine/decisions.ts';
import { memberKeys } from '../../src/engine/member-keys.ts';
import { formatMarkdown } from '../../src/reporters/markdown.ts';
import { decide, proposalsOf } from '../../src/review/proposals.ts';
import { createRepository } from '../engine/repository.ts';
import { waymark } from '../examples/run.ts';

test('the report of a pull request lists the hints on its new pages that nobody decided, each with the command that judges it', async () => {
  const limit = (noun: string) => `# The ${noun}\n\nFor each event a call is made. Only our support team can raise the number of ${noun}.\n`;
  const { root, git, commit, lint } = createRepository({ 'index.md': '# Home\n', 'rows.md': limit('rows') });
  git('switch', '-q', '-c', 'change');
  commit({ 'calls.md': limit('calls') });
  const report = async () => formatMarkdown(await lint({ changed: 'main' }), { hints: true, stats: false, colors: false });

  const [, command] = /\*\*hint\*\*[^]*\*\*Judge it:\*\* `npx waymark (.*)`/.exec(await report())!;
  expect(await report()).not.toContain('rows.md');
  expect(command).toMatch(/^review \S+ --rule help\/dead-end --path calls\.md$/);
  const { candidates } = JSON.parse(waymark(...command!.split(' '), '--list', '--format', 'json').stdout) as { candidates: { members: { path: string }[] }[] };
  expect(candidates.map(({ members }) => members.map(({ path }) => path))).toEqual([['calls.md']]);

  const { hints, site } = await lint();
  const config = findConfig(root);
  const proposals = proposalsOf(hints, site, memberKeys(site, root, config.folder), { path: 'calls.md' });
  addDecisions(config, proposals.flatMap((proposal) => decide(proposal, site, { verdict: 'fine', reason: '', by: 'agent Test', date: '2026-01-31' })), '2026-01-31');
  expect(await report()).not.toContain('Judge it');
});
