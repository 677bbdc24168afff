import { isScalar, isSeq, parseDocument, type Pair, type Scalar } from 'yaml';
import type { Edit } from '../content/edits.ts';
import type { Page } from '../content/types.ts';

/** The edit that adds former addresses to a page's frontmatter, and changes nothing else of it; null where it has them all. */
export function addFormerly({ source, facts }: Page, addresses: string[]): Edit | null {
  const known = [facts.frontmatter.formerly ?? []].flat();
  const all = [...new Set([...known, ...addresses])];
  if (all.length === known.length) return null;
  const [, fence, body] = /^(---|\+\+\+)[^\S\n]*\n([\s\S]*?)(?=^\1[^\S\n]*$)/m.exec(source) ?? [];
  if (fence === undefined || body === undefined || !source.startsWith(fence)) return { range: { start: 0, end: 0 }, text: `---\nformerly: ${yamlList(all)}\n---\n\n` };
  const start = source.indexOf('\n') + 1;
  return fence === '---' ? inYaml(body, start, all) : inToml(body, start, all);
}

function inYaml(body: string, start: number, all: string[]): Edit {
  const { contents } = parseDocument(body);
  const items = contents && 'items' in contents ? (contents.items as Pair[]) : [];
  const value = items.find(({ key }) => isScalar(key) && (key as Scalar).value === 'formerly')?.value;
  if ((isScalar(value) || isSeq(value)) && value.range) {
    // A list over several lines ends before the break that follows it.
    const [from, end] = value.range;
    const to = from + body.slice(from, end).trimEnd().length;
    // A list in block style stands on lines of its own, and one in brackets may follow the key.
    const lead = isSeq(value) && !value.flow ? body.lastIndexOf(':', from) + 1 : from;
    return { range: { start: start + lead, end: start + to }, text: (lead < from ? ' ' : '') + yamlList(all) };
  }
  return { range: { start: start + body.length, end: start + body.length }, text: `formerly: ${yamlList(all)}\n` };
}

/** Keys of a table come after all keys of the page itself, so that a new one goes first. */
function inToml(body: string, start: number, all: string[]): Edit {
  const known = /^formerly\s*=\s*(?:\[[^\]]*\]|"[^"\n]*"|'[^'\n]*')/m.exec(body);
  const text = `formerly = ${JSON.stringify(all)}`;
  if (known) return { range: { start: start + known.index, end: start + known.index + known[0].length }, text };
  return { range: { start, end: start }, text: `${text}\n` };
}

function yamlList(addresses: string[]): string {
  const written = addresses.map((address) => (/^\/[\w./-]*$/.test(address) ? address : JSON.stringify(address)));
  return written.length === 1 ? written[0]! : `[${written.join(', ')}]`;
}
