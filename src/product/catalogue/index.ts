import { UsageError } from '../../content/errors.ts';
import { readGettext } from './gettext.ts';
import { readJson } from './json.ts';
import type { Catalogue } from './types.ts';

/** Reads one version of one catalogue; throws what `readFileSync` throws. */
export type ReadFile = (path: string) => string;

const readers: Record<string, (path: string, source: string) => Catalogue> = {
  po: readGettext,
  pot: readGettext,
  json: readJson,
};

/**
 * Reads a catalogue with the reader for its ending.
 * @throws {UsageError} where the format is not known, or the file is not what its ending says
 */
export function readCatalogue(path: string, source: string): Catalogue {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const reader = readers[ending];
  if (!reader) {
    throw new UsageError(`${path}: a catalogue ends in ${Object.keys(readers).map((known) => `.${known}`).join(', ')}; correct "interface.catalogues" in waymark.config.yaml.`);
  }
  const catalogue = reader(path, source.charCodeAt(0) === byteOrderMark ? source.slice(1) : source);
  const language = (catalogue.language || localeOfPath(path)).toLowerCase().replace(/[-_@].*$/, '');
  return { ...catalogue, language };
}

const byteOrderMark = 0xfeff;

/** `locales/web.en-US.json`, `pl/LC_MESSAGES/app.po` → the part that reads like a locale, the last one first. */
function localeOfPath(path: string): string {
  const parts = path.replace(/\.\w+$/, '').split(/[/.]/).reverse();
  return parts.find((part) => /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(part) && languageNames.of(part.slice(0, 2)) !== undefined) ?? '';
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
