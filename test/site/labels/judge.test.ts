import { describe, expect, test } from 'vitest';
import { extractReferences } from '../../../src/content/extract/references.ts';
import { readTree } from '../../../src/content/extract/tree.ts';
import { createParsers, parse } from '../../../src/content/parse.ts';
import type { Page } from '../../../src/content/types.ts';
import { readInterfaceMap } from '../../../src/product/interface-map.ts';
import { emptyMap } from '../../../src/product/map-file.ts';
import type { InterfaceMap } from '../../../src/product/types.ts';
import { judgeLabels } from '../../../src/site/labels/index.ts';
import type { JudgedLabel } from '../../../src/site/labels/types.ts';

const parsers = await createParsers('satteri');

function judge(source: string, today: Record<string, string>, past: Record<string, string> = {}, path = 'guide.md'): JudgedLabel[] {
  const files: Record<string, unknown> = { 'en.json': today, 'old.json': past };
  return judgeBy(readInterfaceMap(null, [{ path: 'en.json', history: Object.keys(past).length > 0 ? ['old.json'] : [] }], (file) => Buffer.from(JSON.stringify(files[file]))), source, path);
}

function judgeBy(map: InterfaceMap, source: string, path = 'guide.md'): JudgedLabel[] {
  const { blocks, headings } = readTree(parse(parsers, 'md', source).tree!, source);
  const facts = { title: headings[0]?.text ?? '', language: 'en', headings, references: extractReferences(blocks, 'en') };
  const page = { path, source, facts } as unknown as Page;
  return judgeLabels([page], { names: ['Postwing'], domains: ['postwing.example'], origin: 'configuration', interface: map, facts: null, selfServe: null });
}

const states = (labels: JudgedLabel[]): string[] => labels.map(({ text, state, veto }) => `${text}: ${state}${veto && ` (${veto})`}`);

describe('a label beside the interface map', () => {
  const today = { save: 'Save changes', multi: 'Multi-select', invite: 'Invite {name} to team', settings: 'Settings', sso: 'SSO', bulk: 'Bulk send via CSV', show: 'Show', hide: 'Hide', link: 'Read <a>the terms</a> first', create: 'Create claim', go: 'Go on', close: 'Close board', import: 'Import people', export: 'Export', goOn: 'Follow the steps below.', policy: 'Storage policy', members: 'Team members' };
  test.each([
    ['Save changes', 'known'],
    ['save Changes', 'case'],
    ['Multi select', 'spelling'],
    ['Storage policies', 'spelling'],
    ['Invite Ada to team', 'known'],
    ['Advanced Settings', 'close'],
    ['Show/Hide', 'known'],
    ['The terms', 'known'],
    ['Save the changes', 'slip'],
    ['Save chnages', 'slip'],
    ['Clone board', 'close'],
    ['Export people', 'close'],
    ['Go in', 'close'],
    ['Bulk send', 'part'],
    ['New claim', 'close'],
    ['Single Sign-On', 'close'],
    ['Delivery log', 'unknown'],
  ])('%s is %s', (label, state) => {
    expect(judge(`Click the “${label}” button.`, today)[0]!.state).toBe(state);
  });

  test('may go on behind a path in plain text', () => {
    expect(states(judge('Go to Settings > Team members and wait.', today))).toEqual(['Settings: known', 'Team members: known']);
  });

  test('is renamed where its key has another text, removed where it has none', () => {
    const labels = judge('Click **Embed survey**, then **Old panel**.', { embed: 'Share survey' }, { embed: 'Embed survey', panel: 'Old panel' });
    expect(states(labels)).toEqual(['Embed survey: renamed', 'Old panel: removed']);
    expect(labels[0]!.past!.renamedTo).toBe('Share survey');
  });

  test('is removed where several keys had it and have different texts', () => {
    const [label] = judge('Click **Add item**.', { a: 'Add product', b: 'Add service' }, { a: 'Add item', b: 'Add item' });
    expect(label!.state).toBe('removed');
  });
});

