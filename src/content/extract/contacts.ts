import { compiledLexicon, type CompiledLexicon } from '../../text/lexicon/compile.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Range } from '../types.ts';
import { sourceRange, type Block } from './blocks.ts';
import { isAfterSteps, placeOf, targetOf, type MentionPlace } from './contact-place.ts';
import { contactLink, isContactLink } from './contact-links.ts';
import { farNegation, findContactPhrases, lastClause, nextClause, type Agent, type ContactPhrase } from './contact-phrases.ts';
import { purposeAfter, purposeAround, purposeBefore, purposeOf, purposeOfTeam, type PlacedPurpose, type Purpose } from './contact-purpose.ts';
import type { Heading } from './headings.ts';

/** Kinds of words that tell what a mention means; each is a list of the lexicon. */
export type Cue = (typeof cueNames)[number];

const cueNames = ['helpWords', 'failures', 'wishes', 'assisted', 'offers', 'inability', 'switches', 'limits', 'gates', 'plans', 'prices', 'granted', 'onRequest'] as const;

/** A place that sends the reader to a person, with everything in its surroundings that tells what it means. */
export interface ContactMention {
  /** The words that name the contact, in the source. */
  range: Range;
  /** The sentence (or heading, or table cell) that they stand in, in the source. */
  sentenceRange: Range;
  language: string;
  /** Index of the heading whose section it stands in; -1 before the first. */
  section: number;
  sentence: string;
  form: ContactPhrase['form'];
  agent: Agent;
  /** Address of the link on the contact, as written; empty where there is none. */
  target: string;
  purpose: Purpose | null;
  /** The contact is not needed, or does not help. */
  negated: boolean;
  /** The contact is a circumstance: "when you contact support". */
  circumstance: boolean;
  /** The contact is advice: "we recommend to contact …", "… before changing it". */
  advice: boolean;
  /** A clause before it tells a case: "if …", "when …". */
  conditional: boolean;
  /** It stands beside "or": one way among others; `self` where the other is a way of the reader's own. */
  alternative: '' | 'contact' | 'self';
  /** Cues in the sentence; questions, problems and failures only outside the purpose, where they mean the reader's. */
  cues: Cue[];
  /** Cues inside the purpose. */
  purposeCues: Cue[];
  /** The sentence before in the same block, and its cues. */
  previous: { text: string; cues: Cue[] };
  heading: { text: string; cues: Cue[]; question: boolean };
  place: MentionPlace;
  /** In an item of an ordered list that is not its first, or after such a list in the same section. */
  afterSteps: boolean;
  /** For a table cell: first cell of its row. */
  row: string;
}

/** A page, or a sentence, of nothing but contacts adds nothing after these. */
const mostMentions = 200;

/** Finds every mention of support, sales or another contact in the prose of a page. */
export function extractContacts(blocks: Block[], headings: Heading[], language: string): ContactMention[] {
  const words = compiledLexicon(language);
  if (!words) return [];
  const mentions: ContactMention[] = [];
  for (let index = 0; index < blocks.length && mentions.length < mostMentions; index++) {
    const block = blocks[index]!;
    if (!words.isCandidate(block.text) && !block.spans.some(isContactLink)) continue;
    mentions.push(...mentionsOf(blocks, index, headings, words));
  }
  return mentions;
}

