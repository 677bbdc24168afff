import type { Facts } from './facts.ts';
import type { SelfServe } from './self-serve.ts';

/** What is known of the product that the docs are about. */
export interface Product {
  /** Names that mean the product or its maker, most used first (`Postwing`). */
  names: string[];
  /** Hosts that belong to it (`postwing.example`). */
  domains: string[];
  /** Where names and domains come from: told by the configuration or inferred from the tree. */
  origin: 'configuration' | 'inferred';
  /** Labels of the interface; null where there is neither an interface map nor a catalogue. */
  interface: InterfaceMap | null;
  /** Values that one file owns; null where there is no such file. */
  facts: Facts | null;
  /** Tasks and what serves them; null where there is no registry. */
  selfServe: SelfServe | null;
}

/** What a control is, in the words of the accessibility tree, a few of its roles taken together. */
export type LabelRole = 'button' | 'link' | 'menu' | 'menu item' | 'tab' | 'heading' | 'field' | 'list' | 'checkbox' | 'option' | 'switch' | 'dialog';

/** A state of the product: the day, and the commit of its repository where that is known. */
export interface Revision {
  /** `2025-09-01`. */
  date: string;
  /** Abbreviated to twelve characters; absent where the labels come from no repository. */
  commit?: string;
}

/** A place of the live interface. */
export interface LabelPlace {
  /** Path of the address (`/settings/tracking`); identifiers in it as `:id`. */
  route: string;
  /** Labels that lead there from the start page, the label itself left out. */
  path: string[];
}

/** One text of the interface. */
export interface Label {
  /** As the reader sees it: tags taken off, placeholders as `{name}`, one label for each plural form. */
  text: string;
  /** Catalogue key, or the message id in gettext; for what a crawl saw, what identifies the control. */
  key: string;
  /** Name of the source: the path of the catalogue, the address of the crawl. */
  catalogue: string;
  /** Whether it is only a part of a longer text that a tag sets apart: a link or a bold word in a sentence. */
  inner: boolean;
  role?: LabelRole;
  /** Where the live interface has it. */
  places?: LabelPlace[];
  /** Files of source code that use it; screens where a crawl saw it. */
  files?: string[];
  /** First revision that is known to have it. */
  since?: Revision;
  /** Plan without which the interface does not show it. */
  plan?: string;
  /** Switch of the product's own that it hangs on. */
  flag?: string;
}

/**
 * How the new text of a label is known. `key`: the same key has it, or the key that the old text moved to. `place`: one
 * text went and this one came at the same place of the source code or of the screen. `neighbours`: one key went and
 * one came between the same two keys of the file. `likeness`: several came there, and this one is the most alike.
 */
export type RenamedBy = 'key' | 'place' | 'neighbours' | 'likeness';

/** A text that an earlier version of the interface had and today's has not. */
export interface PastLabel extends Label {
  /** What had it last, in words: the path of a version, `locales/en.json before 2025-09-01 (3f2a1b9)`. */
  lastSeen: string;
  /** First revision that is known not to have it. */
  until?: Revision;
  /** Today's text in its place; null where there is none, or where several could be it. */
  renamedTo: string | null;
  renamedBy: RenamedBy | null;
}

/** A screen of the live interface. */
export interface Screen {
  route: string;
  title: string;
  /** Labels that lead there from the start page. */
  path: string[];
}

/** A screen that an earlier crawl saw and today's interface has no more. */
export interface PastScreen extends Screen {
  /** Day of the crawl that did not find it any more. */
  until: string;
  /** Route of the screen of today that has its title or its menu path; null where there is none. */
  movedTo: string | null;
}

/** The screens of one crawl. */
export interface CrawledScreens {
  /** Address that was crawled, and the one at which readers have the product: routes begin with its path. */
  name: string;
  address: string;
  screens: Screen[];
  past: PastScreen[];
}

export interface InterfaceMap {
  catalogues: CatalogueInfo[];
  labels: Label[];
  past: PastLabel[];
  /** What crawls saw; empty without one. */
  crawls: CrawledScreens[];
  /** Names of products whose labels are not ours to judge. */
  external: string[];
  /** Earlier versions that could not be read and count for nothing, each with its place and the reason. */
  unreadable: string[];
}

/** Where labels come from: a catalogue, source code or the live interface. */
export interface CatalogueInfo {
  /** As configured or as the map names it. */
  path: string;
  /** ISO 639-1 code of its texts; empty where neither the file nor its name tells. */
  language: string;
  /** Globs of the pages that it is for, relative to the root of the tree; empty where it is for all. */
  serves: string[];
}
