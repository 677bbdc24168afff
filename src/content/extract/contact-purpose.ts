import type { CompiledLexicon } from '../../text/lexicon/compile.ts';
import { readTask, type TaskReading } from '../../text/task.ts';
import type { Range } from '../types.ts';

/** What the contact is for. */
export interface Purpose extends TaskReading {
  /**
   * Where it is told: `before` or `after` the contact in its sentence, `around` it ("A can be enabled by contacting
   * support"), in the `question` or the `heading` before, in the `list` that follows, in the `row` of a table, in the
   * text of the `link` that leads to the contact, or in the `item` that the contact stands behind in brackets.
   */
  place: 'before' | 'after' | 'around' | 'question' | 'heading' | 'list' | 'row' | 'link' | 'item';
  /** Whether a verb of doing leads ("to enable") or a need of a thing ("if you need more"). */
  lead: 'do' | 'need';
  /** In the words of the text, without marker. */
  text: string;
}

/**
 * A purpose in a sentence: what it is and where its clause stands, with all that is coordinated to it ("if you have
 * questions or want to upgrade"), so that cues inside it are not counted outside.
 */
export interface PlacedPurpose {
  purpose: Purpose;
  range: Range;
}

/** Purpose told in front of the contact: "To enable it, contact …", "If you need more, contact …". */
export function purposeBefore(left: string, words: CompiledLexicon): PlacedPurpose | null {
  if (words.grammar.order === 'object-verb') return purposeThatEnds(left, words);
  let best: PlacedPurpose | null = null;
  for (const start of clauseStarts(left)) {
    const placed = markedPurpose(left, start, start, words);
    if (placed && (!best || rank(placed) >= rank(best))) best = placed;
  }
  if (best?.purpose.kind !== 'administrative') best = coordinatedPurpose(left, words) ?? best;
  return best ?? (words.grammar.order === 'either' ? purposeThatEnds(left, words) : null);
}

/** A purpose whose marker stands at `start`; its range begins with its clause. */
function markedPurpose(left: string, start: number, clauseStart: number, words: CompiledLexicon): PlacedPurpose | null {
  const clause = left.slice(start);
  for (const lead of ['do', 'need'] as const) {
    const marker = words.contact[lead === 'do' ? 'purposeBefore' : 'needBefore'].leads(clause);
    if (marker === 0) continue;
    const text = untilMainClause(clause.slice(marker), words);
    return place(text, 'before', lead, clauseStart, start + marker + text.length, words);
  }
  return null;
}

/** "For questions and to begin the migration": of two halves, the one that is a task. */
function coordinatedPurpose(left: string, words: CompiledLexicon): PlacedPurpose | null {
  const starts = clauseStarts(left);
  for (const join of words.task.joins.findAll(left)) {
    const placed = markedPurpose(left, join.end, starts.findLast((start) => start <= join.start) ?? 0, words);
    if (placed?.purpose.kind === 'administrative') return placed;
  }
  return null;
}

/** Purpose told behind the contact: "… to enable it", "… and they will enable it". */
export function purposeAfter(right: string, words: CompiledLexicon): PlacedPurpose | null {
  const markers = (['do', 'need'] as const)
    .map((lead) => ({ lead, marker: words.contact[lead === 'do' ? 'purposeAfter' : 'needAfter'].find(right) }))
    .sort((a, b) => (a.marker?.start ?? 0) - (b.marker?.start ?? 0));
  // Scripts without spaces need no marker: 联系客服开通 HTTPS.
  const bare = words.grammar.boundary === 'none' && words.administrative.leads(right) > 0;
  let best: PlacedPurpose | null = bare ? place(right, 'after', 'do', 0, right.length, words) : null;
  for (const { lead, marker } of markers) {
    if (!marker) continue;
    const placed = place(right.slice(marker.end), 'after', lead, marker.start, right.length, words);
    if (!best || rank(placed) > rank(best)) best = placed;
  }
  return best;
}