function mentionsOf(blocks: Block[], index: number, headings: Heading[], words: CompiledLexicon): ContactMention[] {
  const block = blocks[index]!;
  const phrases = withLinks(block, findContactPhrases(block.text, words));
  if (phrases.length === 0) return [];
  const sentences = splitSentences(block.text, words.lexicon.language, words.abbreviations);
  const sentenceAt = (position: number) => {
    const range = sentences[position];
    return range ? block.text.slice(range.start, range.end) : '';
  };
  return sentences.flatMap(({ start, end }, position) => {
    const inside = phrases.filter((phrase) => phrase.start >= start && phrase.start < end);
    if (inside.length === 0) return [];
    const text = sentenceAt(position);
    const { cell, leadIn } = block.container;
    const previous = position > 0 ? sentenceAt(position - 1) : cell ? `${cell.header} ${cell.rowHeader}`.trim() : leadIn;
    const following = sentenceAt(position + 1);
    const heading = (block.kind === 'heading' ? undefined : headings[block.section]?.text) ?? '';
    return mentionsIn(text, inside.map((phrase) => ({ ...phrase, start: phrase.start - start, end: phrase.end - start })), words).map((found) => {
      const from = start + found.phrase.start;
      const to = start + found.phrase.end;
      return {
        range: sourceRange(block, { start: from, end: to }),
        sentenceRange: sourceRange(block, { start, end }),
        language: words.lexicon.language,
        section: block.section,
        sentence: text,
        form: found.phrase.form,
        agent: found.phrase.agent,
        target: targetOf(block, from, to),
        purpose: found.placed?.purpose ?? purposeElsewhere(found, { text, previous, following, heading }, blocks, index, words),
        negated: found.negated,
        circumstance: found.circumstance,
        advice: found.advice,
        conditional: found.conditional,
        alternative: found.alternative,
        cues: sentenceCues(text, found, words),
        purposeCues: found.placed ? cuesOf(found.placed.purpose.text, words) : [],
        previous: { text: previous, cues: cuesOf(previous, words) },
        heading: { text: heading, cues: cuesOf(heading, words), question: heading.endsWith('?') || words.contact.questions.leads(heading) > 0 },
        place: placeOf(block, from, to),
        afterSteps: isAfterSteps(blocks, index),
        row: block.container.cell?.rowHeader ?? '',
      };
    });
  });
}

interface Found {
  phrase: ContactPhrase;
  placed: PlacedPurpose | null;
  negated: boolean;
  circumstance: boolean;
  advice: boolean;
  conditional: boolean;
  alternative: ContactMention['alternative'];
  /** The sentence without contact and purpose. */
  outside: string;
}

/** Mentions of one sentence: one for each of its parts, the first contact of the part. */
function mentionsIn(sentence: string, phrases: ContactPhrase[], words: CompiledLexicon): Found[] {
  const found: Found[] = [];
  for (const part of partsOf(sentence)) {
    if (found.length === mostMentions) break;
    const inside = phrases.filter(({ start }) => start >= part.start && start < part.end);
    const strongest = inside.find(({ form }) => form === 'contact' || form === 'channel') ?? inside.find(({ form }) => form !== 'team') ?? inside[0];
    if (strongest) found.push(examine(sentence, part, strongest, inside, words));
  }
  return found;
}

function examine(sentence: string, part: Range, phrase: ContactPhrase, others: ContactPhrase[], words: CompiledLexicon): Found {
  const left = sentence.slice(part.start, phrase.start);
  const right = blankedOut(sentence, others.filter((other) => other !== phrase)).slice(phrase.end, part.end);
  const { contact } = words;
  const oneOfMany = contact.alternatives.ends(left) || contact.alternatives.ends(left.replace(/[，、]\s*$/u, '')) || contact.otherWays.isIn(right);
  const placed = placedPurpose(phrase, left, right, part, words);
  return {
    phrase,
    placed,
    negated: isNegated(left, sentence.slice(phrase.start, phrase.end), right, phrase.form, words),
    circumstance: phrase.form !== 'team' && contact.adverbials.ends(left),
    advice: contact.adviceBefore.ends(left) || (!(placed?.purpose.place === 'before' && placed.purpose.kind === 'administrative') && contact.adviceAfter.begins(right, 2)),
    conditional: isConditional(sentence, left, right, words),
    alternative: !oneOfMany ? '' : others.some(({ end }) => end <= phrase.start) ? 'contact' : 'self',
    outside: outsideOf(sentence, part, phrase, placed, words),
  };
}

