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
}

/** One text of the interface. */
export interface Label {
  /** As the reader sees it, placeholders as `{name}`. */
  text: string;
  /** Catalogue key, or the message id in gettext. */
  key: string;
  /** Name of the catalogue (its path as configured). */
  catalogue: string;
}

/** A text that earlier versions of a catalogue had and today's has not. */
export interface PastLabel extends Label {
  /** Name of the last version that had it. */
  lastSeen: string;
  /** Today's text of the same key; null where the key is gone too. */
  renamedTo: string | null;
}

export interface InterfaceMap {
  labels: Label[];
  past: PastLabel[];
}
