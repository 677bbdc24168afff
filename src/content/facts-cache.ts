import { hash } from 'node:crypto';
import type { Cache } from './cache.ts';
import type { Extracted } from './extract/index.ts';
import type { PageFacts } from './types.ts';

/** What extraction made of one page, as it is kept. */
export interface KeptFacts {
  /** JSON of the page's facts. */
  json: Uint8Array;
  /** Its numbers, in the order of `arrayNames`. */
  arrays: Uint32Array[];
}

const arrayNames = ['words', 'blocks', 'prints'] as const satisfies (keyof Extracted)[];

export function keep({ facts, ...numbers }: Extracted): KeptFacts {
  return { json: new TextEncoder().encode(JSON.stringify(facts)), arrays: arrayNames.map((name) => numbers[name]) };
}

/** What was kept, as extraction gave it; the same, whether an earlier run made it or this one. */
export function restore({ json, arrays: [words, blocks, prints] }: KeptFacts): Extracted {
  const text = Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString();
  return { facts: JSON.parse(text) as PageFacts, words: words!, blocks: blocks!, prints: prints! };
}

/** Facts of pages by what they were made from. */
export type FactsByKey = Map<string, KeptFacts>;

/** Two pages with one key have the same facts: the title of last resort is made of the path. */
export function factsKey(path: string, source: string): string {
  return hash('sha256', `${path}\0${source}`, 'base64url').slice(0, keyLength);
}

const keyLength = 22;

/** Before the pages' own bytes: how many of them each has, in the order of the keys. */
interface Head {
  /** All keys, one behind the other. */
  keys: string;
  json: number[];
  /** For each page the length of each of its arrays. */
  arrays: number[];
}

/**
 * Reads what an earlier run kept. All pages lie in one file, numbers first, then JSON: reading it costs a tenth of a second
 * where reading 5,000 files would cost one, and each page is parsed only if it is asked for.
 */
export function readFacts(cache: Cache, name: string): FactsByKey {
  const kept: FactsByKey = new Map();
  const content = cache.read(name);
  if (!content) return kept;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  const headLength = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + headLength)) as Head;
  let jsonAt = 4 + headLength + head.arrays.reduce((sum, count) => sum + count, 0) * Uint32Array.BYTES_PER_ELEMENT;
  // One copy for all pages, since numbers of 32 bits must begin at a multiple of four.
  const numbers = new Uint32Array(bytes.buffer.slice(bytes.byteOffset + 4 + headLength, bytes.byteOffset + jsonAt));
  let at = 0;
  for (const [index, length] of head.json.entries()) {
    const lengths = head.arrays.slice(index * arrayNames.length, (index + 1) * arrayNames.length);
    const arrays = lengths.map((count) => numbers.subarray(at, (at += count)));
    kept.set(head.keys.slice(index * keyLength, (index + 1) * keyLength), { json: bytes.subarray(jsonAt, jsonAt + length), arrays });
    jsonAt += length;
  }
  return kept;
}

/** Keeps facts for the next run. */
export function writeFacts(cache: Cache, name: string, kept: FactsByKey): void {
  const all = [...kept.values()];
  const head: Head = { keys: [...kept.keys()].join(''), json: all.map(({ json }) => json.length), arrays: all.flatMap(({ arrays }) => arrays.map(({ length }) => length)) };
  const headBytes = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headBytes.length);
  cache.write(name, [length, headBytes, ...all.flatMap(({ arrays }) => arrays).map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)), ...all.map(({ json }) => json)]);
}
