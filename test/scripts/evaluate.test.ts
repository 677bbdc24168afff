import { expect, test } from 'vitest';
import { conflictRows, copiedRows, pairRows } from '../../scripts/evaluate/kinds/pages.ts';
import { scoreQueries } from '../../scripts/evaluate/kinds/query.ts';
import { supportRows } from '../../scripts/evaluate/kinds/support.ts';
import type { Run } from '../../src/index.ts';
import { uiReach, uiSuggestions } from '../../scripts/evaluate/kinds/ui-reach.ts';
import { uiRows } from '../../scripts/evaluate/kinds/ui.ts';
import { verdictRows } from '../../scripts/evaluate/kinds/verdicts.ts';
import { labelsOf, parseLabels } from '../../scripts/evaluate/labels.ts';
import { paragraphsOf, type Paragraphs } from '../../scripts/evaluate/places.ts';
import { formatFigures, formatText } from '../../scripts/evaluate/print.ts';
import { draw } from '../../scripts/evaluate/read.ts';
import { scoreFindings, scoreVerdicts, type Row } from '../../scripts/evaluate/score.ts';
import type { Finding, Member } from '../../src/index.ts';
import type { JudgedMention, Verdict } from '../../src/site/tasks/types.ts';

const page = `# Limits

To raise the limit of your plan, write
to support and wait.

- Delete a key on the keys page.
- Ask support to restore it.

Save it with **Store** or **Drop it**.
`;
const paragraphs: Paragraphs = () => paragraphsOf(page);

function place(path: string, line: number): Member {
  return { path, line, column: 1, endLine: line, endColumn: 2 };
}

function finding(rule: string, line: number, rest: Partial<Finding> = {}): Finding {
  return {
    rule,
    severity: 'error',
    certainty: 'likely',
    ...place('page.md', line),
    message: '',
    subject: '',
    evidence: [{ class: 'purpose', text: '' }],
    members: [place('page.md', line)],
    related: [],
    fix: [],
    suggestions: [],
    fingerprint: '',
    docs: '',
    ...rest,
  };
}

function labels(...lines: object[]): ReturnType<typeof parseLabels> {
  return parseLabels(lines.map((line) => JSON.stringify(line)).join('\n'), 'labels.jsonl');
}

function outcomes(rows: Row[]): string[] {
  return rows.map(({ outcome }) => outcome);
}

test('lines of one paragraph are one place, items of a list are not', () => {
  const [first, , third, fourth, , sixth, seventh] = paragraphsOf(page);
  expect(third).toBe(fourth);
  expect(new Set([first, third, sixth, seventh]).size).toBe(4);
});

test('a line that is no label is named', () => {
  expect(() => parseLabels('{"kind":"support"}', 'a.jsonl')).toThrow(/a\.jsonl:1: “path”/);
  expect(() => parseLabels('\nno', 'a.jsonl')).toThrow(/a\.jsonl:2/);
});

test('a finding on a neighbouring line of the paragraph is the labelled place', () => {
  const told = labels(
    { kind: 'support', path: 'page.md', line: 4, verdict: 'dead-end' },
    { kind: 'support', path: 'page.md', line: 6, verdict: 'ok' },
    { kind: 'support', path: 'page.md', line: 7, verdict: 'dead-end' },
  );
  expect(outcomes(supportRows(told, [finding('help/dead-end', 3)], paragraphs))).toEqual(['right', 'quiet', 'missed']);
  expect(outcomes(supportRows(told, [finding('help/limit', 6)], paragraphs))).toEqual(['missed', 'wrong', 'missed']);
  expect(outcomes(supportRows(told, [finding('link/broken', 3)], paragraphs))).toEqual(['missed', 'quiet', 'missed']);
});

test('members of a finding are places', () => {
  const told = labels({ kind: 'support', path: 'page.md', line: 7, verdict: 'dead-end' });
  const members = [place('other.md', 1), place('page.md', 7)];
  expect(outcomes(supportRows(told, [finding('help/dead-end', 1, { path: 'other.md', members })], paragraphs))).toEqual(['right']);
});

