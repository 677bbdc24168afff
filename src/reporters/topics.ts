import type { SectionPair, SectionText, TopicDossier } from '../review/topic-dossier.ts';
import type { MirroredFolders } from '../site/topics/mirrors.ts';

/** The topics of a tree that several pages tell, one after the other, and the folders that are alike on purpose. */
export function formatTopics(dossiers: TopicDossier[], mirrors: MirroredFolders[]): string {
  const mirrored = mirrors.map(({ one, other, pages }) => `“${one || '.'}” and “${other || '.'}” hold ${pages} pages of the same names. They are taken for editions of one tree, and their pages are not compared.\n`);
  if (dossiers.length === 0) return `No topic seems to be told twice.\n${mirrored.join('')}`;
  return [...dossiers.map(formatTopic), ...mirrored].join('\n');
}

function formatTopic({ id, name, class: evidence, certainty, keep, pages, evidence: signals }: TopicDossier): string {
  return [
    `${id}  ${name}  (${certainty}, ${evidence})`,
    ...pages.map(({ path, title, words }) => `  ${path === keep.path ? 'keep' : '    '}  ${path}  “${title}”, ${words} words`),
    `  Keep ${keep.path}, because ${keep.why}.`,
    ...signals.map(({ pages: both, class: own, text }) => `  ${own}  ${pages.length > 2 ? `${both.join(', ')}: ` : ''}${text}`),
    '',
  ].join('\n');
}

/** One topic in full: evidence, vetoes, and the texts of its pages beside each other, section by section. */
export function formatDossier(dossier: TopicDossier): string {
  const { keep, vetoes, merges } = dossier;
  const apart = vetoes.map(({ pages, name, text, against }) => `  ${name}  ${pages.join(', ')}: ${text} (against ${against.join(', ')})`);
  return [
    formatTopic(dossier),
    'tells them apart',
    ...(apart.length > 0 ? apart : ['  nothing']),
    '',
    ...merges.flatMap(({ path, sections }) => [`${path} beside ${keep.path}`, '', ...sections.flatMap((pair) => besideLines(pair, path, keep.path))]),
  ].join('\n');
}

const standings = { same: 'stands there too', differs: 'is told in other words', missing: 'is told nowhere' };

function besideLines({ standing, shared, section, match }: SectionPair, path: string, keep: string): string[] {
  const head = `── ${named(section)} ${standings[standing]}; ${Math.round(shared * 100)} % of its wording is the same`;
  if (standing === 'same') return [head, ''];
  return [head, ...quoted(section, path), ...(match ? ['', ...quoted(match, keep)] : []), ''];
}

function quoted({ line, text }: SectionText, path: string): string[] {
  return [`   ${path}:${line}`, ...text.split(/\r?\n/).map((each) => `   │ ${each}`)];
}

function named({ heading }: SectionText): string {
  return heading === '' ? 'The beginning' : `“${heading}”`;
}