/**
 * The sentence without contact and purpose. Behind a contact that has its purpose, what is joined to it is another
 * matter: "… and leave a comment". Nor does "To enable it, contact us for more details" ask for help.
 */
function outsideOf(sentence: string, part: Range, phrase: ContactPhrase, placed: PlacedPurpose | null, words: CompiledLexicon): string {
  const ranges: Range[] = [phrase, ...(placed ? [placed.range] : [])];
  if (placed?.purpose.kind === 'administrative') {
    const join = words.task.joins.find(sentence.slice(phrase.end, part.end));
    if (join) ranges.push({ start: phrase.end + join.start, end: part.end });
    if (placed.purpose.place === 'before' && placed.purpose.lead === 'do') {
      // "your technical account manager (TAM) for more details"
      const from = phrase.end + /^\s*(?:\([^()]{1,12}\))?/.exec(sentence.slice(phrase.end))![0].length;
      ranges.push({ start: from, end: from + words.contact.details.leads(sentence.slice(from)) });
    }
  }
  return withoutRanges(sentence, ranges);
}

/** Links to a contact page whose text names no contact are contacts too: "[Raise your limit](…/support/requests/new)". */
function withLinks(block: Block, phrases: ContactPhrase[]): ContactPhrase[] {
  const links = block.spans.filter((span) => isContactLink(span) && !phrases.some(({ start, end }) => span.start < end && start < span.end));
  return links.length === 0 ? phrases : [...phrases, ...links.map(contactLink)].sort((a, b) => a.start - b.start);
}

/** Where the object stands before its verb, the mark of a case ends its clause; elsewhere it begins one. */
function isConditional(sentence: string, left: string, right: string, { grammar, contact: { conditions } }: CompiledLexicon): boolean {
  if (grammar.boundary === 'none') return conditions.isIn(left);
  return conditions.leads(sentence) > 0 || conditions.leads(lastClause(left)) > 0 || conditions.leads(right) > 0;
}

function placedPurpose(phrase: ContactPhrase, left: string, right: string, part: Range, words: CompiledLexicon): PlacedPurpose | null {
  const shift = (placed: PlacedPurpose | null, by: number) =>
    placed && { ...placed, range: { start: placed.range.start + by, end: placed.range.end + by } };
  const before = shift(purposeBefore(left, words), part.start);
  const after = shift(purposeAfter(right, words), phrase.end);
  if (phrase.form === 'team') {
    return shift(purposeOfTeam(right, words), phrase.end);
  }
  const around = phrase.form === 'channel' || phrase.form === 'form' || words.contact.instruments.ends(left) ? shift(purposeAround(left, words) ?? purposeSplit(phrase, left, right, words), part.start) : null;
  const ranked = [around, before, after].filter((placed) => placed !== null);
  return ranked.find(({ purpose }) => purpose.kind === 'administrative') ?? ranked[0] ?? null;
}

/** "Das Limit kann nur vom Support erhöht werden", "Only support can unlock it": the verb stands behind the channel. */
function purposeSplit({ form, start, end }: ContactPhrase, left: string, right: string, words: CompiledLexicon): PlacedPurpose | null {
  if (form !== 'channel') return null;
  const behind = nextClause(right);
  const whole = purposeOfTeam(behind, words) ?? purposeAround(`${left.trimEnd()} ${behind.trimStart()}`, words);
  if (whole?.purpose.kind !== 'administrative') return null;
  return { purpose: whole.purpose, range: { start: 0, end: left.length + (end - start) + behind.length } };
}

function isNegated(left: string, inside: string, right: string, form: ContactPhrase['form'], { grammar, contact: { negations } }: CompiledLexicon): boolean {
  const behind = nextClause(right);
  const letters = grammar.boundary === 'letter';
  if (form === 'team') return negations.begins(behind, letters ? 2 : farNegation);
  if (grammar.negation !== 'after' && negations.ends(lastClause(left), letters ? 1 : 6)) return true;
  return grammar.negation !== 'before' && (negations.isIn(inside) || negations.begins(behind, letters ? 2 : 8));
}

