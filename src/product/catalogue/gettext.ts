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
  const messages = Object.values(translations)
    .flatMap((context) => Object.values(context))
    .filter(({ msgid }) => msgid !== '')
    .map(messageOf);
  const sameKeyAndText = messages.filter(({ key, texts }) => texts[0] === key).length;
  // Without a header message there are no headers, whatever the parser's types say.
  const language = (headers as typeof headers | undefined)?.Language ?? '';
  return { path, language, messages, keyedByText: sameKeyAndText * 2 > messages.length };
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
  return parsed;
}

function messageOf({ msgctxt, msgid, msgid_plural: plural, msgstr, comments }: GetTextTranslation): Message {
  const translated = msgstr.filter((text) => text !== '');
  const original = plural === undefined ? [msgid] : [msgid, plural];
  return {
    key: msgctxt === undefined || msgctxt === '' ? msgid : `${msgctxt}\u0004${msgid}`,
    texts: translated.length > 0 ? translated : original,
    places: placesOf(comments?.reference ?? ''),
  };
}

/** A reference is `path:line`, several on a line; line numbers move with every edit and say nothing. */
function placesOf(references: string): string[] {
  return references.split(/\s+/).filter((reference) => reference !== '').map((reference) => reference.replace(/(?::\d+)+$/, ''));
}

function notGettext(path: string, line: number): UsageError {
  return new UsageError(
    `${path}:${line}: this line is not gettext. Check the file with "msgfmt --check", or correct "interface.catalogues" in waymark.config.yaml.`,
  );
}
