import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTree } from '../content/tree.ts';

/** Before anything else in the process: something happens to its nth write of a file, or its nth renaming. */
const fault = (call: 'renameSync' | 'writeFileSync', nth: number, then: string) =>
  `import fs from 'node:fs';
   import { syncBuiltinESMExports } from 'node:module';
   const real = fs.${call};
   let left = ${nth};
   fs.${call} = (file, content, ...rest) => {
     if (--left !== 0) return real(file, content, ...rest);
     ${then}
   };
   syncBuiltinESMExports();`;
const killed = `process.kill(process.pid, 'SIGKILL'); for (;;);`;
const full = `real(file, content.slice(0, content.length / 2)); throw Object.assign(new Error('no space'), { code: 'ENOSPC' });`;

function waymarkWith(script: string, ...args: string[]) {
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(script)}`, 'bin/waymark.mjs', ...args], { encoding: 'utf8' });
}

const pages = { 'guides/setup.md': '# Set up\n', 'a.md': '[x](old/setup.md)\n', 'b.md': '[y](old/setup.md)\n', 'c.md': '[z](old/setup.md)\n' };
const text = (root: string, file: string) => readFileSync(path.join(root, file), 'utf8');

test.each([
  ['its second write', fault('writeFileSync', 2, killed), []],
  ['its first renaming', fault('renameSync', 1, killed), []],
  ['its third renaming', fault('renameSync', 3, killed), ['a.md', 'b.md']],
])('a kill at %s leaves each file that --fix mends old or new', (_, script, mended) => {
  const root = writeTree(pages);
  expect(waymarkWith(script, 'lint', root, '--fix', '--no-cache').signal).toBe('SIGKILL');
  const expected = (file: 'a.md' | 'b.md' | 'c.md') => (mended.includes(file) ? pages[file].replace('old/', './guides/') : pages[file]);
  for (const file of ['a.md', 'b.md', 'c.md'] as const) expect(text(root, file)).toBe(expected(file));
});

describe('a disk that is full halfway', () => {
  test('leaves the pages as they were', () => {
    const root = writeTree(pages);
    expect(waymarkWith(fault('writeFileSync', 2, full), 'lint', root, '--fix', '--no-cache')).toMatchObject({ status: 2, stderr: expect.stringContaining('Nothing was changed, because a file cannot be written: the disk is full.') });
    expect(readdirSync(root).sort()).toEqual(Object.keys(pages).map((file) => file.split('/')[0]).sort());
    expect(text(root, 'b.md')).toBe(pages['b.md']);
  });

  test.each([
    ['a report', 'report.json', ['--format', 'json=REPORT'], 'The report cannot be written'],
    ['a baseline', 'waymark.baseline', ['--update-baseline'], 'a file cannot be written'],
  ])('leaves %s of an earlier run', (_, name, options, message) => {
    const root = writeTree({ ...pages, [name]: '', 'waymark.config.yaml': '{}\n' });
    const before = text(root, name);
    const args = options.map((option) => option.replace('REPORT', path.join(root, name)));
    expect(waymarkWith(fault('writeFileSync', 1, full), 'lint', root, '--no-cache', ...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
    expect(text(root, name)).toBe(before);
    expect(readdirSync(root)).not.toContainEqual(expect.stringMatching(/\.new$|\.waymark$/));
  });
});
