import type { Page } from '../content/types.ts';

/**
 * How a fragment fits a page:
 * `whole` there is no fragment, or one that needs no id (`#top`, `#:~:text=`);
 * `exact` an id of the page or of a page that it includes;
 * `letters` an id in other letter case;
 * `otherSlug` a heading of the page, by the slug rules or the counting of another generator;
 * `open` not found, on a page where components or includes may bring ids of their own;
 * `missing` not found.
 */
export type AnchorMatch = 'whole' | 'exact' | 'letters' | 'otherSlug' | 'open' | 'missing';

/** Pages that each page includes, and whether all that it includes is known. */
export type Includes = ReadonlyMap<Page, { pages: readonly Page[]; complete: boolean }>;

/** Finds the fragment of a link on the page that it leads to. */
export type AnchorFinder = (from: Page, page: Page, anchor: string) => AnchorMatch;

/** Fragments that need no id of the page's own: top of page, text fragments, lines of a file, footnotes, state of scripts, GitHub's own. */
const needsNoId = /^(?:$|top$|L\d+|[!/?]|fn(?:ref)?[:-]|user-content-|readme$|start-of-content$)|=|:~:/i;

/** Anchors are looked up in a page and in whatever it includes. */
export function createAnchorFinder(includes: Includes, parts: ReadonlySet<Page>): AnchorFinder {
  const pagesIn = (page: Page) => withIncluded(page, includes);
  const idsOf = remembered((page) => new Set(pagesIn(page).flatMap((each) => [...each.facts.anchors, ...attributeIds(each)])));
  const formsOf = remembered((page) => otherForms(idsOf(page), pagesIn(page)));
  const broughtBy = remembered((page) => bringingOf(page, includes));

  return (from, page, anchor) => {
    if (needsNoId.test(anchor)) return 'whole';
    const ids = idsOf(page);
    if (ids.has(anchor)) return 'exact';
    const { letters, loose } = formsOf(page);
    if (letters.has(anchor.toLowerCase())) return 'letters';
    if (anchor.startsWith('#')) return 'missing';
    if (loose.has(looseSlug(anchor)) || ids.has(anchor.replace(/[-_]\d+$/, ''))) return 'otherSlug';
    // A part of other pages links to places of the whole that it ends up in.
    if (from === page && parts.has(page)) return 'open';
    return mayBringAnchor(page, broughtBy(page), anchor) ? 'open' : 'missing';
  };
}

/** Remembers what a function gives for a page. */
function remembered<Value>(compute: (page: Page) => Value): (page: Page) => Value {
  const known = new Map<Page, Value>();
  return (page) => {
    let value = known.get(page);
    if (value === undefined) known.set(page, (value = compute(page)));
    return value;
  };
}

/** Ids of a page as others may write them: in small letters, and as loose slugs with those of its headings. */
interface OtherForms {
  letters: ReadonlySet<string>;
  loose: ReadonlySet<string>;
}

function otherForms(ids: ReadonlySet<string>, pages: readonly Page[]): OtherForms {
  return {
    letters: new Set(Array.from(ids, (id) => id.toLowerCase())),
    loose: new Set([...ids, ...pages.flatMap(headingReadings)].map(looseSlug)),
  };
}

