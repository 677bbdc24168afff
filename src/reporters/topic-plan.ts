import type { SectionPair, TopicDossier } from '../review/topic-dossier.ts';

/** What there is to do to make one page of a topic's pages, as Markdown for a pull request or an issue. */
export function formatPlan({ name, keep, merges, relinks, evidence, vetoes, pages }: TopicDossier): string {
  const redirects = merges.flatMap((merge) => merge.redirects);
  return [
    `# One page for “${name}”`,
    '',
    `Keep \`${keep.path}\`, because ${keep.why}.`,
    '',
    '## Bring over what only the other pages tell',
    '',
    ...merges.flatMap(({ path, sections }) => [`### \`${path}\``, '', ...tasksOf(sections, keep.path), '']),
    '## Redirect',
    '',
    `- [ ] Add to the frontmatter of \`${keep.path}\`: \`formerly: ${redirects.length === 1 ? redirects[0]! : `[${redirects.join(', ')}]`}\``,
    ...merges.map(({ path }) => `- [ ] Delete \`${path}\`, and take it out of the navigation`),
    '',
    '## Relink',
    '',
    ...(relinks.length === 0 ? ['No page that stays links to one that goes.'] : relinks.map(({ path, line, written, target }) => `- [ ] \`${path}:${line}\`: \`${written}\` → ${target === null ? 'by hand' : `\`${target}\``}`)),
    '',
    '## Evidence',
    '',
    ...evidence.map(({ pages: both, class: own, text }) => `- ${own}${pages.length > 2 ? `, \`${both[0]}\` and \`${both[1]}\`` : ''}: ${text}`),
    ...vetoes.map(({ pages: both, name: own, text }) => `- Against it, ${own}${pages.length > 2 ? `, \`${both[0]}\` and \`${both[1]}\`` : ''}: ${text}`),
    '',
  ].join('\n');
}

function tasksOf(sections: SectionPair[], keep: string): string[] {
  const open = sections.filter(({ standing }) => standing !== 'same');
  const same = sections.length - open.length;
  const remark = same === 0 ? [] : [`${same} of ${sections.length} sections ${same === 1 ? 'stands' : 'stand'} in \`${keep}\` already.`];
  return [...open.map(taskOf), ...(open.length > 0 && same > 0 ? [''] : []), ...remark];
}

function taskOf({ standing, shared, section, match }: SectionPair): string {
  const what = section.heading === '' ? 'the beginning' : `“${section.heading}”`;
  if (standing === 'missing') return `- [ ] ${what} (line ${section.line}): told nowhere else; bring it over`;
  const where = match?.heading ? `“${match.heading}” (line ${match.line})` : 'the beginning';
  return `- [ ] ${what} (line ${section.line}): ${where} tells it in other words (${Math.round(shared * 100)} % the same); keep what is right`;
}
