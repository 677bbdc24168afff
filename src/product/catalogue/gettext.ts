import { UsageError } from '../../content/errors.ts';
import type { Catalogue } from './types.ts';

/**
 * Reads a gettext catalogue (GNU gettext manual, "The Format of PO Files"); `.pot` templates too. Written for speed:
 * gettext-parser takes 200 ms for the 700 KB that this reads in 10, and a test holds the two to the same result.
 * Obsolete entries (`#~`) are left out; fuzzy ones count, since the text before translation is what it is.
 * @throws {UsageError} with path and line where the file is not gettext
 */
export function readGettext(path: string, source: string): Catalogue {
  const catalogue: Catalogue = { path, language: '', messages: [], keyedByText: false };
  let entry = emptyEntry();
  let field: Field = 'none';
  let sameKeyAndText = 0;

  const finish = () => {
    const { context, id, plural, places } = entry;
    if (id === '' && context === '') {
      catalogue.language ||= headerLanguage(path, entry.texts[0] ?? '');
    } else if (id !== '') {
      const fallback = plural === '' ? [id] : [id, plural];
      const translated = entry.texts.filter((text) => text);
      const texts = translated.length > 0 ? translated : fallback;
      if (texts[0] === id) sameKeyAndText++;
      catalogue.messages.push({ key: context === '' ? id : `${context}\u0004${id}`, texts, places });
    }
    entry = emptyEntry();
  };

  let line = 0;
  for (let at = 0; at < source.length; ) {
    const found = source.indexOf('\n', at);
    const next = found < 0 ? source.length : found;
    line++;
    const text = source.slice(at, source.charCodeAt(next - 1) === carriageReturn ? next - 1 : next).trim();
    at = next + 1;
    if (text === '') continue;
    const first = text.charCodeAt(0);
    if (first === hash) {
      if (text.charCodeAt(1) === tilde) continue;
      if (entry.texts.length > 0) finish();
      if (text.charCodeAt(1) === colon) addPlaces(entry.places, text.slice(2));
      continue;
    }
    let value = text;
    if (first !== quote) {
      const begin = text.indexOf('"');
      const keyword = begin < 0 ? text : text.slice(0, begin).trim();
      if (entry.texts.length > 0 && (keyword === 'msgid' || keyword === 'msgctxt')) finish();
      field = fieldOf(keyword);
      if (field === 'none' || begin < 0) throw notGettext(path, line);
      if (field === 'text') entry.texts.push('');
      value = text.slice(begin);
    } else if (field === 'none') throw notGettext(path, line);
    if (value.length < 2 || !value.endsWith('"')) throw notGettext(path, line);
    const content = unescape(value.slice(1, -1));
    if (field === 'text') entry.texts[entry.texts.length - 1] += content;
    else if (field === 'id') entry.id += content;
    else if (field === 'plural') entry.plural += content;
    else entry.context += content;
  }
  if (entry.texts.length > 0) finish();
  catalogue.keyedByText = sameKeyAndText * 2 > catalogue.messages.length;
  return catalogue;
}

type Field = 'context' | 'id' | 'plural' | 'text' | 'none';

interface Entry {
  context: string;
  id: string;
  plural: string;
  texts: string[];
  places: string[];
}

const carriageReturn = 13;
const quote = 34;
const hash = 35;
const colon = 58;
const tilde = 126;

function emptyEntry(): Entry {
  return { context: '', id: '', plural: '', texts: [], places: [] };
}

function fieldOf(keyword: string): Field {
  if (keyword === 'msgid') return 'id';
  if (keyword === 'msgstr' || /^msgstr\[\d+\]$/.test(keyword)) return 'text';
  if (keyword === 'msgid_plural') return 'plural';
  if (keyword === 'msgctxt') return 'context';
  return 'none';
}

/** A reference is `path:line`, several on a line; line numbers move with every edit and say nothing. */
function addPlaces(places: string[], references: string): void {
  for (const reference of references.split(' ')) {
    if (reference !== '') places.push(reference.includes(':') ? reference.replace(/(?::\d+)+$/, '') : reference);
  }
}

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(.)/gs, (_, character: string) => escapes[character] ?? character);
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

/** The header is the text of the message with the empty id. */
function headerLanguage(path: string, header: string): string {
  const charset = /charset=([\w-]+)/i.exec(header)?.[1];
  if (charset && !/^(?:utf-?8|us-ascii|ascii|charset)$/i.test(charset)) {
    throw new UsageError(`${path}:1: the catalogue is written in ${charset}. Convert it to UTF-8 (msgconv --to-code=UTF-8).`);
  }
  return /^Language:[ \t]*([\w@-]+)/m.exec(header)?.[1] ?? '';
}

function notGettext(path: string, line: number): UsageError {
  return new UsageError(
    `${path}:${line}: this line is not gettext. Check the file with "msgfmt --check", or correct "interface.catalogues" in waymark.config.yaml.`,
  );
}
