import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { waymark } from './run.ts';

/** The time a run took is the one thing that differs between two runs. */
function withoutTime(text: string): string {
  return text.replace(/ in \d+\.\d s\./, ' in 0.0 s.');
}

test.each(['README.md', 'content/index.mdx'])('%s shows what linting the example really prints', (file) => {
  const shown = /^```\w* *\n\$ npx waymark (lint examples\/postwing(?: --hints)?)\n\n([\s\S]*?)^```$/m.exec(readFileSync(file, 'utf8'));
  expect(shown).not.toBeNull();
  const [, command = '', output = ''] = shown!;
  const printed = withoutTime(waymark(...command.split(' ')).stdout);
  // A line with three dots stands for what is left out.
  const parts = withoutTime(output).split(/^ *…\n/m);
  let from = 0;
  for (const part of parts) {
    const at = printed.indexOf(part.trim(), from);
    expect(at, `not printed: ${part}`).toBeGreaterThanOrEqual(from);
    from = at + part.trim().length;
  }
  expect(printed.slice(from).trim(), 'left out at the end').toBe('');
});
