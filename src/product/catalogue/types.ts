import type { LabelRole } from '../types.ts';

/** One message of a catalogue file, or one text of a file of source code. */
export interface Message {
  /** What identifies the message from version to version. */
  key: string;
  /** Its texts as written: one, or one for each plural form. */
  texts: string[];
  /** Files of source code that use it, line numbers taken off; empty where the format does not tell. */
  files: string[];
  /** What control it is, where the source tells. */
  role?: LabelRole;
}

/** One version of a catalogue. */
export interface Catalogue {
  path: string;
  /** Language code that the file tells (`en`, `pt-BR`); empty where it tells none. */
  language: string;
  messages: Message[];
}
