import { po, type GetTextTranslation, type GetTextTranslations } from 'gettext-parser';
import { UsageError } from '../../content/errors.ts';
import type { Catalogue, Message } from './types.ts';

/**
 * Reads a gettext catalogue (GNU gettext manual, "The Format of PO Files"); `.pot` templates too. Obsolete entries
 * (`#~`) are left out; fuzzy ones count, since the text before translation is what it is.
 * @throws {UsageError} with path and line where the file is not gettext
 */
export function readGettext(path: string, source: string): Catalogue {
  const { headers, translations } = parse(path, source);
  const entries = Object.values(translations).flatMap((context) => Object.values(context));
  if ((source.match(/^msgid\s/gm)?.length ?? 0) > entries.length) throw repeated(path, source);
  // Without a header message there are no headers, whatever the parser's types say.
  const language = (headers as typeof headers | undefined)?.Language ?? '';
  return { path, language, messages: entries.filter(({ msgid }) => msgid !== '').map(messageOf) };
}

function parse(path: string, source: string): GetTextTranslations {
  let parsed: GetTextTranslations;
  try {
    parsed = po.parse(source);
  } catch (error) {
    const line = error instanceof Error && 'lineNumber' in error ? Number(error.lineNumber) : 1;
    throw notGettext(path, line);
  }
  if (Object.keys(parsed.translations).length === 0 && source.trim() !== '') throw notGettext(path, 1);
  // The parser takes a text that the end of the file cuts off for a whole one.
  const lines = source.trimEnd().split('\n');
  if (!/^#|"\r?$/.test(lines.at(-1)!)) throw notGettext(path, lines.length);
  return parsed;
}

function messageOf({ msgctxt, msgid, msgid_plural: plural, msgstr, comments }: GetTextTranslation): Message {
  const translated = msgstr.filter((text) => text !== '');
  const original = plural === undefined ? [msgid] : [msgid, plural];
  return {
    key: msgctxt === undefined || msgctxt === '' ? msgid : `${msgctxt}\u0004${msgid}`,
    texts: translated.length > 0 ? translated : original,
    files: filesOf(comments?.reference ?? ''),
  };
}

/** A reference is `path:line`, several on a line; line numbers move with every edit and say nothing. */
function filesOf(references: string): string[] {
  return references.split(/\s+/).filter((reference) => reference !== '').map((reference) => reference.replace(/(?::\d+)+$/, ''));
}

/** Which message stands twice: the parser keeps the last one, and gettext's own programs refuse the file. */
function repeated(path: string, source: string): UsageError {
  const seen = new Set<string>();
  let context = '';
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    if (line.startsWith('msgctxt ')) context = line;
    if (!line.startsWith('msgid ')) continue;
    const id = `${context}\n${line}`;
    // A text over several lines begins with an empty one, which tells nothing.
    if (seen.has(id) && !line.endsWith('""')) return new UsageError(`${path}:${index + 1}: this message stands in the catalogue twice. Take one of the two out; "msguniq" does it.`);
    seen.add(id);
    context = '';
  }
  return new UsageError(`${path}: a message stands in the catalogue twice. Take one of the two out; "msguniq" does it.`);
}

function notGettext(path: string, line: number): UsageError {
  return new UsageError(
    `${path}:${line}: this line is not gettext. Check the file with "msgfmt --check", or correct "interface.catalogues" in waymark.config.yaml.`,
  );
}
