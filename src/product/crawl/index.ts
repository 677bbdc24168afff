import type { Label, LabelRole, Screen } from '../types.ts';
import { routeOf } from './routes.ts';
import { isHarmless } from './safety.ts';
import { controlsOf, titleOf, type SeenControl } from './screen.ts';
import type { AriaNode } from './snapshot.ts';

/** How far a crawl goes. */
export interface Bounds {
  /** Screens to look at. */
  pages: number;
  /** Links to follow from the start page. */
  depth: number;
  /** Milliseconds. */
  time: number;
  /** ISO 639-1 code of the language that the interface is read in; unknown when left out. */
  language?: string;
  /** Screens that an earlier crawl saw: they are looked at also where no link leads to them any more. */
  earlier?: Screen[];
}

/** A page of the live interface that a browser has opened. */
export interface OpenPage {
  /** Address after all redirects. */
  address: string;
  title: string;
  tree: AriaNode[];
  /** What each menu and tab shows when it is opened, by its name. */
  opened: { name: string; tree: AriaNode[] }[];
}

/** What a crawl saw. */
export interface Crawled {
  labels: Label[];
  screens: Screen[];
  /** Why it ended before everything was seen; empty where it did not. */
  cutOff: '' | 'pages' | 'time';
}

/**
 * Follows the links of an interface from screen to screen, nearest first, inside its origin.
 * @param start address after all redirects
 * @param name of the source that the labels belong to
 * @param open opens an address; null where it leads out of the origin or cannot be opened
 */
export async function crawl(start: string, name: string, bounds: Bounds, open: (address: string) => Promise<OpenPage | null>): Promise<Crawled> {
  const began = Date.now();
  const { origin } = new URL(start);
  const seen = new Seen(name);
  const met = new Set([routeOf(start)]);
  const queue: { address: string; path: string[]; depth: number }[] = [{ address: start, path: [], depth: 0 }];
  let cutOff: Crawled['cutOff'] = '';
  const visit = async (address: string, path: string[]): Promise<{ page: OpenPage; shown: SeenControl[] } | null> => {
    const page = await open(address);
    if (!page) return null;
    const controls = controlsOf(page.tree);
    if (!seen.addScreen({ route: routeOf(page.address), title: titleOf(controls, page.title), path })) return null;
    seen.addControls(controls, page.address, path);
    const shown = [...controls];
    for (const { name: opener, tree } of page.opened) {
      const inside = controlsOf(tree).filter((control) => !controls.some((other) => isSame(control, other)));
      seen.addControls(inside, page.address, [...path, opener]);
      shown.push(...inside.map((control) => ({ ...control, menus: [opener, ...control.menus] })));
    }
    return { page, shown };
  };
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (seen.screens.length >= bounds.pages) cutOff = 'pages';
    else if (Date.now() - began > bounds.time) cutOff = 'time';
    if (cutOff !== '') break;
    const visited = await visit(next.address, next.path);
    if (!visited || next.depth === bounds.depth) continue;
    for (const control of visited.shown) {
      const address = linkOf(control, visited.page.address, origin, bounds.language);
      if (address === null || met.has(routeOf(address))) continue;
      met.add(routeOf(address));
      const from = control.inNavigation ? control.menus : [...next.path, ...control.menus];
      queue.push({ address, path: [...from, control.name], depth: next.depth + 1 });
    }
  }
  for (const { route, path } of bounds.earlier ?? []) {
    if (cutOff !== '' || met.has(route) || route.includes('/:id')) continue;
    if (Date.now() - began > bounds.time) cutOff = 'time';
    else if (await leadsSomewhere(origin + route, open)) await visit(origin + route, path);
  }
  return { labels: seen.labels(), screens: seen.screens, cutOff };
}

/** Whether an address has a screen of its own: not the one that the product shows for whatever it does not know. */
async function leadsSomewhere(address: string, open: (address: string) => Promise<OpenPage | null>): Promise<boolean> {
  const page = await open(address);
  if (!page || routeOf(page.address) !== routeOf(address)) return false;
  const nothing = await open(address.replace(/[^/]*$/, 'waymark-no-such-screen'));
  return nothing === null || JSON.stringify(nothing.tree) !== JSON.stringify(page.tree);
}

function isSame(a: SeenControl, b: SeenControl): boolean {
  return a.role === b.role && a.name === b.name;
}

/** Where a control leads inside the interface; null where it leads elsewhere, or may do harm. */
function linkOf({ url, name }: SeenControl, base: string, origin: string, language: string | undefined): string | null {
  if (url === '' || !URL.canParse(url, base)) return null;
  const address = new URL(url, base);
  if (address.origin !== origin || (url.startsWith('#') && !url.startsWith('#/'))) return null;
  // A file is no screen.
  if (/\.(?!html?$|php$|aspx?$)\w{1,5}$/.test(address.pathname)) return null;
  return isHarmless(name, address.pathname + address.search + address.hash, language) ? address.href : null;
}

/** Collects labels and screens; one that many screens show is one label with many places. */
class Seen {
  screens: Screen[] = [];
  #name: string;
  #labels = new Map<string, Label>();

  constructor(name: string) {
    this.#name = name;
  }

  /** False for a screen that was there already, under another address. */
  addScreen(screen: Screen): boolean {
    if (this.screens.some(({ route }) => route === screen.route)) return false;
    this.screens.push(screen);
    return true;
  }

  addControls(controls: SeenControl[], address: string, path: string[]): void {
    const route = routeOf(address);
    const heading = controls.find(({ role }) => role === 'heading');
    for (const control of controls) {
      const { role, name, url, menus, inNavigation } = control;
      const target = url !== '' && URL.canParse(url, address) ? new URL(url, address) : null;
      // A link to one thing among many bears the name of that thing.
      if (target && routeOf(target.href).includes('/:id')) continue;
      const key = target ? `link ${target.origin === new URL(address).origin ? routeOf(target.href) : target.href}` : control === heading ? `title of ${route}` : `${role} ${name} on ${route}`;
      // Every screen shows the navigation; the first one stands for all.
      if (inNavigation && this.#labels.has(`${role}\n${name}`)) continue;
      this.#add(role, name, key, { route, path: inNavigation ? menus : [...path, ...menus] });
    }
  }

  #add(role: LabelRole, name: string, key: string, place: { route: string; path: string[] }): void {
    const known = this.#labels.get(`${role}\n${name}`);
    if (!known) {
      const label: Label = { text: name, key, catalogue: this.#name, inner: false, role, places: [place], files: [`${place.route} ${role}`] };
      this.#labels.set(`${role}\n${name}`, label);
    } else if (!known.places!.some(({ route }) => route === place.route)) {
      known.places!.push(place);
      known.files!.push(`${place.route} ${role}`);
    }
  }

  labels(): Label[] {
    return [...this.#labels.values()];
  }
}
