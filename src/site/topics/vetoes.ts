import { posix } from 'node:path';
import type { Page } from '../../content/types.ts';
import { codeLanguageOf } from './code-language.ts';
import { evidenceClasses, type EvidenceName } from './evidence.ts';
import type { Families } from './families.ts';
import { isHandedOver } from './guide-tasks.ts';
import { kindsOf } from './kinds.ts';
import type { Mirrors } from './mirrors.ts';
import { oppositionOf, ownWordOf, placeTerms, titleTerms, type Opposition } from './opposition.ts';
import type { Pair } from './pair.ts';
import { isDated, isDefinition, isReference, versionsOf } from './places.ts';
import type { Profile } from './profile.ts';
import { systematicReplacement } from './replacement.ts';
import type { Twins } from './twins.ts';
import type { Signal } from './types.ts';

/** What vetoes ask of the tree beyond the two pages. */
export interface Surroundings {
  mirrors: Mirrors;
  families: Families;
  twins: Twins;
  linksTo(from: Page, to: Page): boolean;
  /** The word with this hash, as it reads on a page. */
  wordOn(page: Page, hash: number): string;
}

/** A reason that two pages are rightly alike, and the classes of evidence that it speaks against. */
export interface HeldVeto extends Signal {
  against: EvidenceName[];
}

/** A reason that two pages are rightly alike, or null. */
type Veto = (pair: Pair, tree: Surroundings) => Signal | null;

const mirror: Veto = ({ one, other }, { mirrors }) => {
  const folders = mirrors.between(one.page, other.page);
  return folders && { name: 'mirror', text: `“${folders[0]}” and “${folders[1]}” hold the same pages side by side.` };
};

const version: Veto = ({ one, other }) => {
  const [first, second] = [versionsOf(one.page), versionsOf(other.page)];
  const own = first.find((name) => !second.includes(name)) ?? second.find((name) => !first.includes(name));
  return own ? { name: 'version', text: `Only one address says “${own}”.` } : null;
};

const generated: Veto = ({ one, other }) => {
  const by = [one, other].find(({ page }) => page.facts.text.generated);
  return by ? { name: 'generated', text: `A program writes ${by.page.path}.` } : null;
};

const dated: Veto = ({ one, other }) => {
  const by = [one, other].find(({ page }) => isDated(page));
  return by ? { name: 'dated', text: `${by.page.path} reports something of its day.` } : null;
};

/** Whether the frontmatter of a page names the file of another as where its text comes from. */
function isMadeFrom({ page }: Profile, { page: { path } }: Profile): boolean {
  return Object.values(page.facts.frontmatter).some((value) => typeof value === 'string' && value.includes('/') && (path === value || path.endsWith(`/${value}`)));
}

const included: Veto = ({ one, other }) => {
  if (isMadeFrom(one, other) || isMadeFrom(other, one)) return { name: 'included', text: 'The frontmatter of one names the file of the other as its source.' };
  const texts = ({ page }: Profile) => page.facts.text.includes.filter((file) => /\.mdx?$/i.test(file)).map((file) => posix.join(posix.dirname(page.path), file));
  const theirs = [...texts(other), other.page.path];
  const shared = [...texts(one), one.page.path].find((file) => theirs.includes(file));
  return shared ? { name: 'included', text: `Both show the text of ${shared}.` } : null;
};

/** `page.md` and `page.expect.md`, `notes.md` and `notes.internal.md`: a file and another form of it. */
const variant: Veto = ({ one, other }) => {
  const [first, second] = [one.page.path, other.page.path];
  const stemOf = (path: string) => path.replace(/(?<=[^/.])\.[^/]*$/, '');
  const hasInfix = (path: string) => /[^/.]\.[^/.]+\.\w+$/.test(path);
  if (stemOf(first) !== stemOf(second) || !(hasInfix(first) || hasInfix(second))) return null;
  return { name: 'variant', text: `${first} and ${second} are two forms of one file.` };
};

const topics: Veto = ({ one, other }) => {
  const [first, second] = [one.topic, other.topic];
  return first && second && first !== second ? { name: 'topic', text: `Their frontmatter says that one is about “${first}” and the other about “${second}”.` } : null;
};

const codeLanguage: Veto = ({ one, other }) => {
  const [first, second] = [codeLanguageOf(one), codeLanguageOf(other)];
  if (!first || !second || first === second) return null;
  return { name: 'code-language', text: `One is for ${first}, the other for ${second}.` };
};

