import { ByteReader, ByteWriter } from './bytes.ts';

/** Where one term stands, page by page, in ascending order. */
export interface Postings {
  /** Numbers of pages. */
  pages: Uint32Array;
  /** How much the term says of each page: a BM25F weight of 0 to 1, in 255ths. */
  impacts: Uint8Array;
  /** The section of each page that has most of the term; the last number stands for all later ones. */
  sections: Uint8Array;
}

/** Number of the last section that has one of its own. */
export const lastSection = 255;

/** The posting lists of terms in ascending order, as one part of the index. */
export function writeShard(terms: [term: string, postings: Postings][]): Uint8Array {
  const writer = new ByteWriter();
  writer.text(terms.map(([term]) => term).join('\n'));
  for (const [, { pages, impacts, sections }] of terms) {
    const gaps = new ByteWriter();
    pages.forEach((page, index) => gaps.number(page - (index > 0 ? pages[index - 1]! : 0)));
    writer.number(pages.length);
    writer.block(gaps.take());
    writer.block(impacts);
    writer.block(sections);
  }
  return writer.take();
}

/** Reads a part made by {@link writeShard}; terms keep their order. */
export function readShard(bytes: Uint8Array): Map<string, Postings> {
  const reader = new ByteReader(bytes);
  const shard = new Map<string, Postings>();
  for (const term of reader.text().split('\n')) {
    const pages = new Uint32Array(reader.number());
    const gaps = new ByteReader(reader.block());
    for (let index = 0, page = 0; index < pages.length; index++) pages[index] = page += gaps.number();
    shard.set(term, { pages, impacts: reader.block(), sections: reader.block() });
  }
  return shard;
}
