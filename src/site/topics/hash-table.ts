/**
 * Numbers dense ids, from 0 in order of first sight, for 32-bit hashes other than 0: an open-addressing table, because a
 * `Map` of such numbers costs four times as much (5,000 pages hold some four million words).
 */
export class HashTable {
  /** A hash and its id for each slot, side by side, since looking one up costs one miss of the cache and not two. */
  private slots: Uint32Array;
  private mask: number;
  size = 0;

  constructor(expected: number) {
    let capacity = 1024;
    while (capacity < expected * 2) capacity *= 2;
    this.slots = new Uint32Array(capacity * 2);
    this.mask = capacity - 1;
  }

  /** Id of a hash, a new one if it has none yet. */
  idOf(hash: number): number {
    const { slots } = this;
    const at = this.slotOf(hash);
    if (slots[at] !== 0) return slots[at + 1]!;
    if (this.size * 2 > this.mask) {
      this.grow();
      return this.idOf(hash);
    }
    slots[at] = hash;
    slots[at + 1] = this.size;
    return this.size++;
  }

  /** Id of a hash, or -1. */
  find(hash: number): number {
    const at = this.slotOf(hash);
    return this.slots[at] === 0 ? -1 : this.slots[at + 1]!;
  }

  /** Index of a hash in `slots`, or of the free slot where it belongs. */
  private slotOf(hash: number): number {
    const { slots, mask } = this;
    let slot = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) & mask;
    while (slots[slot * 2] !== 0 && slots[slot * 2] !== hash) slot = (slot + 1) & mask;
    return slot * 2;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    this.mask = old.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue;
      const free = this.slotOf(old[at]!);
      this.slots[free] = old[at]!;
      this.slots[free + 1] = old[at + 1]!;
    }
  }
}