describe('says nothing', () => {
  test('of a text that the label which came in the same commit makes again', () => {
    const revision = { date: '2026-05-01', commit: '641ce142dabc' };
    const map = { ...emptyMap(), catalogues: [{ path: 'en.json', language: 'en', serves: [] }] };
    const label = { text: 'Create {credential}', key: 'a', catalogue: 'en.json', inner: false, since: revision };
    const past = { text: 'Create API Key', key: 'b', catalogue: 'en.json', inner: false, lastSeen: 'before', until: revision, renamedTo: null, renamedBy: null };
    expect(states(judgeBy({ ...map, labels: [label], past: [past] }, 'Click **Create API Key**.'))).toEqual(['Create API Key: known']);
    expect(states(judgeBy({ ...map, labels: [{ ...label, since: { date: '2025-01-01', commit: 'abc' } }], past: [past] }, 'Click **Create API Key**.'))).toEqual(['Create API Key: removed']);
  });

  test.each(['blog/2023/10/05/highlights.md', 'posts/new-screens.md', 'updates/2024-02-01.md'])('of a page that tells what was on its day: %s', (path) => {
    expect(states(judge('Click **Embed survey**.', { embed: 'Share survey' }, { embed: 'Embed survey' }, path))).toEqual(['Embed survey: renamed (bygone)']);
  });

  test('of a page that tells writers how to write', () => {
    expect(states(judge('Use “Embed survey”.', { embed: 'Share survey' }, { embed: 'Embed survey' }, 'docs/STYLE_GUIDE.md'))).toEqual(['Embed survey: renamed (bygone)']);
  });

  test.each([
    ['# Import notes from Acmepad\n\nClick **Team picnic**.', 'guide.md'],
    ['Click **Team picnic**.', 'docs/10.providers/acme/dns.md'],
  ])('of a page that is half another product’s: %s', (source, path) => {
    expect(states(judge(source, { team: 'Team' }, {}, path))).toEqual(['Team picnic: close (vendor)']);
  });

  const today = { settings: 'Settings', team: 'Team' };
  const past = { apps: 'App list' };

  test('of a section where hardly a label is ours', () => {
    const source = '## There\n\nClick **One thing**, **Two things**, **Three things** and **Four things**.\n\n## Here\n\nOpen **Settings > Team > App list**.';
    expect(states(judge(source, today, past))).toEqual([
      'One thing: unknown (section)',
      'Two things: unknown (section)',
      'Three things: unknown (section)',
      'Four things: unknown (section)',
      'Settings: known',
      'Team: known',
      'App list: removed',
    ]);
  });

  test('of a block about another product, unless it names ours', () => {
    expect(states(judge('In the Azure portal, click **App list**.', today, past))).toEqual(['App list: removed (screen)']);
    expect(states(judge('In Postwing, leave Azure and click **App list**.', today, past))).toEqual(['App list: removed']);
  });

  test('of another host, but for our own', () => {
    expect(states(judge('Go to [the apps](https://other.example/apps) and click **App list**.', today, past))).toEqual(['App list: removed (screen)']);
    expect(states(judge('Go to [the apps](https://app.postwing.example/apps) and click **App list**.', today, past))).toEqual(['App list: removed']);
  });

  test('below a heading with the name of another product, unless the screen is ours', () => {
    expect(states(judge('# Set up Okta\n\nClick **App list**.', today, past))).toEqual(['App list: removed (vendor)']);
    expect(states(judge('# Set up Okta\n\nOpen **Settings > Team > App list**.', today, past))).toEqual(['Settings: known', 'Team: known', 'App list: removed']);
  });

  test('of pages that tell what was, and of names', () => {
    expect(states(judge('Click **App list**.', today, past, 'release-notes.md'))).toEqual(['App list: removed (bygone)']);
    expect(states(judge('Click **GitHub**.', today, past))).toEqual(['GitHub: unknown (name)']);
  });
});

test('a page in another language than the catalogue is not judged', () => {
  const map = readInterfaceMap(null, [{ path: 'de.json', history: [] }], () => Buffer.from('{ "a": "Speichern" }'));
  const source = 'Click **Save**.';
  const { blocks } = readTree(parse(parsers, 'md', source).tree!, source);
  const page = { path: 'a.md', source, facts: { title: '', language: 'en', headings: [], references: extractReferences(blocks, 'en') } } as unknown as Page;
  expect(judgeLabels([page], { names: [], domains: [], origin: 'inferred', interface: map, facts: null, selfServe: null })).toEqual([]);
});
