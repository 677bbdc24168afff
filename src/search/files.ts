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
  /** Names of the files of all other parts, by part. */
  elsewhere: Record<string, string>;
}

/** A search index at hand, whose parts are loaded when a query needs them. */
export interface OpenIndex {
  head: SearchHead;
  /** The bytes of a part; empty where the index has no such part. */
  load(part: string): Promise<Uint8Array>;
}

/**
 * The files of an index, compressed with DEFLATE (RFC 1951), so that their size does not hang on the host.
 * @param name of the first file; files of parts are named by their content, so that caches never serve an old one
 */
export async function indexFiles({ head, parts }: SearchIndex, name: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const packed = await Promise.all([...parts].map(async ([part, bytes]) => ({ part, bytes: await through(new CompressionStream('deflate-raw'), bytes) })));
  const isOneFile = packed.reduce((sum, { bytes }) => sum + bytes.length, 0) <= bytesInOneFile;
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const directory: Directory = { head, here: [], elsewhere: {} };
  for (const { part, bytes } of packed) {
    if (isOneFile) {
      directory.here.push([part, bytes.length]);
      continue;
    }
    directory.elsewhere[part] = await nameByContent(bytes);
    files.set(directory.elsewhere[part], bytes);
  }
  const writer = new ByteWriter();
  writer.block(await through(new CompressionStream('deflate-raw'), bytesOf(JSON.stringify(directory))));
  if (isOneFile) for (const { bytes } of packed) writer.bytes(bytes);
  return files.set(name, writer.take());
}

/**
 * Opens an index by its first file.
 * @param fetchFile the bytes of another file, by its name
 */
export async function openIndex(first: Uint8Array, fetchFile: (name: string) => Promise<Uint8Array>): Promise<OpenIndex> {
  const reader = new ByteReader(first);
  const { head, here, elsewhere } = JSON.parse(textOf(await unpacked(reader.block()))) as Directory;
  const inside = new Map(here.map(([part, length]) => [part, reader.bytes(length)]));
  return {
    head,
    async load(part) {
      const file = elsewhere[part];
      return unpacked(inside.get(part) ?? (file === undefined ? nothing : await fetchFile(file)));
    },
  };
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
  const piped = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

async function nameByContent(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `${Array.from(hash.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('')}.bin`;
}