test('unsure rows count neither way', () => {
  const told = labels(
    { kind: 'support', path: 'page.md', line: 3, verdict: 'dead-end' },
    { kind: 'support', path: 'page.md', line: 6, verdict: 'ok', unsure: true },
    { kind: 'support', path: 'page.md', line: 7, verdict: 'negated' },
  );
  const everywhere = [3, 6, 7].map((line) => finding('help/dead-end', line));
  expect(scoreFindings(supportRows(told, everywhere, paragraphs))).toMatchObject({ right: 1, missed: 0, wrong: 1, precision: 0.5, recall: 1 });
  expect(scoreFindings(supportRows(told, [], paragraphs))).toMatchObject({ right: 0, missed: 1, wrong: 0, precision: null, recall: 0 });
});

test('a pair is found when one finding holds both pages', () => {
  const told = labels(
    { kind: 'pair', a: 'a.md', b: 'b.md', verdict: 'duplicate' },
    { kind: 'pair', a: 'a.md', b: 'c.md', verdict: 'separate' },
    { kind: 'pair', a: 'd.md', b: 'c.md', verdict: 'copied' },
  );
  const members = ['a.md', 'b.md', 'c.md'].map((path) => place(path, 1));
  const found = [finding('topic/duplicate', 1, { path: 'a.md', members })];
  expect(outcomes(pairRows(told, found, paragraphs))).toEqual(['right', 'wrong', 'quiet']);
  expect(outcomes(copiedRows(told, found, paragraphs))).toEqual(['missed']);
  const conflict = labels({ kind: 'conflict', a: 'a.md', b: 'c.md', subject: 'keys', values: ['1', '2'] });
  expect(outcomes(conflictRows(conflict, found, paragraphs))).toEqual(['missed']);
});

test('a label is met by its text and its line', () => {
  const told = labels(
    { kind: 'ui', path: 'page.md', line: 9, label: '"Store"', verdict: 'valid' },
    { kind: 'ui', path: 'page.md', line: 9, label: 'Drop it', verdict: 'stale' },
  );
  expect(outcomes(uiRows(told, [finding('ui/renamed', 9, { subject: 'drop it' })], paragraphs))).toEqual(['quiet', 'right']);
  expect(outcomes(uiRows(told, [finding('ui/renamed', 9, { subject: 'Store' })], paragraphs))).toEqual(['wrong', 'missed']);
  expect(outcomes(uiRows(told, [finding('ui/removed', 9, { subject: 'Drop it now' })], paragraphs))).toEqual(['quiet', 'right']);
  expect(outcomes(uiRows(told, [finding('ui/removed', 9, { subject: 'Store > Elsewhere' })], paragraphs))).toEqual(['quiet', 'missed']);
});

test('where only spelling differs, a finding of spelling and none are right', () => {
  const told = labels({ kind: 'ui', path: 'page.md', line: 9, label: 'Drop it', verdict: 'case' });
  const spelling = finding('ui/spelling', 9, { subject: 'Drop it' });
  const renamed = finding('ui/renamed', 9, { subject: 'Drop it' });
  expect(outcomes(uiRows(told, [spelling], paragraphs))).toEqual(['quiet']);
  expect(outcomes(uiRows(told, [], paragraphs))).toEqual(['quiet']);
  expect(outcomes(uiRows(told, [spelling, renamed], paragraphs))).toEqual(['wrong']);
  const stale = labels({ kind: 'ui', path: 'page.md', line: 9, label: 'Drop it', verdict: 'stale' });
  expect(outcomes(uiRows(stale, [spelling], paragraphs))).toEqual(['missed']);
});

test('verdicts: a dead end decides, a wish is a mention, `ok` is anything else', () => {
  const at = (line: number, verdict: Verdict) =>
    ({ page: { path: 'page.md', source: page }, mention: { range: { start: page.split('\n').slice(0, line - 1).join('\n').length + 1, end: 0 } }, verdict }) as JudgedMention;
  const judge = (line: number, expected: string, ...mentions: JudgedMention[]) => {
    const told = labelsOf('support', labels({ kind: 'support', path: 'page.md', line, verdict: expected }));
    return scoreVerdicts(verdictRows(told, mentions, paragraphs)).accuracy;
  };
  expect(judge(3, 'dead-end', at(3, 'mention'), at(4, 'dead-end'))).toBe(1);
  expect(judge(3, 'third-party', at(3, 'mention'), at(3, 'third-party'))).toBe(1);
  expect(judge(3, 'negated', at(3, 'dead-end'))).toBe(0);
  expect(judge(7, 'mention', at(7, 'wish'))).toBe(1);
  expect(judge(7, 'mention')).toBe(1);
  expect(judge(7, 'third-party')).toBe(0);
  expect(judge(7, 'ok', at(7, 'last-resort'))).toBe(1);
});