/** Parts of a sentence that are judged each for itself. */
function partsOf(sentence: string): Range[] {
  const parts: Range[] = [];
  let start = 0;
  for (const match of sentence.matchAll(/[;；]\s*|:\s+(?=\p{Lu})/gu)) {
    parts.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  parts.push({ start, end: sentence.length });
  return parts;
}

/** "contact sales or speak to your manager to buy it": the second contact must not be read as part of the purpose. */
function blankedOut(text: string, ranges: Range[]): string {
  return ranges.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}

function withoutRanges(text: string, ranges: Range[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    rest += `${text.slice(from, Math.max(from, start))} `;
    from = Math.max(from, end);
  }
  return rest + text.slice(from);
}

/** "to receive the log to diagnose problems" asks for no help: such words count outside the purpose only. */
const outsideCues: readonly Cue[] = ['helpWords', 'failures'];

function sentenceCues(sentence: string, { phrase, outside }: Found, words: CompiledLexicon): Cue[] {
  // "not self-serve" is itself what is said.
  const whole = cuesOf(phrase.form === 'request' ? sentence : withoutRanges(sentence, [phrase]), words).filter((cue) => !outsideCues.includes(cue));
  return [...whole, ...cuesOf(outside, words).filter((cue) => outsideCues.includes(cue))];
}

function cuesOf(text: string, { contact }: CompiledLexicon): Cue[] {
  return text === '' ? [] : cueNames.filter((name) => contact[name].isIn(text));
}

/** A purpose that the sentence itself does not tell. */
function purposeElsewhere(
  found: Found,
  around: { text: string; previous: string; following: string; heading: string },
  blocks: Block[],
  index: number,
  words: CompiledLexicon,
): Purpose | null {
  const { phrase } = found;
  if (phrase.form === 'team' || phrase.form === 'request') return null;
  if (phrase.form === 'link') return administrative(purposeOf(around.text.slice(phrase.start, phrase.end), 'link', words));
  if (/[?？]\s*$/u.test(around.previous)) {
    const asked = purposeOf(around.previous, 'question', words);
    if (asked) return asked;
  }
  const acted = words.contact.purposeAfter.leads(around.following) > 0 ? purposeAfter(around.following, words) : purposeOfNamedTeam(around.following, words);
  if (acted?.purpose.kind === 'administrative') return acted.purpose;
  const list = blocks[index + 1];
  if (/[:：]\s*$/u.test(around.text) && list && list.container.list >= 0 && list.container.list !== blocks[index]!.container.list) {
    return purposeOf(list.text, 'list', words);
  }
  const { cell } = blocks[index]!.container;
  if (cell) return administrative(purposeOf(cell.rowHeader, 'row', words)) ?? administrative(purposeOf(cell.header, 'row', words));
  const item = bracketed.exec(around.text.slice(0, phrase.start));
  if (item && /^\s*[)）]/u.test(around.text.slice(phrase.end))) return { kind: 'other', parts: [{ verb: '', object: item[1]! }], place: 'item', lead: 'need', text: item[1]! };
  return around.heading === '' ? null : administrative(purposeOf(around.heading, 'heading', words));
}

/** A short item before an opening bracket: "Bitbucket Cloud (contact support)". */
const bracketed = /^\s*([^()（）.!?。]{2,60}?)\s*[(（][^()（）]{0,20}$/u;

/** "Support can enable the feature": what the next sentence says that a team does. */
function purposeOfNamedTeam(following: string, words: CompiledLexicon): PlacedPurpose | null {
  const team = words.contact.teams.find(following.slice(0, 40));
  return team && purposeOfTeam(following.slice(team.end), words);
}

function administrative(purpose: Purpose | null): Purpose | null {
  return purpose?.kind === 'administrative' ? purpose : null;
}
