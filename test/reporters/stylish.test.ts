import { describe, expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { formatStylish } from '../../src/reporters/stylish.ts';

const run = await lint({ root: 'examples/postwing' });
const plain = { hints: false, stats: false, colors: false };

describe('the stylish format', () => {
  test('points at the source with a caret', () => {
    const lines = formatStylish(run, plain).split('\n');
    const caret = lines.findIndex((line) => /│ +\^+$/.test(line));
    expect(caret).toBeGreaterThan(0);
    const source = lines[caret - 1]!;
    const finding = run.findings[0]!;
    expect(source).toContain(`${finding.line} │ `);
    expect(lines[caret]!.indexOf('^')).toBe(source.indexOf('│') + 2 + finding.column - 1);
  });

  test('has no colour unless asked for', () => {
    expect(formatStylish(run, plain)).not.toContain('\u001b[');
    expect(formatStylish(run, { ...plain, colors: true })).toContain('\u001b[');
  });

  test('tells every finding’s evidence and next step', () => {
    const text = formatStylish(run, plain);
    for (const { evidence, suggestions } of run.findings) {
      for (const line of [...evidence.map((piece) => piece.text), ...suggestions]) expect(text).toContain(line);
    }
  });

  test('counts the hints it does not print', () => {
    expect(run.hints.length > 0).toBe(formatStylish(run, plain).includes('--hints'));
  });
});