/** What a team does by itself: "can migrate your address for you". */
export function purposeOfTeam(right: string, words: CompiledLexicon): PlacedPurpose | null {
  const acts = words.contact.teamActs.leads(right);
  return acts === 0 ? null : place(right.slice(acts), 'after', 'do', 0, right.length, words);
}

/** What stands before "by contacting …", "through our sales team". */
export function purposeAround(left: string, words: CompiledLexicon): PlacedPurpose | null {
  const start = clauseStarts(left).at(-1) ?? 0;
  const clause = left.slice(start);
  const purpose = readTask(clause.slice(words.contact.musts.leads(clause)), words);
  const inner = purpose.kind === 'administrative' ? purpose : readInner(clause, words);
  return inner && { purpose: { ...inner, place: 'around', lead: 'do', text: clause.trim() }, range: { start, end: left.length } };
}

/** Purpose told by a text of its own: a question before the contact, a heading, a list item, a link. */
export function purposeOf(text: string, where: Exclude<Purpose['place'], 'before' | 'after' | 'around'>, words: CompiledLexicon): Purpose | null {
  const plain = text.replace(/[?？:：]\s*$/u, '');
  const marker = words.contact.questions.leads(plain) || words.contact.purposeBefore.leads(plain);
  const need = marker > 0 ? 0 : words.contact.needBefore.leads(plain);
  if (marker === 0 && need === 0 && where === 'question') return null;
  const rest = plain.slice(marker || need);
  return { ...readTask(rest, words), place: where, lead: need > 0 ? 'need' : 'do', text: rest.trim() };
}

function place(text: string, where: 'before' | 'after', lead: 'do' | 'need', start: number, end: number, words: CompiledLexicon): PlacedPurpose {
  return { purpose: { ...readTask(text, words), place: where, lead, text: text.trim() }, range: { start, end } };
}

/** An administrative purpose is worth more than any other, and doing more than needing. */
function rank({ purpose }: PlacedPurpose): number {
  return (purpose.kind === 'administrative' ? 2 : 0) + (purpose.lead === 'do' ? 1 : 0);
}

/** For languages whose purpose clause ends with its marker: "HTTPS を有効にするには、". */
function purposeThatEnds(left: string, words: CompiledLexicon): PlacedPurpose | null {
  const marker = words.contact.purposeEnds.find(left);
  if (!marker) return null;
  const start = clauseStarts(left.slice(0, marker.start)).at(-1) ?? 0;
  return place(left.slice(start, marker.start), 'before', 'do', start, marker.end, words);
}

/** A verb inside a clause: "you can raise the limit", "limits can only be raised". */
function readInner(clause: string, words: CompiledLexicon): TaskReading | null {
  const acts = words.contact.teamActs.find(clause) ?? words.contact.musts.find(clause);
  const inner = acts && readTask(clause.slice(acts.end), words);
  if (acts && inner?.kind === 'administrative') {
    if (inner.parts.some(({ object }) => object !== '')) return inner;
    const before = clause.slice(0, acts.start);
    const subject = before.slice(words.task.joins.findAll(before).at(-1)?.end ?? 0).trim();
    return { kind: 'administrative', parts: inner.parts.map(({ verb }) => ({ verb, object: subject })) };
  }
  const passive = readTask(clause, words);
  return passive.kind === 'administrative' ? passive : null;
}

/** Beginnings of the clauses of a text: its own and after each comma or opening bracket. */
function clauseStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/[,，、(]\s*|\s[–—-]\s/gu)) {
    if (match.index + match[0].length < text.length) starts.push(match.index + match[0].length);
  }
  return starts;
}

/** A purpose clause without the beginning of the main clause: up to the last comma, or "you need to". */
function untilMainClause(text: string, words: CompiledLexicon): string {
  const comma = Math.max(text.lastIndexOf(','), text.lastIndexOf('，'), text.lastIndexOf('、'));
  if (comma >= 0) return text.slice(0, comma);
  const must = words.contact.musts.find(text);
  return must ? text.slice(0, must.start) : text;
}
