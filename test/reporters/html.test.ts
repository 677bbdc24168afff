import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { formatHtml } from '../../src/reporters/html.ts';

const run = await lint({ root: 'examples/postwing' });
const report = formatHtml(run, { hints: true, stats: false, colors: false });

test('the report has every finding with its next step, and asks nothing of other files', () => {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = '';
  const parser = new Parser({ onopentag: (name, attributes) => elements.push({ name, attributes }), ontext: (piece) => (text += piece) });
  parser.end(report);
  expect(elements.filter(({ name }) => name === 'article').map(({ attributes }) => attributes['id']).sort()).toEqual([...run.findings, ...run.hints].map(({ fingerprint }) => fingerprint).sort());
  for (const { suggestions } of run.findings) for (const suggestion of suggestions) expect(text).toContain(suggestion);
  expect(elements.filter(({ attributes }) => 'src' in attributes || 'href' in attributes)).toEqual([]);
});
