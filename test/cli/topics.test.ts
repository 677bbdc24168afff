import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TopicDossier } from '../../src/review/topic-dossier.ts';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

const beginning = 'Reverse DNS lets the mail server of a recipient check that an IP address belongs to the domain that a message claims to come from. Set it up for every dedicated IP address before you send the first message from it.';
const steps = '1. Open **Settings**, then **Sender authentication**.\n2. In the row “Reverse DNS”, select **Add**.\n3. Choose the IP address and enter the domain that you send from.\n4. Copy the A record that is shown and add it at your DNS host.\n';

const files = {
  'index.md': '---\ntitle: Help\n---\n\n[Reverse DNS](domains/reverse-dns.md), [the check](sending/rdns.md#verify) and [waiting](sending/rdns.md#how-long-it-takes).\n',
  'about.md': '---\ntitle: About\n---\n\nSee [reverse DNS](domains/reverse-dns.md).\n',
  'domains/reverse-dns.md': `---\ntitle: Set up reverse DNS\n---\n\n${beginning}\n\n## Add the record\n\n${steps}\n## Verify\n\nSelect **Verify**. It can take up to two days until a new record is seen everywhere.\n`,
  'sending/rdns.md': `---\ntitle: Reverse DNS setup\nformerly: /ptr\n---\n\n${beginning}\n\n## Add the record\n\n${steps}\n## Verify\n\nSelect **Verify** in the list of addresses. Until the new record is seen everywhere, it reports an error.\n\n## How long it takes\n\nHosts keep old answers for hours. See [the overview](../index.md) before you write to the host.\n`,
};

/** A repository of its own with everything committed. */
function repository(): string {
  const root = writeTree(files);
  const git = (...args: string[]) => spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@postwing.example', ...args], { cwd: root });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'Pages');
  return root;
}

function dossiers(root: string): TopicDossier[] {
  return (JSON.parse(waymark('topics', root, '--format', 'json').stdout) as { topics: TopicDossier[] }).topics;
}

describe('waymark topics', () => {
  test('lists topics with the page to keep, and each in full', () => {
    const root = writeTree(files);
    const [dossier] = dossiers(root);
    expect(dossier).toMatchObject({ class: 'reworked-copy', keep: { path: 'domains/reverse-dns.md', why: '2 other pages link to it' } });
    expect(dossier!.merges[0]!.sections.map(({ section, standing, match }) => [section.heading, standing, match?.heading])).toEqual([
      ['', 'same', ''],
      ['Add the record', 'same', 'Add the record'],
      ['Verify', 'differs', 'Verify'],
      ['How long it takes', 'missing', undefined],
    ]);
    expect(waymark('topics', root).stdout).toMatch(new RegExp(`^${dossier!.id} {2}Set up reverse DNS {2}\\(hint, reworked-copy\\)`));
    expect(waymark('topics', root, '--dossier', dossier!.id.slice(0, 6)).stdout).toContain('“How long it takes” is told nowhere');
  });

  test('plans what to bring over, redirect and relink', () => {
    const root = writeTree(files);
    const { stdout } = waymark('topics', root, '--plan', dossiers(root)[0]!.id);
    expect(stdout).toContain('- [ ] “How long it takes” (line 19): told nowhere else; bring it over\n');
    expect(stdout).toContain('- [ ] “Verify” (line 15): “Verify” (line 14) tells it in other words');
    expect(stdout).toContain('`formerly: [/sending/rdns, /ptr]`');
    expect(stdout).toContain('- [ ] `index.md:5`: `sending/rdns.md#verify` → `domains/reverse-dns.md#verify`\n');
  });

  test('applies the mechanical part, after which every link leads somewhere', () => {
    const root = repository();
    const { status, stdout } = waymark('topics', root, '--apply', dossiers(root)[0]!.id);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^deleted {2}sending\/rdns\.md$/m);
    expect(existsSync(path.join(root, 'sending/rdns.md'))).toBe(false);
    const kept = readFileSync(path.join(root, 'domains/reverse-dns.md'), 'utf8');
    expect(kept).toContain('formerly: [/sending/rdns, /ptr]\n---');
    expect(kept).toContain('<!-- waymark: “How long it takes” of sending/rdns.md has no match here: move it to where it belongs, and delete both comments. -->');
    expect(kept).toContain('See [the overview](../index.md) before');
    expect(waymark('lint', root)).toMatchObject({ status: 0 });
  });

  test('applies nothing over changes that are not committed, and nothing outside of git, unless it is forced', () => {
    const root = writeTree(files);
    const [{ id }] = dossiers(root) as [TopicDossier];
    expect(waymark('topics', root, '--apply', id)).toMatchObject({ status: 2, stderr: expect.stringContaining('--force') as string });
    expect(existsSync(path.join(root, 'sending/rdns.md'))).toBe(true);
    expect(waymark('topics', root, '--apply', id, '--force').status).toBe(0);
    expect(existsSync(path.join(root, 'sending/rdns.md'))).toBe(false);
  });

  test('says when there is nothing to list, and when an id is none', () => {
    const root = writeTree({ 'index.md': files['index.md'].replaceAll(/\[(.*?)\]\(.*?\)/g, '$1') });
    expect(waymark('topics', root).stdout).toBe('No topic seems to be told twice.\n');
    expect(waymark('topics', root, '--plan', 'abc')).toMatchObject({ status: 2, stderr: expect.stringContaining('No topic of this tree has an id that begins with “abc”') as string });
  });
});
