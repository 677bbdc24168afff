import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDecisions, decisionSchema, formatDecisions, mergeSides, parseDecisions, type Decision } from '../../src/engine/decisions.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { judgedOf } from '../../src/engine/judged.ts';
import { memberKeys } from '../../src/engine/member-keys.ts';
import { unitsOf } from '../../src/engine/decided.ts';
import { createLineIndex } from '../../src/engine/finding.ts';
import type { Run } from '../../src/engine/run.ts';
import { createRepository, places, type Repository } from './repository.ts';

const today = '2026-11-24';
const base: Decision = { rule: 'link/broken', subject: 'gone.md', member: 'a.md', verdict: 'fine', reason: 'It comes with the release.', by: 'person Ann', date: '2026-11-01', judged: 'text x' };
const line = (change: Partial<Record<keyof Decision, unknown>> = {}) => `${JSON.stringify({ ...base, ...change })}\n`;
const parse = (text: string) => parseDecisions(text, 'waymark.decisions', today);

describe('the file of decisions', () => {
  test('holds one decision a line, in any order, and again', () => {
    const other = line({ member: 'b.md' });
    expect(parse(`${other}\r\n\n${line()}${other}`).map(({ member, line: at }) => `${at} ${member}`)).toEqual(['1 b.md', '4 a.md', '5 b.md']);
    expect(formatDecisions(parse(other + line() + other))).toBe(line() + other);
  });

  test.each([
    ['marks of a conflict', '<<<<<<< HEAD\n', /:2: here are the marks of a conflict that git left\. “waymark decisions merge”/],
    ['an unknown rule', line({ rule: 'link/brokn' }), /:2: there is no rule “link\/brokn”\. Did you mean “link\/broken”\?/],
    ['an unknown verdict', line({ verdict: 'good' }), /:2: “verdict”: /],
    ['a date in the future', line({ date: '2026-11-25' }), /:2: 2026-11-25 is in the future/],
    ['no date', line({ date: '2026-13-01' }), /:2: “date”: /],
    ['an unknown judge', line({ by: 'robot R' }), /:2: “by”: /],
    ['a reason of several lines', line({ reason: 'a\nb' }), /:2: “reason”: .*one line/],
    ['an unknown key', line().replace('"rule"', '"rul":1,"rule"'), /:2: a decision has no key “rul”/],
    ['no JSON', 'fine a.md\n', /:2: this is no decision\. A line is \{"rule":/],
    ['no object', 'null\n', /:2: this is no decision/],
    ['a line of a megabyte', `${'x'.repeat(1_000_000)}\n`, /:2: this line has 1,000,000 characters, and a decision has 65,536 at most/],
  ])('with %s tells the line', (_, wrong, message) => {
    expect(() => parse(line() + wrong)).toThrow(message);
  });

  test('reads what it writes', () => {
    const word = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
    const one = fc.record({ subject: word, member: word, verdict: fc.constantFrom('fault' as const, 'fine' as const), judged: word, date: fc.constantFrom('2026-01-31', today) });
    fc.assert(
      fc.property(fc.array(one), (given) => {
        const decisions = given.map((each) => ({ ...base, ...each }));
        expect(new Set(parse(formatDecisions(decisions)).map((each) => formatDecisions([each])))).toEqual(new Set(decisions.map((each) => formatDecisions([each]))));
      }),
      { numRuns: 50 },
    );
  });

  test('has its schema in the package', async () => {
    await expect(`${JSON.stringify(decisionSchema(), null, 2)}\n`).toMatchFileSnapshot('../../src/schema/decisions.json');
  });

  test('keeps both sides of a conflict, and nothing of their common base', () => {
    const [a, b, c] = ['a.md', 'b.md', 'c.md'].map((member) => line({ member })) as [string, string, string];
    expect(mergeSides(`${a}<<<<<<< ours\n${b}||||||| base\n{"gone":1}\n=======\n${c}>>>>>>> theirs\n`)).toBe(a + b + c);
  });
});

/** What a person, or another judge, would write of a finding of a run. */
function decisionsOn(run: Run, finding: Finding, more: Partial<Decision> = {}): Decision[] {
  const { rule, subject } = finding;
  const lines = createLineIndex();
  return unitsOf(finding, memberKeys(run.site, run.root, run.root)).map(({ member, places: at }) => ({ ...base, rule, subject, member, judged: judgedOf(finding, at, run.site, lines), ...more }));
}

async function decide(repository: Repository, more: Partial<Decision> = {}, which: (finding: Finding) => boolean = () => true): Promise<Decision[]> {
  const run = await repository.lint();
  const decisions = [...run.findings, ...run.hints].filter(which).flatMap((finding) => decisionsOn(run, finding, more));
  addDecisions({ folder: repository.root }, decisions, today);
  return decisions;
}

const told = ({ findings, hints, silenced, notices }: Run) => ({ findings: findings.map(({ rule, severity, certainty }) => `${rule} ${certainty} ${severity}`), hints: hints.length, silenced: silenced.map(({ by, reason }) => `${by}: ${reason}`), notices });

/** A sentence that is a hint of `help/dead-end`. */
const hintPage = '# Webhooks\n\nFor each event a call is made. Only our support team can raise the number of retries.\n';

describe('a decision on a hint', () => {
  const files = { 'a.md': hintPage, 'index.md': '# Home\n\n[Webhooks](a.md)\n' };

  test.each([
    ['fault', 'person Ann', ['help/dead-end certain error']],
    ['fault', 'agent Ada', ['help/dead-end likely warning']],
    ['fault', 'model m', ['help/dead-end likely warning']],
    ['fine', 'person Ann', []],
    ['fine', 'agent Ada', []],
    ['fine', 'model m', []],
  ] as const)('%s by %s', async (verdict, by, findings) => {
    const repository = createRepository(files);
    expect(told(await repository.lint())).toMatchObject({ findings: [], hints: 1 });
    await decide(repository, { verdict, by });
    const after = told(await repository.lint());
    expect(after).toMatchObject({ findings, hints: 0, notices: [] });
    expect(after.silenced).toEqual(verdict === 'fine' ? [`decision: fine by ${by} on 2026-11-01: It comes with the release.`] : []);
  });

  test('comes back with the old decision beside it when the sentence changes, and not for a mended typo', async () => {
    const repository = createRepository({ ...files, 'a.md': hintPage.replace('number', 'nubmer') });
    await decide(repository);
    expect((await repository.lint()).hints).toEqual([]);
    repository.write({ 'a.md': hintPage.replace('For each event', 'Another paragraph.\n\nFor every event') });
    expect(told(await repository.lint())).toMatchObject({ hints: 0, silenced: [expect.any(String)], notices: [] });
    repository.write({ 'a.md': hintPage.replace('Only our', 'For plans that are paid by the year, our') });
    const [back] = (await repository.lint()).hints;
    expect(back!.evidence.at(-1)!.text).toBe('Judged fine by person Ann on 2026-11-01: It comes with the release. (what was judged has changed since)');
  });
});

describe('a decision on a finding that is more than a hint', () => {
  const files = { 'a.md': '# A\n\nRead [this](gone.md) first.\n' };

  test.each([
    ['fine', 'person Ann', []],
    ['fine', 'agent Ada', ['link/broken certain error']],
    ['fine', 'model m', ['link/broken certain error']],
    ['fault', 'model m', ['link/broken certain error']],
  ] as const)('%s by %s', async (verdict, by, findings) => {
    const repository = createRepository(files);
    await decide(repository, { verdict, by });
    expect(told(await repository.lint()).findings).toEqual(findings);
  });

  test('of two on one thing the later counts, on one day the fault, and it is said', async () => {
    const outcome = async (...two: Partial<Decision>[]) => {
      const repository = createRepository(files);
      const run = await repository.lint();
      addDecisions({ folder: repository.root }, two.flatMap((each) => decisionsOn(run, run.findings[0]!, each)), today);
      return told(await repository.lint());
    };
    const later = await outcome({ verdict: 'fault', by: 'person Bo', date: '2026-10-01' }, { verdict: 'fine', date: '2026-10-02' });
    expect(later.findings).toEqual([]);
    expect(later.notices).toEqual([expect.stringMatching(/waymark\.decisions:\d and .*waymark\.decisions:\d contradict each other on link\/broken, “gone\.md” in a\.md; what counts is fine by person Ann on 2026-10-02/)]);
    expect((await outcome({ verdict: 'fault', by: 'person Bo' }, { verdict: 'fine' })).findings).toHaveLength(1);
    expect((await outcome({ verdict: 'fault', by: 'person Bo' }, { verdict: 'fine', by: 'model m', date: '2026-11-20' })).findings).toHaveLength(1);
  });

  test('one whose finding is gone is said, and taken out by command only', async () => {
    const repository = createRepository(files);
    await decide(repository);
    repository.write({ 'a.md': '# A\n' });
    const { gone, notices } = await repository.lint();
    expect(gone).toHaveLength(1);
    expect(notices).toEqual([expect.stringMatching(/^One decision of .*waymark\.decisions is about nothing that is found any more; “waymark decisions prune” takes it out\.$/)]);
    expect(repository.read('waymark.decisions')).not.toBe('');
  });

  test('that the page suppresses too, or the baseline has, is said once', async () => {
    const repository = createRepository(files);
    await decide(repository);
    repository.write({ 'a.md': '# A\n\n<!-- waymark-disable-next-line link/broken -- later -->\nRead [this](gone.md) first.\n' });
    expect((await repository.lint()).notices).toEqual([expect.stringMatching(/^What one decision of .* is about is suppressed in the pages too; one of the two is enough\.$/)]);
    const other = createRepository(files);
    await other.lint({ writeBaseline: { update: true, prune: false } });
    const baseline = other.read('waymark.baseline');
    other.write({ 'waymark.baseline': null });
    await decide(other);
    other.write({ 'waymark.baseline': baseline });
    expect((await other.lint()).notices[0]).toMatch(/^What one decision of .* is about is in .*waymark\.baseline too; one of the two is enough\.$/);
  });

  test('follows a page that was renamed', async () => {
    const repository = createRepository(files);
    await decide(repository);
    repository.commit();
    repository.git('mv', 'a.md', 'b.md');
    expect((await repository.lint()).findings).toEqual([]);
  });

  test('is on one page: the same fault on another page is new', async () => {
    const repository = createRepository(files);
    await decide(repository);
    repository.write({ 'b.md': '# B\n\nRead [that](gone.md) too.\n' });
    const { findings } = await repository.lint();
    expect(places(findings)).toEqual(['b.md:3 link/broken']);
    expect(findings[0]!.related.map(({ message }) => message)).toEqual(['Judged fine by person Ann on 2026-11-01: It comes with the release.']);
  });
});

describe('a decision on pages that may tell one topic', () => {
  const steps = 'Open the settings of your account and choose the tab for delivery. Pick the address that your messages come from, write the name that readers see beside it, and save both. The change holds for all messages that are sent from then on, and for those that wait. '.repeat(4);
  const page = (title: string, more = '') => `# ${title}\n\n${steps}${more}\n`;
  const isTopic = ({ rule }: Finding) => rule === 'topic/duplicate';
  const files = { 'a.md': page('Change the sender address'), 'b.md': page('Change the sender address') };
  const pagesOf = ({ findings }: Run) => findings.filter(isTopic).map(({ members }) => members.map(({ path }) => path).join(' '));

  test('is one line for two pages; a third that joins them is new with each', async () => {
    const repository = createRepository(files);
    expect((await decide(repository, {}, isTopic)).map(({ member }) => member)).toEqual(['a.md b.md']);
    expect(pagesOf(await repository.lint())).toEqual([]);
    repository.write({ 'c.md': page('Change the sender address') });
    const run = await repository.lint();
    expect(pagesOf(run).flatMap((names) => names.split(' '))).toContain('c.md');
    await decide(repository, {}, isTopic);
    expect(pagesOf(await repository.lint())).toEqual([]);
  });

  test('holds until a title, a heading or a fifth of the text changes', async () => {
    const repository = createRepository(files);
    await decide(repository, {}, isTopic);
    repository.write({ 'b.md': page('Change the sender address').replace('messages', 'mesages') });
    expect(pagesOf(await repository.lint())).toEqual([]);
    repository.write({ 'b.md': page('Change the sender address', '\n\n## Another heading\n\nMore.') });
    const run = await repository.lint();
    const [back] = [...run.findings, ...run.hints].filter(isTopic);
    expect(back!.decisions).toEqual([{ member: 'a.md b.md', verdict: 'fine', reason: base.reason, by: 'person Ann', date: base.date, changed: true }]);
  });

  test('survives the rename of one of them', async () => {
    const repository = createRepository(files);
    await decide(repository, {}, isTopic);
    repository.commit();
    repository.git('mv', 'a.md', 'z.md');
    expect(pagesOf(await repository.lint())).toEqual([]);
  });
});

describe('--policy and decisions', () => {
  const files = { 'a.md': '# A\n\nRead [this](gone.md) first.\n', 'h.md': hintPage, 'index.md': '# Home\n\n[A](a.md), [Webhooks](h.md)\n' };

  test('what a change adds counts for hints and warnings, and for errors only once it is on the base', async () => {
    const repository = createRepository({ ...files, 'w.md': '# W\n\nRead [it](lost.md).\n', 'waymark.config.yaml': "overrides: [{ files: ['w.md'], rules: { link/broken: warning } }]\n" });
    repository.git('checkout', '-q', '-b', 'branch');
    await decide(repository, {}, ({ rule }) => rule === 'link/broken');
    await decide(repository, { verdict: 'fault' }, ({ rule }) => rule === 'help/dead-end');
    expect(told(await repository.lint()).findings).toEqual(['help/dead-end certain error']);
    const judged = told(await repository.lint({ policy: 'main' }));
    expect(judged.findings).toEqual(['link/broken certain error', 'help/dead-end certain warning']);
    expect(judged.notices).toEqual(expect.arrayContaining([expect.stringMatching(/^This change decides that link\/broken, “gone\.md” in a\.md, is fine by person Ann/)]));
    repository.commit();
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', 'branch');
    expect(told(await repository.lint({ policy: 'main' })).findings).toEqual(['help/dead-end certain error']);
  });

  test('a change takes no decision of the base back', async () => {
    const repository = createRepository(files);
    await decide(repository, { verdict: 'fault', by: 'person Bo' }, ({ rule }) => rule === 'help/dead-end');
    repository.commit();
    repository.git('checkout', '-q', '-b', 'branch');
    repository.write({ 'waymark.decisions': null });
    expect(told(await repository.lint({ policy: 'main' })).findings).toContain('help/dead-end certain error');
    await repository.git('checkout', '-q', '--', 'waymark.decisions');
    await decide(repository, { date: today }, ({ rule }) => rule === 'help/dead-end');
    expect(told(await repository.lint({ policy: 'main' })).findings).toContain('help/dead-end certain error');
  });
});

/** Merge trials for each size; a measurement runs a hundred. */
const trials = Number(process.env['MERGE_TRIALS'] ?? 2);

test.each([0, 100, 1000, 10_000])('two branches that each add 50 decisions to %d merge to the union', (size) => {
  const files = (name: string, amount: number, seed: number) => Array.from({ length: amount }, (_, at) => ({ ...base, member: `${name}${(at * 7919 + seed * 104_729) % 1_000_003}.md` }));
  for (let trial = 0; trial < trials; trial++) {
    const before = files('base', size, trial);
    const repository = createRepository({ '.gitattributes': 'waymark.decisions merge=union\n', 'waymark.decisions': formatDecisions(before) });
    const sides = ['ours', 'theirs'].map((name, side) => files(trial % 2 === 0 ? 'base' : name, 50, 1000 + trial * 2 + side));
    repository.git('checkout', '-q', '-b', 'theirs');
    repository.commit({ 'waymark.decisions': formatDecisions([...before, ...sides[1]!]) });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'waymark.decisions': formatDecisions([...before, ...sides[0]!]) });
    repository.git('merge', '-q', 'theirs');
    expect(formatDecisions(parse(repository.read('waymark.decisions')))).toBe(formatDecisions([...before, ...sides.flat()]));
  }
});
