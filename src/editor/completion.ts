import { CompletionItemKind, type CompletionItem, type CompletionList } from 'vscode-languageserver';
import { joinPath, normalizePath, parentOf } from '../site/paths.ts';
import type { Page, Range } from '../content/types.ts';
import { factText } from '../product/facts.ts';
import { oneLine } from '../reporters/text.ts';
import { relativePath } from '../rules/missing-targets.ts';
import { siteAddress, type LinkForm } from '../site/links.ts';
import type { Site } from '../site/types.ts';
import { frontmatterOf } from './at.ts';
import { editIn } from './text.ts';

/** Items sent at once; what is typed next narrows them down. */
const mostItems = 100;

/** Characters behind which an editor asks by itself. */
export const triggers = ['(', '/', '#', '.', '*', '"', '[', ' '];

/** Something to write in the place of what is typed. */
interface Choice {
  text: string;
  /** What is searched beside the text. */
  title: string;
  kind: CompletionItemKind;
  detail?: string;
}

/** What is being typed, and what it may become. */
interface Typing {
  /** From where it stands in the source up to the cursor. */
  range: Range;
  choices: Iterable<Choice>;
}

/** What may be written at a place: targets of links, anchors, topics, tasks, facts and labels of the interface. */
export function completionsAt(site: Site, page: Page, offset: number): CompletionList {
  const line = page.source.slice(page.source.lastIndexOf('\n', offset - 1) + 1, offset);
  for (const read of [typedTarget, typedFact, typedFrontmatter, typedLabel]) {
    const typing = read(site, page, line, offset);
    if (typing) return listOf(page, typing);
  }
  return { isIncomplete: false, items: [] };
}

function listOf(page: Page, { range, choices }: Typing): CompletionList {
  const typed = page.source.slice(range.start, range.end).toLowerCase().replace(/^\.\.?\/(?:\.\.\/)*/, '');
  const items: CompletionItem[] = [];
  let isIncomplete = false;
  for (const { text, title, kind, detail } of choices) {
    if (!text.toLowerCase().includes(typed) && !title.toLowerCase().includes(typed)) continue;
    if (items.length === mostItems) {
      isIncomplete = true;
      break;
    }
    // Editors filter by what stands in the range, which may be a part of a title.
    const filterText = text.toLowerCase().includes(typed) ? text : `${page.source.slice(range.start, range.end)} ${title}`;
    items.push({ label: oneLine(text), kind, detail: oneLine(detail ?? title), filterText, textEdit: editIn(page, { range, text }) });
  }
  return { isIncomplete, items };
}

/** `](./guides/ht`, `](#be`, `href="/gui`. */
function typedTarget(site: Site, page: Page, line: string, offset: number): Typing | null {
  const written = /(?:\]\(<?|\b(?:href|to|link)="|^\s*\[[^\]]+\]:\s*)([^\s()<>"]*)$/.exec(line)?.[1];
  if (written === undefined || /^[a-z][a-z0-9+.-]*:/i.test(written)) return null;
  const hash = written.indexOf('#');
  if (hash < 0) return { range: { start: offset - written.length, end: offset }, choices: pageChoices(site, page, written) };
  const target = hash === 0 ? page : pageNamed(site, page, written.slice(0, hash));
  return target === undefined ? null : { range: { start: offset - (written.length - hash - 1), end: offset }, choices: anchorChoices(target) };
}

function* pageChoices(site: Site, from: Page, written: string): Iterable<Choice> {
  const form = written.startsWith('/') ? 'absolute' : written.startsWith('.') ? habit(site, ['file', 'relative']) : habit(site, ['file', 'relative', 'absolute']);
  for (const page of site.pages) {
    if (page === from || page.locale !== from.locale) continue;
    const relative = relativePath(from.path, page.path);
    const text = form === 'absolute' ? siteAddress(site.links, page) : form === 'file' ? relative : relative.replace(/(?:\/(?:index|readme))?\.\w+$/i, '');
    yield { text, title: page.facts.title, kind: CompletionItemKind.File };
  }
}

/** How most links of the tree that lead somewhere are written. */
function habit({ links: { tallies } }: Site, forms: LinkForm[]): LinkForm {
  const counts = new Map<LinkForm, number>();
  for (const [key, { found }] of tallies) {
    const form = key.startsWith('link /') ? 'absolute' : (key.replace(/^link /, '') as LinkForm);
    counts.set(form, (counts.get(form) ?? 0) + found);
  }
  return forms.reduce((best, form) => ((counts.get(form) ?? 0) > (counts.get(best) ?? 0) ? form : best));
}

