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
  /** Labels of the interface; null where no catalogue is configured. */
  interface: InterfaceMap | null;
  /** Values that one file owns; null where there is no such file. */
  facts: Facts | null;
  /** Tasks and what serves them; null where there is no registry. */
  selfServe: SelfServe | null;
}

/** One text of the interface. */
export interface Label {
  /** As the reader sees it: tags taken off, placeholders as `{name}`, one label for each plural form. */
  text: string;
  /** Catalogue key, or the message id in gettext. */
  key: string;
  /** Name of the catalogue (its path as configured). */
  catalogue: string;
  /** Whether it is only a part of a longer text that a tag sets apart: a link or a bold word in a sentence. */
  inner: boolean;
}

/** A text that earlier versions of a catalogue had and today's has not. */
export interface PastLabel extends Label {
  /** Path of the last version that had it. */
  lastSeen: string;
  /** Today's text in its place; null where there is none, or where several could be it. */
  renamedTo: string | null;
  /**
   * How the new text is known. `key`: the same key has it. `place`: one text went and this one came at the same place
   * of the source code, between two versions. `likeness`: several came there, and this one is the most alike.
   */
  renamedBy: 'key' | 'place' | 'likeness' | null;
}

export interface InterfaceMap {
  catalogues: CatalogueInfo[];
  labels: Label[];
  past: PastLabel[];
}

export interface CatalogueInfo {
  /** Path as configured. */
  path: string;
  /** ISO 639-1 code of its texts; empty where neither the file nor its name tells. */
  language: string;
}