const family: Veto = ({ a, b }, { families }) => {
  const found = families.of(a, b);
  return found && { name: 'family', text: `Both belong to a family of ${found.members} pages, “${found.pattern}”.` };
};

const twin: Veto = ({ a, b }, { twins }) => {
  const found = twins.of(a, b);
  if (!found) return null;
  const sides = found.one && found.other ? `“${found.one}” and “${found.other}”` : `with and without “${found.one || found.other}”`;
  return { name: 'twin', text: `${found.pairs} pairs of pages differ like these in their names: ${sides}.` };
};

const opposition: Veto = ({ one, other }) => describe(oppositionOf(one, other, titleTerms));

/** A title that says all of another's and a word more is a part of its subject where that word is what its page is about. */
const narrower: Veto = ({ one, other }) => {
  for (const [general, specific] of [[one, other], [other, one]] as const) {
    if (!isNarrower(specific, general)) continue;
    const word = ownWordOf(specific, general);
    if (word) return { name: 'narrower', text: `${specific.page.path} is about “${word}”, which ${general.page.path} hardly mentions.` };
  }
  return null;
};

/** Folders too oppose pages of one title: `apps/checkout` and `plugins/checkout`. */
const placeOpposition: Veto = ({ one, other }) => describe(oppositionOf(one, other, placeTerms));

function describe(found: Opposition | null): Signal | null {
  return found && { name: 'opposition', text: `One is about “${found.one}”, which the other hardly mentions, and the other about “${found.other}”.` };
}

const qualifier: Veto = ({ one, other }) => {
  const bare = (title: string) => title.replace(/\s*[([][^)\]]+[)\]]\s*$/, '').trim().toLowerCase();
  const [first, second] = [one.page.facts.title, other.page.facts.title];
  if (first.toLowerCase() === second.toLowerCase() || bare(first) !== bare(second)) return null;
  return { name: 'qualifier', text: `The titles “${first}” and “${second}” tell the pages apart.` };
};

const mutualLinks: Veto = ({ one, other }, { linksTo }) =>
  linksTo(one.page, other.page) && linksTo(other.page, one.page) ? { name: 'mutual-links', text: 'Each links to the other: their writers know of both.' } : null;

const hub: Veto = ({ one, other }, { linksTo }) => {
  for (const [general, specific] of [[one, other], [other, one]] as const) {
    if (!isWithin(specific, general) && !(linksTo(general.page, specific.page) && isNarrower(specific, general))) continue;
    return { name: 'hub', text: `${general.page.path} leads to ${specific.page.path}, which tells one part of it.` };
  }
  return null;
};

/** Whether a page stands in the folder that another page is the index of. */
function isWithin(specific: Profile, general: Profile): boolean {
  const folder = general.trail.join('/');
  return general.isIndex && specific !== general && specific.page.path.startsWith(`${folder}/`);
}

/** Whether a title says all that another says, and more. */
function isNarrower(specific: Profile, general: Profile): boolean {
  const stems = new Set(specific.title.map(({ stem }) => stem));
  return specific.title.length > general.title.length && general.title.every(({ stem }) => stems.has(stem));
}

/** A definition beside the guide is shorter than this part of it. */
const definitionShare = 0.5;

const definition: Veto = ({ one, other }) => {
  const [shorter, longer] = one.page.words.length <= other.page.words.length ? [one.page, other.page] : [other.page, one.page];
  if (shorter.words.length >= longer.words.length * definitionShare) return null;
  if (!isDefinition(shorter) && !(shorter.facts.steps.length === 0 && longer.facts.steps.length > 0 && shorter.words.length < 250)) return null;
  return { name: 'definition', text: `${shorter.path} is a short explanation beside ${longer.path}.` };
};

/** Parts of a page's words in tables: a reference has more than the first, a guide less than the second. */
const referenceShare = 0.5;
const guideShare = 0.2;

const reference: Veto = ({ one, other }) => {
  const share = ({ page }: Profile) => page.facts.text.tableWords / Math.max(1, page.words.length);
  const [guide, table] = share(one) <= share(other) ? [one, other] : [other, one];
  if (share(table) < referenceShare || share(guide) > guideShare) return null;
  return { name: 'reference', text: `${table.page.path} is mostly tables, ${guide.page.path} is prose.` };
};