/** The page that a half-written link names already. */
function pageNamed({ links, byPath, byRoute }: Site, from: Page, written: string): Page | undefined {
  const known = links.out.get(from)?.find(({ link, target }) => target.kind === 'page' && link.target.replace(/#.*$/s, '') === written);
  if (known?.target.kind === 'page') return known.target.page;
  const { book } = links.ground;
  return written.startsWith('/') ? (byRoute.get(`/${normalizePath(written)}`) ?? book.atAddress(normalizePath(written))) : today(byPath, book.at(joinPath(parentOf(from.path), written)));
}

function today(byPath: Site['byPath'], page: Page | undefined): Page | undefined {
  return page && byPath.get(page.path);
}

function* anchorChoices({ facts: { headings, anchors } }: Page): Iterable<Choice> {
  const texts = new Map(headings.map(({ slug, text }) => [slug, text]));
  for (const anchor of anchors) yield { text: anchor, title: texts.get(anchor) ?? '', kind: CompletionItemKind.Reference };
}

/** `{fact.api`, `<Fact id="api`. */
function typedFact({ product: { facts } }: Site, _: Page, line: string, offset: number): Typing | null {
  const written = /(?:\{\s*fact\.|<(?:Fact|Limit|Price)\s[^>]*\bid=")([a-z0-9-]*)$/.exec(line)?.[1];
  if (written === undefined || !facts) return null;
  const choices = Array.from(facts.values(), (fact) => ({ text: fact.id, title: `${factText(fact)} ${fact.unit}`.trim(), kind: CompletionItemKind.Constant }));
  return { range: { start: offset - written.length, end: offset }, choices };
}

/** `topic: bill`, `resolves: [ex`, and a task on a line of its own below `resolves:`. */
function typedFrontmatter(site: Site, page: Page, line: string, offset: number): Typing | null {
  const front = frontmatterOf(page.source);
  const before = page.source.slice(0, offset);
  if (front.end > 0 ? offset >= front.end : !/^(?:---|\+\+\+)[^\S\n]*\n/.test(before)) return null;
  const topic = /^topic\s*[:=]\s*["']?(.*)$/.exec(line)?.[1];
  if (topic !== undefined) return { range: { start: offset - topic.length, end: offset }, choices: topicChoices(site) };
  const key = /(?:^|\n)(\w+)\s*[:=][^\n]*(?:\n[ \t]*-[^\n]*)*$/.exec(before)?.[1];
  const task = key === 'resolves' ? /([\w-]*)$/.exec(line)?.[1] : undefined;
  return task === undefined ? null : { range: { start: offset - task.length, end: offset }, choices: taskChoices(site) };
}

function* topicChoices({ pages }: Site): Iterable<Choice> {
  for (const topic of new Set(pages.flatMap(({ facts }) => facts.frontmatter.topic ?? []))) yield { text: topic, title: '', kind: CompletionItemKind.Keyword };
}

function* taskChoices({ product: { selfServe } }: Site): Iterable<Choice> {
  for (const { id, phrasings } of selfServe?.tasks ?? []) yield { text: id, title: Object.values(phrasings).flat()[0] ?? '', kind: CompletionItemKind.Event };
}

/** `**Acc`, `<UI>Acc`, `:ui[Acc`: the labels of the interface. */
function typedLabel({ product, pages }: Site, page: Page, line: string, offset: number): Typing | null {
  const { interface: map } = product;
  const bold = line.split('**');
  const written = /(?:<UI[^>]*>|:ui\[)([^<\]]*)$/.exec(line)?.[1] ?? (bold.length % 2 === 0 ? bold.at(-1) : undefined);
  if (written === undefined || !map || pages.length === 0) return null;
  const languages = new Map(map.catalogues.map(({ path, language }) => [path, language]));
  const seen = new Set<string>();
  const labels = map.labels.filter(({ text, catalogue }) => {
    const isNew = !seen.has(text) && ['', page.facts.language].includes(languages.get(catalogue) ?? '') && text.length <= longestLabel;
    if (isNew) seen.add(text);
    return isNew;
  });
  return { range: { start: offset - written.length, end: offset }, choices: labels.map(({ text, key, catalogue }) => ({ text, title: text, kind: CompletionItemKind.Text, detail: `${key} in ${catalogue}` })) };
}

/** Characters; longer texts of an interface are sentences, which no page sets in bold. */
const longestLabel = 60;
