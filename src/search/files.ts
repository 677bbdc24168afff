import { ByteReader, bytesOf, ByteWriter, textOf } from './bytes.ts';
import type { SearchHead, SearchIndex } from './types.ts';

/**
 * Bytes of parts that go into one file with the head. A small site is then one request and searches on without a
 * network; a large one loads its parts as queries need them (a query of 120 kB would be slow on a phone).
 */
const bytesInOneFile = 110_000;

/** What the first file says: the head, and where the parts are. */
interface Directory {
  head: SearchHead;
  /** Names and lengths of the parts that follow in this file. */
  here: [part: string, bytes: number][];
  /** What the names of the other parts’ files begin with; empty where every part is here. */
  elsewhere: string;
}

/** A search index at hand, whose parts are loaded when a query needs them. */
export interface OpenIndex {
  head: SearchHead;
  /** The bytes of a part that the head tells of. */
  load(part: string): Promise<Uint8Array>;
}

/**
 * The files of an index, compressed with DEFLATE (RFC 1951), so that their size does not hang on the host.
 * @param name of the first file; files of parts are named by what all parts say, so that caches never serve an old one
 */
export async function indexFiles({ head, parts }: SearchIndex, name: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const packed = await Promise.all([...parts].map(async ([part, bytes]) => ({ part, bytes: await through(new CompressionStream('deflate-raw'), bytes) })));
  const all = joined(packed.map(({ bytes }) => bytes));
  const isOneFile = all.length <= bytesInOneFile;
  const here = packed.map(({ part, bytes }): [string, number] => [part, bytes.length]);
  const directory: Directory = isOneFile ? { head, here, elsewhere: '' } : { head, here: [], elsewhere: await nameByContent(all) };
  const writer = new ByteWriter();
  writer.block(await through(new CompressionStream('deflate-raw'), bytesOf(JSON.stringify(directory))));
  if (isOneFile) writer.bytes(all);
  const files = new Map([[name, writer.take()]]);
  if (!isOneFile) for (const { part, bytes } of packed) files.set(fileOf(directory.elsewhere, part), bytes);
  return files;
}

/**
 * Opens an index by its first file.
 * @param fetchFile the bytes of another file, by its name
 */
export async function openIndex(first: Uint8Array, fetchFile: (name: string) => Promise<Uint8Array>): Promise<OpenIndex> {
  const reader = new ByteReader(first);
  const { head, here, elsewhere } = JSON.parse(textOf(await unpacked(reader.block()))) as Directory;
  const inside = new Map(here.map(([part, length]) => [part, reader.bytes(length)]));
  return { head, load: async (part) => unpacked(elsewhere === '' ? (inside.get(part) ?? nothing) : await fetchFile(fileOf(elsewhere, part))) };
}

/** An index as it was built, for those who search where they build. */
export function openBuilt({ head, parts }: SearchIndex): OpenIndex {
  return { head, load: async (part) => parts.get(part) ?? nothing };
}

const nothing = new Uint8Array();

function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  return bytes.length === 0 ? Promise.resolve(bytes) : through(new DecompressionStream('deflate-raw'), bytes);
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  // What fails here fails where the result is read too.
  for (const written of [writer.write(bytes as Uint8Array<ArrayBuffer>), writer.close()]) written.catch(() => {});
  // By hand: as the body of a Response, the same costs a browser twice the time.
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  return joined(chunks);
}

function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  for (const chunk of chunks) writer.bytes(chunk);
  return writer.take();
}

function fileOf(index: string, part: string): string {
  return `${index}-${part}.bin`;
}

async function nameByContent(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