const entries: Veto = ({ one, other }) => {
  const [first, second] = [one.page.facts.title, other.page.facts.title];
  // Of one name too, where it is a program's name: each product has its own `eth_subscribe`.
  const areNames = isProgramName(first) && isProgramName(second);
  const areReference = isReference(one.page) && isReference(other.page);
  if (first === second ? !(areNames && areReference) : !areNames && !areReference) return null;
  return { name: 'entries', text: 'Both are entries of a reference, which read alike.' };
};

/** Whether a title is what programs call something and not a phrase: `rollup_mx`, `estimateGas`, `mail.send`. */
function isProgramName(title: string): boolean {
  return /^[`$@\w.:/-]+(?:\([^)]*\))?`?$/.test(title) && /_|[a-z][A-Z]|\w[.:/]+\w|\(/.test(title);
}

/** Jaccard of shingles below which a diff of two pages pairs words that have nothing to do with one another. */
const comparableWording = 0.3;

const replacement: Veto = ({ one, other, overlap }, { wordOn }) => {
  if (overlap.jaccard < comparableWording) return null;
  const found = systematicReplacement(one.page.words, other.page.words);
  if (!found) return null;
  const [from, to] = [found.from.map((hash) => wordOn(one.page, hash)).join(' '), found.to.map((hash) => wordOn(other.page, hash)).join(' ')];
  return { name: 'replacement', text: `“${from}” on one stands ${found.times} times where the other has “${to}”.` };
};

const kind: Veto = ({ one, other }) => {
  const [first, second] = [kindsOf(one), kindsOf(other)];
  const own = first.find((word) => !second.includes(word)) ?? second.find((word) => !first.includes(word));
  return own ? { name: 'kind', text: `Only one title or address says “${own}”.` } : null;
};

/** Against every class: pages that are alike by the way they are made or published. */
const made = [topics, generated, dated, version, mirror, included, variant, codeLanguage, qualifier];
/** Against likeness of wording and titles: pages whose writers told them apart. */
const toldApart = [...made, mutualLinks, kind, entries, hub, opposition, family, twin];

/** Vetoes for each class of evidence, the cheap ones first. */
const vetoesFor: Record<EvidenceName, Veto[]> = {
  // Nothing speaks against what the pages themselves say but another edition or place of one page.
  declared: [version, mirror, included],
  'near-copy': [...toldApart, replacement],
  'reworked-copy': [...toldApart, replacement],
  'one-task': [...made, family, twin, replacement],
  'one-subject': [...toldApart, narrower, definition, reference, placeOpposition, replacement],
  'one-text': [...toldApart, narrower, definition, reference, placeOpposition, replacement],
};

/**
 * Nothing in it can tell one text from itself: only how pages are made and published can. A task that titles and headings
 * tell is a likeness of titles and headings; one that both hand over to somebody speaks louder than what they are called.
 */
function vetoesOf(evidence: EvidenceName, { copied, tasks }: Pair): Veto[] {
  if (evidence === 'near-copy' && copied) return made;
  if (evidence === 'one-task' && !tasks.some(isHandedOver)) return vetoesFor['one-subject'];
  return vetoesFor[evidence];
}

/** The first reason against a class of evidence for two pages; null where none holds. */
export function vetoAgainst(evidence: EvidenceName, pair: Pair, tree: Surroundings): Signal | null {
  for (const veto of vetoesOf(evidence, pair)) {
    const found = veto(pair, tree);
    if (found) return found;
  }
  return null;
}

/** Every reason that tells two pages apart, with the classes of evidence that it speaks against. */
export function allVetoes(pair: Pair, tree: Surroundings): HeldVeto[] {
  const known = [...new Set(Object.values(vetoesFor).flat())];
  return known.flatMap((veto) => {
    const found = veto(pair, tree);
    return found ? [{ ...found, against: evidenceClasses.filter((name) => vetoesOf(name, pair).includes(veto)) }] : [];
  });
}

/** Why two pages share text that nobody copied: a program wrote it, it reports its day, both show a third file, both are forms of one file; else null. */
export function notCopied(pair: Pair, tree: Surroundings): Signal | null {
  return generated(pair, tree) ?? dated(pair, tree) ?? included(pair, tree) ?? variant(pair, tree);
}
