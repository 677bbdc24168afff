import path from 'node:path';
import { z } from 'zod';
import { isPagePath } from '../content/discover.ts';
import { UsageError } from '../content/errors.ts';
import { broughtBy } from '../engine/changed.ts';
import { isHint, type Finding } from '../engine/finding.ts';
import type { LiveTree } from '../engine/live-tree.ts';
import { agentLine } from '../reporters/agent.ts';
import { count } from '../reporters/text.ts';
import { answer, readOnly, type Offer } from './answer.ts';

/** Lints a text before it is a file. */
export const lintText: Offer = (server, tree) => {
  server.registerTool(
    'lint_text',
    {
      title: 'Lint a text before it is committed',
      description: 'What Waymark would find if a page had this text: faults on the page, and faults that it brings to other pages. Nothing is written. One finding a line, with the next step.',
      inputSchema: z.object({
        path: z.string().min(1).describe('Path that the page has, or is to have, in the tree'),
        text: z.string().describe('The whole Markdown or MDX of the page, frontmatter included'),
      }),
      annotations: readOnly,
    },
    ({ path: file, text }) => answer(tree, () => format(findingsOf(tree, file, text))),
  );
};

/** What a text brings into the tree, as a pull request with this one change would. */
function findingsOf(tree: LiveTree, named: string, text: string): Finding[] {
  const file = path.posix.normalize(named);
  if (path.posix.isAbsolute(file) || file.startsWith('..') || !isPagePath(file)) throw new UsageError(`“${named}” is no path of a page. A page lies in the tree, and its name ends in .md or .mdx.`);
  const before = tree.site.byPath.get(file);
  const site = tree.siteWith([tree.pageOf(file, text)]);
  const hunks = [{ line: 1, count: Infinity, removed: before?.source ?? '' }];
  const change = { path: file, before: before ? file : null, deleted: false, hunks };
  return broughtBy({ site: tree.site, findings: tree.findings(tree.site), changes: [change] }, tree.findings(site), site);
}

function format(findings: Finding[]): string {
  const hints = findings.filter(isHint);
  const faults = findings.length - hints.length;
  const summary = findings.length === 0 ? 'Nothing found.' : `${count(faults, 'finding')}${hints.length > 0 ? `, ${count(hints.length, 'hint')} worth a look` : ''}.`;
  return [...findings.map((finding) => agentLine({ root: '' }, finding)), summary].join('\n');
}
