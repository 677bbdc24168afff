// Numbers and texts as bytes: numbers as LEB128 (seven bits a byte, the lowest first), texts as UTF-8 after their length.

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

export class ByteWriter {
  private written = new Uint8Array(1024);
  private length = 0;

  number(value: number): void {
    for (; value > 0x7f; value >>>= 7) this.byte((value & 0x7f) | 0x80);
    this.byte(value);
  }

  byte(value: number): void {
    this.reserve(1);
    this.written[this.length++] = value;
  }

  text(value: string): void {
    this.block(bytesOf(value));
  }

  /** Bytes after their length. */
  block(value: Uint8Array): void {
    this.number(value.length);
    this.bytes(value);
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length);
    this.written.set(value, this.length);
    this.length += value.length;
  }

  take(): Uint8Array<ArrayBuffer> {
    return this.written.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.written.length) return;
    const grown = new Uint8Array(Math.max(this.written.length * 2, this.length + more));
    grown.set(this.written);
    this.written = grown;
  }
}

export class ByteReader {
  private readonly source: Uint8Array;
  private at = 0;

  constructor(source: Uint8Array) {
    this.source = source;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  byte(): number {
    const byte = this.source[this.at++];
    if (byte === undefined) throw new RangeError('The search index ends in the middle of a value.');
    return byte;
  }

  text(): string {
    return textOf(this.block());
  }

  block(): Uint8Array {
    return this.bytes(this.number());
  }

  bytes(length: number): Uint8Array {
    const start = this.at;
    this.at += length;
    if (this.at > this.source.length) throw new RangeError('The search index ends in the middle of a value.');
    return this.source.subarray(start, this.at);
  }
}
