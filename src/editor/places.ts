import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Location } from 'vscode-languageserver';
import type { Page, SourceFile } from '../content/types.ts';
import type { Config } from '../engine/config.ts';
import { factsFile } from '../product/facts.ts';
import type { Site } from '../site/types.ts';
import { thingAt, type Thing } from './at.ts';
import { locationIn } from './text.ts';

/** A tree as an editor looks at it. */
export interface View {
  root: string;
  config: Config;
  site: Site;
}

/** Where the thing at a place is defined: the page or heading of a link, the fact, the task, the page to keep of a topic. */
export function definitionsAt(view: View, page: Page, offset: number): Location[] {
  const { root, site } = view;
  const thing = thingAt(site, page, offset);
  switch (thing?.kind) {
    case 'link': {
      const { target } = thing.link;
      if (target.kind !== 'page') return [];
      const heading = target.page.facts.headings.find(({ slug }) => slug === target.anchor);
      return [locationIn(root, target.page, heading?.range ?? target.page.facts.titleRange)];
    }
    case 'fact':
      return factAt(view, thing.id);
    case 'task': {
      const registered = site.registered.find(({ task }) => task.id === thing.id);
      return registered && site.product.selfServe ? [locationIn(root, site.product.selfServe.file, registered.task.range)] : [];
    }
    case 'topic':
    case 'page':
    case 'heading':
      return [...new Set(site.topics.filter(({ pages }) => pages.some((each) => each.path === page.path)).map(({ keep }) => keep.page))]
        .filter((kept) => kept.path !== page.path)
        .map((kept) => locationIn(root, kept, kept.facts.titleRange));
    default:
      return [];
  }
}

/** Every place that leads to, or shows, what stands at a place. */
export function referencesAt(view: View, page: Page, offset: number): Location[] {
  const { root, site } = view;
  const thing = thingAt(site, page, offset);
  if (!thing) return [];
  switch (thing.kind) {
    case 'link':
      return thing.link.target.kind === 'page' ? linksTo(view, thing.link.target.page, thing.link.target.anchor) : alike(view, thing);
    case 'heading':
      return linksTo(view, page, thing.heading.depth === 1 ? '' : thing.heading.slug);
    case 'page':
      return linksTo(view, page, '');
    case 'topic':
      return samePages(site, page, thing.topic).map((each) => locationIn(root, each, each.facts.titleRange));
    case 'fact':
      return site.pages.flatMap((each) => each.facts.facts.filter(({ id }) => id === thing.id).map(({ range }) => locationIn(root, each, range)));
    case 'task':
      return site.pages.flatMap((each) => each.facts.claims.filter(({ task }) => task === thing.id).map(({ range }) => locationIn(root, each, range)));
    case 'label':
      return site.labels.filter(({ text }) => text === thing.label.text).map((label) => locationIn(root, label.page, label.reference.range));
    case 'contact':
      return site.mentions.filter(({ task }) => task !== null && task.text === thing.mention.task?.text).map(({ page: each, mention }) => locationIn(root, each, mention.range));
  }
}

/** Links to a page, its own among them where they name a place of it; all of them for an empty anchor. */
function linksTo({ root, site }: View, page: Page, anchor: string): Location[] {
  const inbound = [...(site.links.in.get(page) ?? []), ...(site.links.out.get(page) ?? []).filter(({ target }) => target.kind === 'page' && target.page === page)];
  return inbound.filter(({ target }) => anchor === '' || (target.kind === 'page' && target.anchor === anchor)).map(({ from, link }) => locationIn(root, from, link.range));
}

/** Links to the same place that is missing, or that is no page. */
function alike({ root, site }: View, { link: { link, target } }: Extract<Thing, { kind: 'link' }>): Location[] {
  const isAlike = (other: typeof target, written: string) => (target.kind === 'missing' ? other.kind === 'missing' && other.address === target.address : written === link.target);
  return [...site.links.out.values()].flat().filter((other) => isAlike(other.target, other.link.target)).map(({ from, link: { range } }) => locationIn(root, from, range));
}

/** Pages that say that they tell a topic, and those that seem to tell what the page tells. */
function samePages({ pages, topics }: Site, page: Page, topic: string): Page[] {
  const clustered = topics.filter((cluster) => cluster.pages.some(({ path: file }) => file === page.path)).flatMap((cluster) => cluster.pages);
  return [...new Set([...pages.filter(({ facts }) => facts.frontmatter.topic === topic), ...clustered])];
}

function factAt({ root, config, site }: View, id: string): Location[] {
  if (!site.product.facts?.has(id)) return [];
  const file = path.join(config.folder, factsFile);
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const start = source.search(new RegExp(`(?<=^[ \\t]+["']?)${id}(?=["']?[ \\t]*:)`, 'm'));
  const facts: SourceFile = { path: path.relative(path.resolve(root), file), source };
  return start < 0 ? [] : [locationIn(root, facts, { start, end: start + id.length })];
}