/** Ids in attribute lists, as Python-Markdown, kramdown and Pandoc write them at the end of anything: `{ #limits .wide }`. */
function attributeIds({ dialect, source }: Page): string[] {
  if (dialect === 'mdx' || !source.includes('#')) return [];
  return Array.from(source.matchAll(/\{:?[^{}#\n]*#([^\s{}]+)[^{}\n]*\}/g), ([, id]) => id!);
}

/** `[text][module.Class]`, which the site's build turns into a link to what it generates. */
const crossReference = /\[([^\][]*)\]\[[^\][]*\]/g;

/** Texts from which generators make the id of a heading: as it reads, as it is written (`&mdash;`), "&" as a word, without the targets of cross-references. */
function headingReadings({ source, facts }: Page): string[] {
  return facts.headings.flatMap(({ text, range }) => {
    const written = source.slice(range.start, range.end);
    return [text, ...(/[&<]/.test(written) ? [written, text.replaceAll('&', 'and')] : []), ...(text.includes('][') ? [text.replace(crossReference, '$1')] : [])];
  });
}

function withIncluded(page: Page, includes: Includes, seen: Set<Page> = new Set()): Page[] {
  if (seen.has(page)) return [];
  seen.add(page);
  return [page, ...(includes.get(page)?.pages ?? []).flatMap((each) => withIncluded(each, includes, seen))];
}

/** What all slug rules agree on: letters and digits, accents and what some put before a digit (`id-1`, `_1`) taken off. */
function looseSlug(text: string): string {
  return text
    .replace(/^(?:id-|_)(?=\d)/, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Directives of site generators that put other files or generated text into a page. */
const directive = /\{[%{][<%>]|\{%|--8<--|^:::\s+[\w.]+\s*$|^:{2,3}\s*include|\[!INCLUDE|^<<<|@include|^[ \t]*\{[^}\n]+\}[ \t]*$|^!!swagger|<!--\s*@?include/im;
/** A component without children: what it shows stands elsewhere. */
const emptyComponent = /<([A-Z][\w.]*)(?:\s(?:[^<>{}]|\{[^{}]*\}|\{\{[^{}]*\}\})*)?\/>/g;
/** `:octicons-image-16:` */
const iconCode = /:[\w-]+:/g;
/** Names under which a page imports other pages. */
const importedPages = /^import\s+([\w\s{},*]+?)\s+from\s+['"][^'"\n]+\.mdx?['"]/gm;
/** Components that show no headings, whoever wrote them. */
const showsNoHeading = /(?:image|img|icon|logo|video|youtube|vimeo|loom|player|badge|button|cta|link|card|tooltip|figure|screenshot|frame|iframe|embed|spacer|divider|br|head|meta|seo|tag|pill|avatar|term)$/i;
/** A term of a definition list, which some generators give an id. */
const definedTerm = /^(.+)\n\n?:[ \t]/gm;
/** What components and tabs make ids of: `<Tab title>`, `<Accordion title>`, `<ParamField query>`, `=== "Linux"`. */
const naming = /(?:===[!+]*[ \t]+|\b(?:title|label|name|heading|header|id|summary|value|anchor|query|path|body|question|tag|date)=\{?)(?:"([^"\n]+)|'([^'\n]+)|`([^`\n]+))/g;

/** What the source of a page says of ids that it may bring. */
interface Bringing {
  /** Whether something else brings ids to the page, whatever they are. */
  any: boolean;
  /** Loose slugs of terms that may have an id. */
  terms: ReadonlySet<string>;
  /** Loose slugs that ids may end with. */
  endings: ReadonlySet<string>;
}

function bringingOf(page: Page, includes: Includes): Bringing {
  const { source } = page;
  const parts = withIncluded(page, includes);
  // A page that a program makes of a description of an interface has the ids of its operations and fields.
  const any = page.facts.frontmatter['openapi'] !== undefined || page.facts.frontmatter['asyncapi'] !== undefined || parts.some((part) => includes.get(part)?.complete === false) || directive.test(source) || hasOpenComponent(source);
  if (any) return { any, terms: new Set(), endings: new Set() };
  const terms = new Set(Array.from(source.matchAll(definedTerm), ([, term]) => looseSlug(term!)));
  const endings = new Set(parts.flatMap((part) => Array.from(part.source.matchAll(naming), ([, ...values]) => looseSlug(values.find((value) => value !== undefined)!.replace(iconCode, '')))));
  endings.delete('');
  return { any, terms, endings };
}

/** Whether a page has a component without children that may show headings and is no page itself. */
function hasOpenComponent(source: string): boolean {
  const imported = new Set(Array.from(source.matchAll(importedPages), ([, names]) => names!.match(/\w+/g) ?? []).flat());
  for (const [, name] of source.matchAll(emptyComponent)) if (!showsNoHeading.test(name!) && !imported.has(name!)) return true;
  return false;
}

function mayBringAnchor({ source }: Page, { any, terms, endings }: Bringing, anchor: string): boolean {
  if (any || isWrittenInMarkup(source, anchor.replace(/^[^\p{L}\p{N}]+/u, ''))) return true;
  const slug = looseSlug(anchor);
  return terms.has(slug) || [...endings].some((ending) => slug.endsWith(ending));
}

/** Characters of a tag before the id in it, at most. */
const longestTag = 300;

/** Whether an id stands in a tag, a comment or braces, other than as the target of a link. */
function isWrittenInMarkup(source: string, anchor: string): boolean {
  if (anchor === '') return false;
  for (let at = source.indexOf(anchor); at >= 0; at = source.indexOf(anchor, at + 1)) {
    const before = source.slice(Math.max(0, at - longestTag, source.lastIndexOf('\n', at) + 1), at);
    if (/[<{][^<>{}]*$/.test(before) && !/["'(/\w]#$|[\w-]$/.test(before) && !/[\w-]/.test(source[at + anchor.length] ?? '')) return true;
  }
  return false;
}
