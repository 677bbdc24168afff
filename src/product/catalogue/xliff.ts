import { Parser } from 'htmlparser2';
import { UsageError } from '../../content/errors.ts';
import type { Catalogue, Message } from './types.ts';

/**
 * Reads an XLIFF catalogue (OASIS XLIFF 1.2 and 2.0). A text that is translated counts as translated. Inline elements
 * become tags and placeholders as other formats write them.
 * @throws {UsageError} with path and line where the file is not XLIFF, is cut off, or has an id twice
 */
export function readXliff(path: string, source: string): Catalogue {
  const reading = new Reading(path, source);
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => reading.open(name, attributes, parser.startIndex),
      ontext: (text) => reading.text(text),
      onclosetag: (name, isImplied) => {
        // `<x/>` closes itself; anything else that nothing closes is where the file was cut off.
        const isOpen = isImplied && source.slice(parser.endIndex - 1, parser.endIndex + 1) !== '/>';
        reading.close(name, isOpen, parser.startIndex);
      },
    },
    { xmlMode: true },
  );
  parser.end(source);
  return reading.catalogue();
}

interface Unit {
  key: string;
  files: string[];
  source: string;
  target: string;
}

/** Elements whose content is code of the original format, which no reader sees. */
const codeElements = new Set(['ph', 'bpt', 'ept', 'it', 'sub', 'x']);

class Reading {
  #path: string;
  #source: string;
  #languages = { source: '', target: '' };
  #messages: Message[] = [];
  #original = '';
  #idsOfFile = new Set<string>();
  #keys = new Set<string>();
  #unit: Unit | null = null;
  /** What text goes to: the source or the target of the unit, the path of a place, or nothing. */
  #into: 'source' | 'target' | 'place' | null = null;
  #place = '';
  #code = 0;
  #isXliff = false;

  constructor(path: string, source: string) {
    this.#path = path;
    this.#source = source;
  }

  open(name: string, attributes: Record<string, string>, offset: number): void {
    if (name === 'xliff') {
      this.#isXliff = true;
      this.#readLanguages(attributes.srcLang, attributes.trgLang);
    } else if (name === 'file') {
      this.#original = attributes.original ?? attributes.id ?? '';
      this.#idsOfFile = new Set();
      this.#readLanguages(attributes['source-language'], attributes['target-language']);
    } else if (name === 'trans-unit' || name === 'unit') {
      this.#unit = { key: this.#keyOf(attributes, offset), files: [], source: '', target: '' };
    } else if (this.#unit === null) {
      return;
    } else if (name === 'source' || name === 'target') {
      this.#into = name;
    } else if (attributes['context-type'] === 'sourcefile' || attributes.category === 'location') {
      this.#into = 'place';
      this.#place = '';
    } else if (this.#into === 'source' || this.#into === 'target') {
      this.#inline(name, attributes);
    }
  }

  text(text: string): void {
    if (this.#into === 'place') this.#place += text;
    else if (this.#into !== null && this.#code === 0) this.#unit![this.#into] += text;
  }

  close(name: string, isOpen: boolean, offset: number): void {
    if (isOpen) throw this.#error(offset, `<${name}> is not closed; the file may be cut off`);
    if (this.#into === null && name !== 'trans-unit' && name !== 'unit') return;
    if (name === this.#into) this.#into = null;
    else if (codeElements.has(name)) this.#code = Math.max(0, this.#code - 1);
    else if (name === 'g' || name === 'pc' || name === 'mrk') this.text('</t>');
    else if (this.#into === 'place') this.#endPlace();
    else if (this.#unit) this.#endUnit(this.#unit);
  }

  catalogue(): Catalogue {
    if (!this.#isXliff) throw this.#error(0, 'the file has no <xliff> element');
    const { source, target } = this.#languages;
    return { path: this.#path, language: target || source, messages: this.#messages };
  }

  #readLanguages(source: string | undefined, target: string | undefined): void {
    this.#languages = { source: source ?? this.#languages.source, target: target ?? this.#languages.target };
  }

  /** Ids are unique in their file; a second file may have the same. */
  #keyOf({ id = '', resname, name }: Record<string, string>, offset: number): string {
    if (this.#idsOfFile.has(id)) throw this.#error(offset, `the id “${id}” stands in the catalogue twice`);
    this.#idsOfFile.add(id);
    const told = resname ?? name ?? id;
    const key = this.#keys.has(told) ? `${this.#original}\u0004${told}` : told;
    this.#keys.add(key);
    return key;
  }

  /** `<x id="START_LINK"/>`, `<g>`, `<ph equiv="NAME"/>` as tags and placeholders. */
  #inline(name: string, attributes: Record<string, string>): void {
    const id = attributes.equiv ?? attributes.id ?? 'value';
    if (this.#code === 0) {
      if (id.startsWith('START_') || name === 'g' || name === 'pc' || name === 'bpt' || name === 'mrk') this.text('<t>');
      else if (id.startsWith('CLOSE_') || name === 'ept') this.text('</t>');
      else if (id.startsWith('LINE_BREAK')) this.text(' ');
      else if (name === 'x' || name === 'ph') this.text(`{${id.replace(/[^\w.-]+/g, '_')}}`);
    }
    if (codeElements.has(name)) this.#code++;
  }

  #endPlace(): void {
    this.#into = null;
    this.#unit?.files.push(this.#place.trim().replace(/:[\d,]+$/, ''));
  }

  #endUnit({ key, files, source, target }: Unit): void {
    const text = target.trim() === '' ? source : target;
    if (text.trim() !== '') this.#messages.push({ key, texts: [text], files });
    this.#unit = null;
    this.#into = null;
  }

  #error(offset: number, what: string): UsageError {
    return new UsageError(`${this.#path}:${this.#source.slice(0, offset).split('\n').length}: this is no XLIFF: ${what}.`);
  }
}
