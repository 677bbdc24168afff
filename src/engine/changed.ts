import type { Page } from '../content/types.ts';
import { pagesLike } from '../site/topics/index.ts';
import type { Site } from '../site/types.ts';
import type { FileChange, Hunk } from './changes.ts';
import { divide, isHint, type Finding, type Member } from './finding.ts';

/** Hints that a changed page gets at most: they are an offer, no wall. */
const mostHints = 3;
/** Pages of one change whose likeness is told one by one. */
const mostLikenesses = 10;

/** The base that a change is judged against. */
export interface Base {
  /** Null where the base has no page at all. */
  site: Site | null;
  findings: Finding[];
  changes: FileChange[];
}

/**
 * Of the findings of a tree, those that a change brings: places on lines that it wrote, and places elsewhere that were
 * none on the base. The latter are attached to the line that caused them, where one can be told, since that is what a
 * reviewer sees. Hints are left for pages that are new or whose subject changed.
 */
export function broughtBy({ site, findings, changes }: Base, found: Finding[], now: Site): Finding[] {
  const nowAt = new Map(changes.filter(({ before, deleted }) => before !== null && !deleted).map(({ before, path }) => [before!, path]));
  const known = new Set(findings.flatMap(({ fingerprint, members }) => members.map((member) => `${fingerprint} ${nowAt.get(member.path) ?? member.path}`)));
  const changed = new Map(changes.filter(({ deleted }) => !deleted).map((change) => [change.path, change]));
  const isOnChange = (member: Member) => changed.get(member.path)?.hunks.some(({ line, count }) => member.line < line + count && member.endLine >= line) ?? false;
  const isBrought = ({ fingerprint }: Finding, member: Member) => isOnChange(member) || !known.has(`${fingerprint} ${member.path}`);

  const renewed = renewedPages(site, now, changes);
  const hints = new Map<string, number>();
  return found.flatMap((finding) => {
    if (isHint(finding)) {
      const { kept } = divide(finding, ({ path }) => (renewed.has(path) ? null : 'Tells this already.'));
      if (!kept || (hints.get(kept.path) ?? 0) >= mostHints) return [];
      hints.set(kept.path, (hints.get(kept.path) ?? 0) + 1);
      return [kept];
    }
    const { kept } = divide(finding, (member) => (isBrought(finding, member) ? null : 'Was there before this change.'));
    if (!kept) return [];
    return [kept.members.some(isOnChange) ? standOn(kept, isOnChange) : attached(kept, changes)];
  });
}

/** A finding stands on a changed line where one of its places does. */
function standOn(finding: Finding, isOnChange: (member: Member) => boolean): Finding {
  const member = isOnChange(finding) ? finding : finding.members.find(isOnChange)!;
  const { path, line, column, endLine, endColumn } = member;
  return { ...finding, path, line, column, endLine, endColumn };
}

/** A fault that a change elsewhere brought, at the changed line that it comes from. */
function attached(finding: Finding, changes: FileChange[]): Finding {
  const told = [finding.subject, ...finding.related.map(({ path }) => path)];
  const isNamed = (file: string) => told.some((text) => text.includes(file.replace(/\.\w+$/, '')));
  const cause = changes.find(({ path, before }) => isNamed(path) || (before !== null && isNamed(before)));
  if (!cause) return finding;
  const { path: file, before, deleted, hunks } = cause;
  const place = `${finding.path}:${finding.line}`;
  if (deleted || hunks.length === 0) {
    const what = deleted ? `This change deletes ${file}.` : `This change renames ${before} to ${file}.`;
    return { ...finding, evidence: [...finding.evidence, { class: '', text: what }] };
  }
  const line = Math.max(1, causing(hunks, finding.subject).line);
  return { ...finding, path: file, line, column: 1, endLine: line, endColumn: 1, message: `This change brings a fault into ${place}: ${finding.message}` };
}

/** The hunk whose removed text has most words of a subject. */
function causing(hunks: Hunk[], subject: string): Hunk {
  const words = wordsOf(subject.replace(/^.*#/, ''));
  const shared = ({ removed }: Hunk) => [...wordsOf(removed)].filter((word) => words.has(word)).length;
  return hunks.reduce((best, hunk) => (shared(hunk) > shared(best) ? hunk : best));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/**
 * What writers are told while they can still extend a page in place of adding one: the pages that tell what a page that is
 * new, or whose subject changed, seems to tell.
 */
export function likenesses({ site, changes }: Base, now: Site): string[] {
  const notices = [...renewedPages(site, now, changes)].flatMap((path) => {
    const like = pagesLike(now.topics, now.byPath.get(path)!);
    if (like.length === 0) return [];
    const others = like.map(({ page, evidence }) => `${page.path} (${evidence.text.replace(/\.$/, '')})`);
    return [`${path} seems to tell what ${others.join(', and ')} ${like.length === 1 ? 'tells' : 'tell'}. If so, extend that page in place of adding one.`];
  });
  const more = notices.length - mostLikenesses;
  return more > 0 ? [...notices.slice(0, mostLikenesses), `${more} more new pages seem to tell what others tell; waymark topics lists them.`] : notices;
}

/** Pages that are new, or that tell something else than on the base by their title, topic or tasks. */
function renewedPages(base: Site | null, now: Site, changes: readonly FileChange[]): Set<string> {
  const renewed = changes.filter(({ path, before, deleted }) => {
    const page = deleted ? undefined : now.byPath.get(path);
    const old = before === null ? undefined : base?.byPath.get(before);
    return page !== undefined && (!old || subjectOf(page, now) !== subjectOf(old, base!));
  });
  return new Set(renewed.map(({ path }) => path));
}

function subjectOf(page: Page, { tasks }: Site): string {
  const own = tasks.filter(({ mentions }) => mentions.some((mention) => mention.page.path === page.path)).map(({ key }) => key);
  return [page.facts.title, page.facts.frontmatter.topic ?? '', ...own].join('\n');
}
