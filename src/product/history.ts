import type { Entry } from './catalogue/entries.ts';
import { changesBetween } from './changes.ts';
import type { PastLabel, RenamedBy, Revision } from './types.ts';

/** One version of a source of labels. */
export interface Version {
  /** Path of the version's file. */
  name: string;
  revision: Revision | null;
  entries: Entry[];
}

/** What versions tell of the labels of a source. */
export interface History {
  /** Texts that went, in the order of their going. */
  past: PastLabel[];
  /** When each text of today came, where the versions tell: by `labelId`. */
  since: Map<string, Revision>;
}

/** What tells one text of one key from every other. */
export function labelId(key: string, text: string): string {
  return `${key}\u0000${text}`;
}

/** What had a text last, in words, where the revision without it is known. */
export function lastSeenBefore(catalogue: string, { date, commit }: Revision): string {
  return `${catalogue} before ${date}${commit === undefined ? '' : ` (${commit.slice(0, 7)})`}`;
}

/** Follows a source of labels from version to version. */
export class HistoryOfSource {
  #catalogue: string;
  #past = new Map<string, Gone>();
  #since = new Map<string, Revision>();
  #movedTo = new Map<string, string>();
  #movedFrom = new Map<string, string>();
  #last: Version | null = null;

  /** @param catalogue name of the source today */
  constructor(catalogue: string) {
    this.#catalogue = catalogue;
  }

  /** Takes the next version, after all that are older. */
  add(version: Version): void {
    if (this.#last) this.#compare(this.#last, version);
    this.#noteNew(version);
    this.#last = version;
  }

  /**
   * What the versions told so far, the last one being today's.
   * @param others entries of today's other sources of the language, which may have keys that went from this one
   */
  told(others: Entry[]): History {
    const today = this.#last?.entries ?? [];
    const current = new Map([...others, ...today].map((entry) => [entry.key, entry]));
    const present = new Set(today.flatMap(({ texts }) => texts));
    const past = [...this.#past.values()].filter(({ label }) => !present.has(label.text));
    return { past: past.map(({ label }) => ({ ...label, ...this.#today(label, current, present) })), since: this.#since };
  }

  #compare(before: Version, version: Version): void {
    for (const { kind, key, text, to, toKey, by } of changesBetween(before.entries, version.entries)) {
      if (kind === 'moved') {
        this.#movedTo.set(key, toKey!);
        this.#movedFrom.set(toKey!, key);
      } else if (kind !== 'added') {
        const id = labelId(key, text);
        const since = this.#since.get(id);
        const until = version.revision;
        const lastSeen = until ? lastSeenBefore(this.#catalogue, until) : before.name;
        const told = { ...(since ? { since } : {}), ...(until ? { until } : {}) };
        const label: PastLabel = { text, key, catalogue: this.#catalogue, inner: false, lastSeen, ...told, renamedTo: to, renamedBy: by };
        // A text that went again has gone last of all.
        this.#past.delete(id);
        this.#past.set(id, { label, toKey });
      }
    }
  }

  #noteNew({ revision, entries }: Version): void {
    if (!revision) return;
    const before = new Map(this.#last?.entries.map(({ key, texts }) => [key, texts]));
    for (const { key, texts } of entries) {
      const had = before.get(key);
      for (const text of texts) {
        if (had?.includes(text)) continue;
        const from = this.#movedFrom.get(key);
        const earlier = from === undefined ? undefined : this.#since.get(labelId(from, text));
        this.#since.set(labelId(key, text), earlier ?? revision);
      }
    }
  }

  /** Follows a text that went through everything that came in its place, up to what stands there today. */
  #today(label: PastLabel, current: Map<string, Entry>, present: Set<string>): Pick<PastLabel, 'renamedTo' | 'renamedBy'> {
    let { key, text } = label;
    let by: RenamedBy = 'key';
    for (const met = new Set<string>(); !met.has(labelId(key, text)); ) {
      met.add(labelId(key, text));
      const gone = this.#past.get(labelId(key, text));
      if (text !== label.text && present.has(text)) return { renamedTo: text, renamedBy: by };
      const now = current.get(key);
      if (gone?.label.renamedTo && (gone.label.renamedBy === 'key' || !now)) {
        by = weaker(by, gone.label.renamedBy!);
        key = gone.toKey ?? key;
        text = gone.label.renamedTo;
      } else if (now) {
        return { renamedTo: now.texts[0] ?? null, renamedBy: by };
      } else {
        const moved = this.#movedTo.get(key);
        if (moved === undefined) break;
        key = moved;
      }
    }
    return { renamedTo: null, renamedBy: null };
  }
}

/** A text that went, and the key of the text in its place where that is another. */
interface Gone {
  label: PastLabel;
  toKey: string | null;
}

/** From what is known for certain to what is only likely. */
const strengths: RenamedBy[] = ['key', 'place', 'neighbours', 'likeness'];

function weaker(a: RenamedBy, b: RenamedBy): RenamedBy {
  return strengths[Math.max(strengths.indexOf(a), strengths.indexOf(b))]!;
}
