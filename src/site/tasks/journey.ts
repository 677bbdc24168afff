import type { Page, Range } from '../../content/types.ts';
import type { Site } from '../types.ts';
import { servingPages, type ListedTask } from './list.ts';

/** A page on a reader's way to get a task done, and where it leads from there. */
export interface Stop {
  page: Page;
  ends: End[];
  next: Stop[];
}

/** Where a way ends. */
export interface End {
  /** `self`: the reader can do it. `person`: a contact. `back`: a page that the reader comes from. `nothing`: no way on. */
  kind: 'self' | 'person' | 'back' | 'nothing';
  /** The words that end it, or the title of the page that the reader is sent back to. */
  text: string;
  page: Page;
  range: Range;
}

/** The ways through the documentation that a reader can go for one task. */
export interface Journey {
  task: ListedTask;
  starts: Stop[];
  /** Pages that take part, each once. */
  pages: Page[];
}

/** One way: the pages in the order in which a reader meets them, and its end. */
export interface Way {
  pages: Page[];
  end: End;
}

/** More stops than this are a net, and no reader walks all of it. */
const mostStops = 200;

/**
 * The ways for a task: from each page that tells of it and that no other of these pages leads to, along the links
 * between them, until the reader can do it, meets a person, is sent back, or is left alone.
 */
export function journeyOf(task: ListedTask, { headings, links }: Pick<Site, 'headings' | 'links'>): Journey {
  const serving = new Set([...servingPages(task), ...task.guides.map(({ page }) => page)]);
  const telling = headings(task.components).map(({ page }) => page);
  const pages = [...new Set([...task.mentions.map(({ page }) => page), ...serving, ...telling])];
  const linked = new Map(pages.map((page) => [page, onward(page)]));
  let stops = 0;

  /** Pages of the task that a page links to, each with the first link. */
  function onward(page: Page): Map<Page, Range> {
    const targets = new Map<Page, Range>();
    for (const { target, link } of links.out.get(page) ?? []) {
      if (target.kind === 'page' && target.page !== page && pages.includes(target.page) && !targets.has(target.page)) targets.set(target.page, link.range);
    }
    return targets;
  }

  function visit(page: Page, trail: Page[]): Stop {
    stops++;
    const ends = endsOn(page);
    const next: Stop[] = [];
    for (const [target, range] of linked.get(page)!) {
      if (trail.includes(target)) ends.push({ kind: 'back', text: target.facts.title, page, range });
      else if (stops < mostStops) next.push(visit(target, [...trail, target]));
    }
    if (ends.length === 0 && next.length === 0) ends.push({ kind: 'nothing', text: '', page, range: page.facts.titleRange });
    return { page, ends, next };
  }

  function endsOn(page: Page): End[] {
    const people = task.mentions.filter((mention) => mention.page === page).map(({ mention }): End => ({ kind: 'person', text: mention.sentence, page, range: mention.range }));
    if (!serving.has(page)) return people;
    const guide = task.guides.find((place) => place.page === page);
    return [{ kind: 'self', text: guide?.text ?? page.facts.title, page, range: guide?.range ?? page.facts.titleRange }, ...people];
  }

  const reached = new Set([...linked.values()].flatMap((targets) => [...targets.keys()]));
  const starts = pages.filter((page) => !reached.has(page));
  const covered = new Set<Page>();
  const cover = (page: Page): void => {
    if (covered.has(page)) return;
    covered.add(page);
    for (const target of linked.get(page)!.keys()) cover(target);
  };
  starts.forEach(cover);
  // Pages that only lead to each other have no first: the way begins at any of them.
  for (const page of pages) {
    if (covered.has(page)) continue;
    starts.push(page);
    cover(page);
  }
  return { task, starts: starts.map((page) => visit(page, [page])), pages };
}

/** Every way of a journey, the shortest first. */
export function waysOf({ starts }: Journey): Way[] {
  const ways: Way[] = [];
  const walk = ({ page, ends, next }: Stop, before: Page[]): void => {
    const trail = [...before, page];
    for (const end of ends) ways.push({ pages: trail, end });
    for (const stop of next) walk(stop, trail);
  };
  for (const start of starts) walk(start, []);
  return ways.sort((a, b) => a.pages.length - b.pages.length);
}
