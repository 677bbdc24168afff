import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { readSubjects, type TicketOptions } from '../../src/engine/tickets.ts';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

const https = '---\ntitle: Links\nowner: web team\n---\n\nTo enable SSL on tracked links, contact support.\n';
const keys = '---\ntitle: Keys\n---\n\n## Create an API key\n\n1. Click **New**.\n';

async function subjectsOf(file: string | Uint8Array, options: Partial<TicketOptions> = {}): Promise<string[]> {
  const root = writeTree({ 'tickets.csv': file });
  const subjects: string[] = [];
  for await (const subject of readSubjects(path.join(root, 'tickets.csv'), { column: 'subject', encoding: 'utf-8', ...options })) subjects.push(subject);
  return subjects;
}

describe('subjects of tickets are read', () => {
  test.each([
    ['commas', 'id,Subject\n1,"a, b"\n2,c\n', ['a, b', 'c']],
    ['semicolons', 'id;subject;note\n1;"a ""b""";"x\ny"\n2;c, d;\n', ['a "b"', 'c, d']],
    ['tabs', 'subject\tid\na\t1\n', ['a']],
    ['rows that lack cells', 'id,subject\n1\n2,b,too,many\n', ['', 'b']],
    ['a byte order mark', '\uFEFFsubject\r\na\r\n', ['a']],
    ['UTF-16', Buffer.from('\uFEFFsubject\nzażółć\n', 'utf16le'), ['zażółć']],
  ])('with %s', async (_, file, subjects) => {
    expect(await subjectsOf(file)).toEqual(subjects);
  });

  test('in an encoding that is named', async () => {
    expect(await subjectsOf(Buffer.from([0x73, 0x75, 0x62, 0x6a, 0x65, 0x63, 0x74, 0x0a, 0xb9, 0x0a]), { encoding: 'windows-1250' })).toEqual(['ą']);
  });

  test.each([
    ['another encoding', Buffer.from('subject\nGrüße\n', 'latin1'), {}, 'is no text in utf-8: it fails after line 1'],
    ['an encoding that is none', 'subject\n', { encoding: 'utf-9' }, '“utf-9” is no encoding'],
    ['no such column', 'id,title\n1,a\n', {}, 'has no column “subject”. It has “id”, “title”'],
    ['an empty file', '', {}, 'is empty'],
    ['a quotation that never ends', 'subject\n"a\nb\n', {}, 'Quote Not Closed'],
  ])('not from %s', async (_, file, options, message) => {
    await expect(subjectsOf(file, options)).rejects.toThrow(UsageError);
    await expect(subjectsOf(file, options)).rejects.toThrow(message);
  });

  test('row by row, however many there are', async () => {
    const root = writeTree({ 'tickets.csv': `subject\n${'please enable SSL\n'.repeat(500_000)}` });
    let rows = 0;
    for await (const subject of readSubjects(path.join(root, 'tickets.csv'), { column: 'subject', encoding: 'utf-8' })) if (subject !== '') rows++;
    expect(rows).toBe(500_000);
  });
});

describe('waymark gaps', () => {
  test('ranks by what people write in for, and says what a page answers', () => {
    const root = writeTree({
      'links.md': https,
      'plan.md': '# Plan\n\nTo downgrade your plan, contact sales.\n',
      'keys.md': keys,
      'tickets.csv': 'subject\nPlease turn on SSL for tracked links #4711\nRe: enable HTTPS on tracked links\nHow do I create an API key?\nchange the invoice address\nhello\n',
      'feedback.json': '[{ "page": "/plan/", "unsolved": 1 }, { "page": "gone.md", "unsolved": 9 }]',
    });
    const { stdout, stderr } = waymark('gaps', root, '--tickets', path.join(root, 'tickets.csv'), '--feedback', path.join(root, 'feedback.json'), '--format', 'json');
    expect(stderr).toBe('');
    const { gaps, tickets } = JSON.parse(stdout) as { gaps: { task: string; state: string; tickets: number; readers: number; owner: string; closest: string }[]; tickets: number };
    expect(tickets).toBe(5);
    expect(gaps.slice(0, 3).map(({ task, state, tickets: asked, readers }) => [task, state, asked, readers])).toEqual([
      ['enable SSL on tracked links', 'gap', 2, 0],
      ['downgrade your plan', 'gap', 0, 1],
      ['Create an API key', 'answered', 1, 0],
    ]);
    expect(gaps[0]).toMatchObject({ owner: 'web team', closest: '' });
    expect(gaps[2]).toMatchObject({ closest: 'keys.md' });
    expect(gaps.at(-1)).toMatchObject({ task: 'change the invoice address', state: 'untold' });
  });

  test('as CSV and Markdown, no text can leave its cell or be run as a formula', () => {
    const root = writeTree({ 'a.md': '# A\n\nTo enable SSL, "secure" | tracking, contact support.\n', 'tickets.csv': 'subject\n"=delete the report, now"\n' });
    const csv = waymark('gaps', root, '--hints', '--format', 'csv', '--tickets', path.join(root, 'tickets.csv')).stdout;
    expect(csv.split('\r\n').every((line) => !/^"?=/.test(line))).toBe(true);
    const rows = waymark('gaps', root, '--format', 'markdown').stdout.trimEnd().split('\n');
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(12);
  });

  test('--since says what a branch opened and closed', () => {
    const root = writeTree({ 'docs/links.md': https, 'docs/keys.md': keys });
    const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@postwing.example', ...args], { cwd: root, stdio: 'pipe' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    writeFileSync(path.join(root, 'docs/links.md'), '# Links\n\nTo downgrade your plan, contact sales.\n');
    const { stdout } = waymark('gaps', path.join(root, 'docs'), '--since', 'HEAD', '--format', 'json');
    const { since } = JSON.parse(stdout) as { since: { opened: { task: string }[]; closed: { task: string }[] } };
    expect(since.opened.map(({ task }) => task)).toEqual(['downgrade your plan']);
    expect(since.closed.map(({ task }) => task)).toEqual(['enable SSL on tracked links']);
    expect(waymark('gaps', path.join(root, 'docs'), '--since', 'no-such')).toMatchObject({ status: 2, stderr: expect.stringContaining('git knows no revision “no-such”') });
  });

  test('an exception counts until its day, and then as run out', () => {
    const registry = `channels:
  s: { name: Support, address: s@postwing.example, hours: always, languages: [en], response: [{ within: 1 day }] }
tasks:
  https:
    phrasings: { en: [enable SSL on tracked links] }
    assisted: { reason: By hand., owner: web, channel: s, response: 1 day, expires: 2026-06-30 }
`;
    const root = writeTree({ 'links.md': https, 'product/self-serve.yaml': registry });
    const state = (day: string) => (JSON.parse(waymark('gaps', root, '--now', day, '--format', 'json').stdout) as { gaps: { state: string; owner: string }[] }).gaps[0];
    expect(state('2026-06-30')).toMatchObject({ state: 'assisted', owner: 'web' });
    expect(state('2026-07-01')).toMatchObject({ state: 'expired' });
  });
});