test('queries are ranked by the first page that answers', async () => {
  const told = labels({ query: 'keys', typo: 'kyes', pages: ['b.md', 'c.md'] }, { query: 'plans', pages: ['z.md'] });
  const search = async (words: string) => ({
    results: (words === 'keys' ? ['b.md', 'a.md'] : words === 'kyes' ? ['a.md', 'c.md'] : []).map((address) => ({ address, title: [], description: [], headings: [], score: 1 })),
    corrections: [],
    facets: {},
  });
  expect(await scoreQueries(labelsOf('query', told), search)).toMatchObject({ mrr: 0.5, success1: 0.5, mrrTypo: 0.5, success1Typo: 0 });
});

test('reach: stale labels that the interface map can tell, the others with the reason, and the name among the suggestions', async () => {
  const told = labels(
    { kind: 'ui', path: 'page.md', line: 3, label: 'Bulk send', verdict: 'stale', expect: 'Bulk send via CSV' },
    { kind: 'ui', path: 'page.md', line: 7, label: 'Frobnicate', verdict: 'stale', expect: 'Run' },
    { kind: 'ui', path: 'page.md', line: 9, label: 'run', verdict: 'case', expect: 'Run' },
  );
  const map = { catalogues: [], labels: [{ text: 'Bulk send via CSV', key: 'bulk', catalogue: 'en.json', inner: false }], past: [], screens: [], external: [] };
  const found = finding('ui/unknown', 3, { subject: 'bulk send', suggestions: ['Write “Bulk send via CSV”, if that is meant.'] });
  const run = { findings: [found], hints: [], site: { byPath: new Map(), product: { interface: map } } } as unknown as Run;
  const material = { labels: told, run: async () => run, lintPhrase: async () => run };

  expect(await uiReach(material)).toMatchObject({ right: 1, missed: 0, notes: ['beyond  page.md:7  «Frobnicate»  in no version, and nothing is like it'] });
  expect(await uiSuggestions(material)).toMatchObject({ right: 1, wrong: 1 });
});

test('output: figures, hints and rows by kind; each fault with its place', () => {
  const told = labels(
    { kind: 'support', path: 'page.md', line: 3, verdict: 'dead-end', task: 'raise the limit' },
    { kind: 'support', path: 'page.md', line: 7, verdict: 'ok', unsure: true },
  );
  const byDefault = scoreFindings(supportRows(told, [], paragraphs));
  const hints = scoreFindings(supportRows(told, [finding('help/dead-end', 3, { certainty: 'hint' })], paragraphs));
  const report = { name: 'small', run: null, kinds: { support: { ...byDefault, hints } } };
  expect(JSON.parse(formatFigures([report]))).toEqual({
    corpora: {
      small: {
        support: {
          right: 0,
          missed: 1,
          wrong: 0,
          precision: null,
          recall: 0,
          hints: {
            right: 1,
            missed: 0,
            wrong: 0,
            precision: 1,
            recall: 1,
            rows: [{ path: 'page.md', line: 3, subject: 'raise the limit', expected: 'dead-end', got: 'help/dead-end', certainty: 'hint' }],
            unsure: [{ path: 'page.md', line: 7, expected: 'ok', got: null, certainty: null }],
          },
          rows: [{ path: 'page.md', line: 3, subject: 'raise the limit', expected: 'dead-end', got: null, certainty: null }],
          unsure: [{ path: 'page.md', line: 7, expected: 'ok', got: null, certainty: null }],
        },
      },
    },
  });
  expect(formatText([report])).toContain('missed  page.md:3  «raise the limit»  expected dead-end, got help/dead-end (hint)');
});

test('a draw is the same each time and holds no item twice', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  expect(draw(items, 10)).toEqual(draw(items, 10));
  expect(new Set(draw(items, 50)).size).toBe(50);
});
