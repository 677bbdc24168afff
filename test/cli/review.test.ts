import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

const hint = (words: string) => `# ${words}\n\nFor each event a call is made. Only our support team can raise the number of ${words.toLowerCase()}.\n`;
const steps = 'Open the settings of your account and choose the tab for delivery. Pick the address that your messages come from, write the name that readers see beside it, and save both. The change holds for all messages that are sent from then on, and for those that wait. '.repeat(4);
const files = { 'docs/retries.md': hint('Retries'), 'docs/calls.md': hint('Calls'), 'a.md': `# Change the sender\n\n${steps}\n`, 'b.md': `# Change the sender\n\n${steps}\n` };

interface Listed {
  version: number;
  candidates: { rule: string; subject: string; members: { path: string; line: number }[]; rank: number; evidence: unknown[]; vetoes: string[]; dossier: { kind: string } }[];
}

const list = (root: string, ...options: string[]) => (JSON.parse(waymark('review', root, '--list', '--format', 'json', ...options).stdout) as Listed).candidates;

describe('waymark review --list', () => {
  test('gives every candidate with its dossier, likely ones first', () => {
    const candidates = list(writeTree(files));
    expect(candidates.map(({ rule, rank, members }) => `${rank} ${rule} ${members.map((member) => member.path).join(' ')}`)).toEqual(['1 topic/duplicate a.md b.md', expect.stringMatching(/^2 help\/dead-end docs\//), expect.stringMatching(/^3 help\/dead-end docs\//)]);
    expect(candidates[0]).toMatchObject({ subject: expect.any(String), vetoes: [], evidence: [{ class: 'near-copy' }, expect.anything()], dossier: { kind: 'topic', merges: [{ sections: [{ standing: 'same' }] }] } });
    expect(candidates[1]).toMatchObject({ dossier: { kind: 'places', places: [{ paragraph: expect.stringContaining('Only our support team'), line: 3 }] } });
  });

  test('of one rule and path, of one owner, as many as asked for, and with what readers could not solve', () => {
    const root = writeTree({ ...files, 'feedback.json': '[{ "page": "docs/retries.md", "unsolved": 9 }]' });
    expect(list(root, '--rule', 'help/dead-end', '--path', 'docs/calls.md', '--feedback', path.join(root, 'feedback.json'))).toHaveLength(1);
    expect(list(root, '--owner', '@api')).toEqual([]);
    expect(list(root, '--limit', '1')).toHaveLength(1);
  });

  test('of an unknown rule says so', () => {
    expect(waymark('review', '.', '--list', '--rule', 'help/dead').stderr).toContain('There is no rule “help/dead”');
  });

  test('is the way where there is no terminal', () => {
    expect(waymark('review', writeTree(files))).toMatchObject({ status: 2, stderr: 'waymark: This is no terminal, so nobody can be asked. “waymark review --list --format json” gives the candidates to another program.\n' });
  });
});

/** `script` of util-linux runs a command on a terminal of its own. */
const hasScript = spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasScript)('waymark review at a terminal', () => {
  const down = '\u001b[B';

  /** Waits for each text, then types what belongs to it. */
  async function type(root: string, dialogue: [waitFor: string, keys: string][], environment: Record<string, string> = {}, meanwhile = ''): Promise<string> {
    const command = `stty cols 70 rows 40; ${meanwhile}'${process.execPath}' bin/waymark.mjs review '${root}' --as Ann`;
    const child = spawn('script', ['-qec', command, '/dev/null'], { env: { ...process.env, TERM: 'xterm', ...environment } });
    let shown = '';
    let from = 0;
    const left = [...dialogue];
    child.stdout.on('data', (data: Buffer) => {
      shown += data.toString();
      const [next] = left;
      const at = next ? shown.indexOf(next[0], from) : -1;
      if (at < 0) return;
      from = shown.length;
      left.shift();
      setTimeout(() => child.stdin.write(next![1]), 100);
    });
    await new Promise((resolve) => child.on('close', resolve));
    return shown;
  }

  const decisions = (root: string) => readFileSync(path.join(root, 'waymark.decisions'), 'utf8').trimEnd().split('\n').filter(Boolean).map((line) => JSON.parse(line) as { rule: string; verdict: string; reason: string; by: string });

  test('asks about one after the other, and keeps what was decided when one leaves', async () => {
    const root = writeTree(files);
    const shown = await type(root, [['1 of 3', '\r'], ['Why', 'Same steps.\r'], ['2 of 3', `${down}\r`], ['Why', '\r'], ['3 of 3', '\u0003']]);
    expect(shown).toContain('2 decisions in waymark.decisions.');
    expect(decisions(root)).toEqual(expect.arrayContaining([
      expect.objectContaining({ rule: 'topic/duplicate', verdict: 'fault', reason: 'Same steps.', by: 'person Ann' }),
      expect.objectContaining({ rule: 'help/dead-end', verdict: 'fine', reason: '' }),
    ]));
  }, 60_000);

  test('goes back, undoes and skips, without colours too', async () => {
    const root = writeTree(files);
    const undo = down.repeat(5);
    const shown = await type(root, [['1 of 3', '\r'], ['Why', '\r'], ['2 of 3', `${undo}\r`], ['1 of 3', `${down.repeat(2)}\r`], ['2 of 3', `${down.repeat(4)}\r`], ['1 of 3', `${down.repeat(6)}\r`]], { NO_COLOR: '1' });
    expect([31, 32, 33, 34, 35, 36].filter((colour) => shown.includes(`\u001b[${colour}m`))).toEqual([]);
    expect(existsSync(path.join(root, 'waymark.decisions')) ? decisions(root) : []).toEqual([]);
  }, 60_000);

  test('opens the place in the editor that the environment names, and goes on', async () => {
    const root = writeTree({ ...files, 'editor.sh': '#!/bin/sh\necho "$@" > "$(dirname "$0")/opened"\necho It was opened.\n' });
    chmodSync(path.join(root, 'editor.sh'), 0o755);
    await type(root, [['1 of 3', `${down.repeat(3)}\r`], ['It was opened.', '\u0003']], { VISUAL: path.join(root, 'editor.sh') });
    expect(readFileSync(path.join(root, 'opened'), 'utf8')).toBe(`+1 ${path.join(root, 'a.md')}\n`);
  }, 60_000);

  test('goes on when the terminal gets narrow meanwhile', async () => {
    const root = writeTree(files);
    await type(root, [['1 of 3', `${down}\r`], ['Why', 'Meant so.\r'], ['2 of 3', '\u0003']], {}, '(sleep 3; stty cols 24 rows 8 < /dev/tty) & ');
    expect(decisions(root)).toEqual([expect.objectContaining({ verdict: 'fine', reason: 'Meant so.' })]);
  }, 60_000);
});
