/** What the reader of the interface sees of one message. */
export interface SeenTexts {
  /** The whole text, once for each plural or select branch; placeholders as `{name}`. */
  whole: string[];
  /** Parts that tags set apart inside a longer text: links, bold words. */
  inner: string[];
}

/** Branches of one message that are written out; what a catalogue has beyond is a sentence, not a label. */
const mostBranches = 12;

const special = /[{<%$|&@[]|__/;

/**
 * The texts that readers see of a message in any of the usual notations: ICU MessageFormat (plural, selectordinal and
 * select branches, nested), i18next and vue-i18n (`{{name}}`, `$t(key)`, `@:key`, plural forms divided by `|`), gettext
 * (`%s`, `%(name)s`), inline tags of Lingui, i18next and FormatJS, and HTML entities.
 */
export function seenTexts(message: string): SeenTexts {
  if (!special.test(message)) return { whole: [squeeze(message)], inner: [] };
  const whole = new Set<string>();
  const inner = new Set<string>();
  for (const branch of branches(placeholders(message))) {
    for (const text of pluralForms(branch)) {
      if (text.includes('<')) {
        for (const [, , part] of text.matchAll(/<([\w.-]+)(?:\s[^<>]*)?>([^<>]+)<\/\1>/g)) inner.add(squeeze(entities(part!)));
      }
      whole.add(squeeze(entities(text.replace(/<\/?[\w.-]+(?:\s[^<>]*)?\/?>/g, ''))));
    }
  }
  for (const text of whole) inner.delete(text);
  return { whole: [...whole].filter((text) => text !== ''), inner: [...inner].filter((text) => text !== '') };
}

function squeeze(text: string): string {
  return /\s\s|[\n\t\r\u00a0]|^\s|\s$/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Brings every notation of a value to `{name}`. */
function placeholders(message: string): string {
  return message
    .replace(/\{\s*'([^']*)'\s*\}/g, '$1')
    .replace(/[$%]?\{\{\s*([\w.[\]-]+)[^{}]*\}\}/g, '{$1}')
    .replace(/[$%]\{\s*([\w.[\]-]+)\s*\}/g, '{$1}')
    .replace(/%\((\w+)\)[sd]/g, '{$1}')
    .replace(/%(?:\d+\$)?[-+]?\d*(?:\.\d+)?[sdifgu@]/g, '{value}')
    .replace(/__(\w+?)__/g, '{$1}')
    .replace(/\$t\(([^)]*)\)/g, '{$1}')
    .replace(/@(?:\.\w+)?:(?:\{'([^']+)'\}|\(([^)]+)\)|([\w.]+))/g, (_, a?: string, b?: string, c?: string) => `{${a ?? b ?? c}}`);
}

/** Every combination of the branches of a message's plurals and selects. */
function branches(message: string): string[] {
  const found = /\{\s*([\w.-]+)\s*,\s*(plural|selectordinal|select)\s*,/.exec(message);
  if (!found) return [message.replace(/\{\s*([\w.-]+)\s*,[^{}]*\}/g, '{$1}').replace(/''/g, "'")];
  const end = closingBrace(message, found.index);
  if (end < 0) return [message];
  const head = message.slice(0, found.index);
  const tail = message.slice(end + 1);
  const results: string[] = [];
  for (let at = found.index + found[0].length; at < end; ) {
    const open = message.indexOf('{', at);
    if (open < 0 || open >= end) break;
    const close = closingBrace(message, open);
    if (close < 0) break;
    const body = message.slice(open + 1, close);
    const value = found[2] === 'select' ? body : body.replace(/#/g, `{${found[1]}}`);
    for (const text of branches(head + value + tail)) {
      if (results.length < mostBranches) results.push(text);
    }
    at = close + 1;
  }
  return results.length > 0 ? results : [message];
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** vue-i18n divides plural forms by pipes; the whole text counts too, where the pipe is meant as one. */
function pluralForms(text: string): string[] {
  if (text.includes(' | ')) return [text, ...text.split(' | ')];
  return forms.test(text) ? [text, ...text.split('|')] : [text];
}

/** "Object Type|Object Types": the forms of one word, with no space around the pipe. */
const forms = /^(\p{L}{3})[^|]*\|\1[^|]*$/u;

const named = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…' }));

function entities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name) return named.get(name) ?? entity;
    const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
