import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withEdits } from '../../src/content/edits.ts';
import { collectFixes, writeFixes } from '../../src/engine/fix.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { lint } from '../../src/engine/run.ts';
import { unifiedDiff } from '../../src/reporters/diff.ts';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

const tree = { 'guides/setup.md': '# Set up\n', 'a.md': '[x](old/setup.md)\r\n[y](old/setup.md#set-up)\r\n', 'deep/b.md': '\uFEFF# B\n\n[z](../old/setup.md)' };

describe('--fix', () => {
  test('mends every place of every finding, and nothing beside', () => {
    const root = writeTree(tree);
    const { status, stdout } = waymark('lint', root, '--fix');
    expect(stdout).toContain('2 pages were mended');
    expect(status).toBe(0);
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toBe('[x](./guides/setup.md)\r\n[y](./guides/setup.md#set-up)\r\n');
    expect(readFileSync(path.join(root, 'deep/b.md'), 'utf8')).toBe('\uFEFF# B\n\n[z](../guides/setup.md)');
  });

  test('leaves a file alone that changed since it was read', async () => {
    const root = writeTree(tree);
    const { findings, site } = await lint({ root });
    writeFileSync(path.join(root, 'a.md'), 'Written meanwhile.\n');
    const { changed, left } = writeFixes(root, collectFixes(findings, site));
    expect([changed, left].map((pages) => pages.map((page) => page.path))).toEqual([['deep/b.md'], ['a.md']]);
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toBe('Written meanwhile.\n');
  });

  test('keeps the permissions of a file, and a symbolic link', () => {
    const root = writeTree({ ...tree, '.pages/c.md': '[x](old/setup.md)\n' });
    chmodSync(path.join(root, 'a.md'), 0o640);
    symlinkSync('.pages/c.md', path.join(root, 'c.md'));
    waymark('lint', root, '--fix');
    expect(statSync(path.join(root, 'a.md')).mode & 0o777).toBe(0o640);
    expect(lstatSync(path.join(root, 'c.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(root, '.pages/c.md'), 'utf8')).toBe('[x](./guides/setup.md)\n');
  });

  test('does not touch what is suppressed', () => {
    const root = writeTree({ 'guides/setup.md': '# Set up\n', 'a.md': '<!-- waymark-disable-next-line link/broken -- x -->\n[x](old/setup.md)\n[y](old/setup.md)\n' });
    waymark('lint', root, '--fix');
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toContain('[x](old/setup.md)\n[y](./guides/setup.md)\n');
  });
});

test('fixes never overlap: of two findings that want one place, the first has it', async () => {
  const root = writeTree({ 'a.md': 'Some text.\n' });
  const { site } = await lint({ root });
  const finding = (column: number, endColumn: number, text: string) => ({ fix: [{ path: 'a.md', line: 1, column, endLine: 1, endColumn, text }] }) as Finding;
  const fixes = collectFixes([finding(1, 5, 'A'), finding(4, 8, 'B'), finding(6, 10, 'C'), finding(1, 1, 'D')], site);
  expect(Array.from(fixes, ([page, edits]) => withEdits(page.source, edits))).toEqual(['A C.\n']);
});

describe('--fix-dry-run', () => {
  test('prints a unified difference and writes nothing', () => {
    const root = writeTree(tree);
    const { status, stdout } = waymark('lint', root, '--fix-dry-run');
    expect(status).toBe(1);
    expect(stdout).toContain('-[z](../old/setup.md)\n\\ No newline at end of file\n+[z](../guides/setup.md)\n');
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toBe(tree['a.md']);
  });

  test('git can apply it, whatever is edited', () => {
    const line = fc.constantFrom('', 'one', 'two words', 'é', '# three');
    const document = fc.tuple(fc.array(line, { maxLength: 30 }), fc.boolean()).map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));
    fc.assert(
      fc.property(document, fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom('', 'x', 'a\nb', '\n')), { maxLength: 5 }), (source, wanted) => {
        let at = 0;
        const edits = wanted
          .map(([start, length, text]) => ({ start: start % (source.length + 1), length, text }))
          .toSorted((a, b) => a.start - b.start)
          .flatMap(({ start, length, text }) => {
            const from = Math.max(start, at);
            const end = Math.min(from + length, source.length);
            if (from > source.length || (from === at && at > 0)) return [];
            at = end + 1;
            return [{ range: { start: from, end }, text }];
          });
        const root = writeTree({ 'a b.md': source });
        const difference = unifiedDiff('a b.md', source, edits);
        if (difference === '') return void expect(withEdits(source, edits)).toBe(source);
        const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: root, input: difference, encoding: 'utf8', env: { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(root) } });
        expect({ status, stderr, difference }).toEqual({ status: 0, stderr: '', difference });
        expect(readFileSync(path.join(root, 'a b.md'), 'utf8')).toBe(withEdits(source, edits));
      }),
      { numRuns: 60 },
    );
  });
});
