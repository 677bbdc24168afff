import type { Page } from '../../content/types.ts';
import { compiledLexicon } from '../../text/lexicon/compile.ts';
import { stem } from '../../text/stems.ts';
import { wordsOf } from '../../text/words.ts';
import { menuPathsOn } from '../menu-paths.ts';
import type { Inbound } from './keep.ts';

/** Something that two guides have in common beside their task, as the end of a sentence that begins with "they". */
export type JoinFinder = (one: Page, other: Page) => string[];

/** What stands on more pages than this joins nothing: the home page, "Click Save", the way to the settings. */
const mostPages = 6;
/** Telling words of a last step below which it ends guides of any task. */
const fewestStepWords = 3;
/** Words after "formerly" within which the former name stands. */
const nameReach = 8;

/** Finds what joins guides of one task; the tree is looked through when first asked. */
export function createJoinFinder(pages: Page[], inbound: Inbound): JoinFinder {
  const targets = rareThings(() => linkTargets(pages, inbound));
  const lastSteps = rareThings(() => new Map(pages.map((page) => [page, lastStepOf(page)])));
  const paths = rareThings(() => new Map(pages.map((page) => [page, menuPathsOn(page).map((steps) => steps.map(({ text }) => text.toLowerCase()).join(' > '))])));
  return (one, other) => [
    ...[[one, other], [other, one]].filter(([page, named]) => tellsFormerName(page!, named!)).map(([page, named]) => `${page!.path} says that it is what ${named!.path} was called`),
    ...targets(one, other).slice(0, 1).map((target) => `both link to ${target}`),
    ...lastSteps(one, other).map(() => `both end in one step, “${one.facts.steps.at(-1)!.text}”`),
    ...paths(one, other).slice(0, 1).map((path) => `both lead to “${path}”`),
  ];
}

/** Finds what two pages have in common and few others have. */
function rareThings(read: () => Map<Page, string[]>): (one: Page, other: Page) => string[] {
  let ofPages: Map<Page, string[]> | null = null;
  const counts = new Map<string, number>();
  return (one, other) => {
    if (!ofPages) {
      ofPages = read();
      for (const things of ofPages.values()) for (const thing of new Set(things)) counts.set(thing, (counts.get(thing) ?? 0) + 1);
    }
    const theirs = new Set(ofPages.get(other));
    return [...new Set(ofPages.get(one))].filter((thing) => theirs.has(thing) && counts.get(thing)! <= mostPages);
  };
}

/** Where each page links to: pages by their path, other sites by their address. */
function linkTargets(pages: Page[], inbound: Inbound): Map<Page, string[]> {
  const targets = new Map(pages.map((page) => [page, page.facts.links.filter(({ kind, target }) => kind === 'link' && /^https?:/.test(target)).map(({ target }) => target.replace(/\/?(?:[#?].*)?$/, ''))]));
  for (const page of pages) for (const from of inbound(page)) targets.get(from)?.push(page.path);
  return targets;
}

/** Stems of the last step of a page; none where it is too short to tell anything. */
function lastStepOf({ facts: { steps, language } }: Page): string[] {
  const stopWords = compiledLexicon(language)?.stopWords;
  const telling = wordsOf(steps.at(-1)?.text.toLowerCase() ?? '').filter((word) => !stopWords?.has(word));
  return telling.length < fewestStepWords ? [] : [telling.map((word) => stem(word, language)).sort().join(' ')];
}

/** Whether a page says of itself that it is called by another name than before, and that is the title of another page. */
function tellsFormerName({ facts: { title, description, opening, language } }: Page, { facts: { title: name } }: Page): boolean {
  const renamed = compiledLexicon(language)?.pages.renamed;
  const wanted = wordsOf(name.toLowerCase());
  return [title, description, opening].some((text) =>
    renamed?.findAll(text).some(({ end }) => {
      const following = wordsOf(text.slice(end).toLowerCase()).slice(0, nameReach + wanted.length);
      return following.some((_, at) => wanted.every((word, index) => following[at + index] === word));
    }),
  );
}
