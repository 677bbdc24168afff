import type { Profile, Term } from './profile.ts';

/** Fillers of one slot that make a family: two pages may differ by chance, three are a pattern. */
const fewestMembers = 3;
/** A slot holds a name: "google cloud storage" and not half a sentence. */
const longestFiller = 3;

/** Pages that differ in one slot of a name: `password-reset-azure`, `password-reset-heroku`, `password-reset-ibm`. */
export interface Family {
  /** The name with a star for the slot: `password reset *`. */
  pattern: string;
  /** How many different fillers the tree has. */
  members: number;
}

/** Finds families among the pages of a tree. */
export interface Families {
  /**
   * The family that two pages belong to, by the names of their files, by their titles or by one folder of their paths;
   * null where there is none.
   */
  of(a: number, b: number): Family | null;
}

export function findFamilies(profiles: Profile[]): Families {
  const slugs = profiles.map(({ slug }) => slug.map(({ text }) => text));
  const titles = profiles.map(({ title }) => title.map(({ text }) => text));
  const trails = profiles.map(({ trail }) => trail);
  return {
    of(a, b) {
      if (sameStems(profiles[a]!.slug, profiles[b]!.slug)) return familyIn(trails, a, b, { longest: 1, fewestAfter: 1 });
      return familyIn(slugs, a, b, { longest: longestFiller, fewestAfter: 0 }) ?? familyIn(titles, a, b, { longest: longestFiller, fewestAfter: 0 });
    },
  };
}

/**
 * The pattern with most fillers among those that fit both names; a slot may take a word or two of what they share, since
 * "amazon s3" and "amazon firehose" stand in one slot with "datadog".
 * @param longest most parts that a filler may have
 * @param fewestAfter parts that must stand after the slot
 */
function familyIn(names: string[][], a: number, b: number, { longest, fewestAfter }: { longest: number; fewestAfter: number }): Family | null {
  const one = names[a]!;
  const other = names[b]!;
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  let best: Family | null = null;
  for (const [before, after] of [[head, tail], [head - 1, tail], [head, tail - 1]] as const) {
    if (before < 0 || after < fewestAfter || before + after === 0) continue;
    // A wider slot must leave more than one part of the name, or everything fits.
    if (before + after < head + tail && before + after < 2) continue;
    const found = patternFamily(names, one, other, before, after, longest);
    if (found && (!best || found.members > best.members)) best = found;
  }
  return best;
}

function patternFamily(names: string[][], one: string[], other: string[], head: number, tail: number, longest: number): Family | null {
  const isFiller = (length: number) => length > 0 && length <= longest;
  if (!isFiller(one.length - head - tail) || !isFiller(other.length - head - tail)) return null;
  const fillers = new Set<string>();
  for (const name of names) {
    const length = name.length - head - tail;
    if (isFiller(length) && agrees(name, one, head, tail)) fillers.add(name.slice(head, head + length).join(' '));
  }
  if (fillers.size < fewestMembers) return null;
  return { pattern: [...one.slice(0, head), '*', ...one.slice(one.length - tail)].join(' '), members: fillers.size };
}

/** Whether two names are the same in their first `head` and last `tail` parts. */
function agrees(name: string[], model: string[], head: number, tail: number): boolean {
  for (let index = 0; index < head; index++) if (name[index] !== model[index]) return false;
  for (let index = 1; index <= tail; index++) if (name.at(-index) !== model.at(-index)) return false;
  return true;
}

/** Singular and plural, "set up" and "setting up" are no fillers of a slot. */
function sameStems(a: Term[], b: Term[]): boolean {
  return a.length === b.length && a.every(({ stem }, index) => stem === b[index]!.stem);
}
