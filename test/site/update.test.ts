import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LiveTree } from '../../src/engine/live-tree.ts';
import { rules } from '../../src/rules/index.ts';
import { narrowed, withTexts } from '../../src/site/update.ts';
import { writeTree } from '../content/tree.ts';

const pieces = [
  '## Steps\n', '## Steps\n', '### Before you begin\n', '[a](./a.md#steps)\n', '[b](b.md#steps-1)\n', '[gone](./gone.md)\n', '[c](./sub/C.md)\n', '![](./x.png)\n', '[up](#steps)\n',
  'Click **Acount settings**.\n', 'Click **Account settings**.\n', 'Click **Bilings**.\n', '<!-- waymark-disable-next-line link/broken -- comes in May -->\n', '[]()\n', '<div id="steps-1"></div>\n', 'Text.\n',
];
const names = ['a.md', 'b.md', 'sub/c.md', 'sub/d.mdx'];
const soon = rules.filter(({ meta }) => /^(?:page|link|ui)\//.test(meta.id));
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((lines) => `# Title\n\n${lines.join('\n')}`);

test('with other texts for some pages, rules on pages, links and labels find what they find in an index made anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: names.length, maxLength: names.length }), fc.array(fc.tuple(fc.constantFrom(...names), text), { minLength: 1, maxLength: 3 }), async (before, edits) => {
      const root = writeTree({
        ...Object.fromEntries(names.map((name, index) => [name, before[index]!])),
        'en.json': '{ "a": "Account settings", "b": "Billing" }',
        'waymark.config.yaml': 'content: .\ninterface: { catalogues: [{ path: en.json }] }\n',
      });
      const tree = new LiveTree({ root });
      await tree.refresh();
      const texts = [...new Map(edits.map(([name, source]) => [name, tree.pageOf(name, source)])).values()];
      const updated = withTexts(tree.site, texts.map((read) => ({ ...tree.site.byPath.get(read.path)!, ...read })));
      const pages = texts.map(({ path }) => updated.byPath.get(path)!);
      const isOn = ({ members }: { members: { path: string }[] }) => members.some(({ path }) => texts.some((read) => read.path === path));
      // What shows in all links together is looked at anew only when all is.
      const { tallies, otherSlugs } = tree.site.links;
      const anew = tree.siteWith(texts);
      const whole = tree.findings({ ...anew, links: { ...anew.links, tallies, otherSlugs } }, soon);
      expect(tree.findings(updated, soon)).toEqual(whole);
      expect(tree.findings(narrowed(updated, pages), soon).filter(isOn)).toEqual(whole.filter(isOn));
    }),
    { numRuns: 60 },
  );
});
