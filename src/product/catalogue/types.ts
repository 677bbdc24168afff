/** One message of a catalogue file. */
export interface Message {
  /** What identifies the message from version to version. */
  key: string;
  /** Its texts as written: one, or one for each plural form. */
  texts: string[];
  /** Files of source code that use it, line numbers taken off; empty where the format does not tell. */
  places: string[];
}

/** One version of a catalogue. */
export interface Catalogue {
  path: string;
  /** Language code that the file tells (`en`, `pt-BR`); empty where it tells none. */
  language: string;
  messages: Message[];
  /** Whether the keys are the texts themselves, so that a text that changes is a key that goes. */
  keyedByText: boolean;
}
