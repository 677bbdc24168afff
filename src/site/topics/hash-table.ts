/**
 * Numbers dense ids, from 0 in order of first sight, for 32-bit hashes other than 0: an open-addressing table, because a
 * `Map` of such numbers costs four times as much (5,000 pages hold some four million words).
 */
export class HashTable {
  private keys: Uint32Array;
  private ids: Uint32Array;
  private mask: number;
  size = 0;

  constructor(expected: number) {
    let capacity = 1024;
    while (capacity < expected * 2) capacity *= 2;
    this.keys = new Uint32Array(capacity);
    this.ids = new Uint32Array(capacity);
    this.mask = capacity - 1;
  }

  /** Id of a hash, a new one if it has none yet. */
  idOf(hash: number): number {
    const slot = this.slotOf(hash);
    if (this.keys[slot] === 0) {
      if (this.size * 2 > this.mask) {
        this.grow();
        return this.idOf(hash);
      }
      this.keys[slot] = hash;
      this.ids[slot] = this.size++;
    }
    return this.ids[slot]!;
  }

  /** Id of a hash, or -1. */
  find(hash: number): number {
    const slot = this.slotOf(hash);
    return this.keys[slot] === 0 ? -1 : this.ids[slot]!;
  }

  private slotOf(hash: number): number {
    const { keys, mask } = this;
    let slot = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) & mask;
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, ids } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.ids = new Uint32Array(keys.length * 2);
    this.mask = keys.length * 2 - 1;
    for (let index = 0; index < keys.length; index++) {
      if (keys[index] === 0) continue;
      const slot = this.slotOf(keys[index]!);
      this.keys[slot] = keys[index]!;
      this.ids[slot] = ids[index]!;
    }
  }
}
