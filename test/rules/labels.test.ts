import { expect, test } from 'vitest';
import type { Page } from '../../src/content/types.ts';
import { reportLabel } from '../../src/rules/labels.ts';
import type { JudgedLabel } from '../../src/site/labels/types.ts';

/** The source after the fixes of a label that was judged as `text`, or null where there is none. */
function fixed(source: string, written: string, text: string): string | null {
  const start = source.indexOf(written);
  const label = { page: { path: 'a.md', source } as Page, reference: { range: { start, end: start + written.length } }, text } as JudgedLabel;
  const { fixes } = reportLabel('label', [{ label, class: 'key' }], { message: '', evidence: '', replacement: () => 'New name', suggestions: [] });
  const [fix] = fixes!;
  return fix ? source.slice(0, fix.range.start) + fix.text + source.slice(fix.range.end) : null;
}

test('a fix replaces the label and leaves quotation marks, icons and the noun behind it', () => {
  expect(fixed('Open **+ Old name**.', 'Old name', 'Old name')).toBe('Open **+ New name**.');
  expect(fixed('Open the **Old name tab**.', 'Old name tab', 'Old name')).toBe('Open the **New name tab**.');
});

test('there is no fix where markup is inside, or the label goes on behind the markup', () => {
  expect(fixed('Open **Old `name`**.', 'Old `name', 'Old name')).toBeNull();
  expect(fixed('Open **Old** Name.', 'Old', 'Old Name')).toBeNull();
});
