import type { CompiledLexicon } from '../../text/lexicon/compile.ts';
import type { Phrases } from '../../text/phrases.ts';
import type { Range } from '../types.ts';

/** Who is to be contacted. */
export interface Agent {
  /** As written, without article: `SendGrid support team`. */
  text: string;
  /**
   * `team` any company has, `person` that a vendor gives to a customer, `us` the writer, `own` people of the reader,
   * `other` company, `name` of something unknown, `address` of mail, `none` where the phrase needs nobody named.
   */
  kind: 'team' | 'person' | 'us' | 'own' | 'other' | 'name' | 'address' | 'none';
  /** Proper name in front of the team, or the agent itself (`SendGrid`, `New Relic`); empty where there is none. */
  name: string;
  /** Whose it is, by the possessive in front of it. */
  owner: 'ours' | 'yours' | 'theirs' | '';
  /** Host of the mail address, lower case; empty where none is given. */
  mailHost: string;
}

/** A contact phrase in a text, in offsets of that text. */
export interface ContactPhrase extends Range {
  /**
   * `contact` tells the reader to contact somebody, `channel` does something through somebody ("through our sales
   * team", "by our support team"), `form` is a form to fill in, `link` a link to a contact page, `request` is "on
   * request", `team` only names a team.
   */
  form: 'contact' | 'channel' | 'form' | 'link' | 'request' | 'team';
  agent: Agent;
}

/** Characters after a verb in which its agent must end. */
const agentReach = 90;
/** Words that may stand between the verb and the noun that names the agent. */
const longestName = 5;

const mail = /^\W*[\p{L}\p{N}_.+-]+@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/u;
/** Characters between a team and a negation behind it, in scripts without spaces: "サポートではパスワードを変更できません". */
export const farNegation = 20;
/** Where nobody is named. */
export const nobody: Agent = { text: '', kind: 'none', name: '', owner: '', mailHost: '' };

/** Every contact phrase of a text, in order, none inside another; none reaches over the end of a clause. */
export function findContactPhrases(sentence: string, words: CompiledLexicon): ContactPhrase[] {
  const phrases: ContactPhrase[] = [];
  const add = (phrase: ContactPhrase | null) => {
    if (phrase && !phrases.some(({ start, end }) => phrase.start < end && start < phrase.end)) phrases.push(phrase);
  };
  const { contact } = words;
  const verbs = contact.verbs.findAll(sentence);
  for (const match of verbs) add(withAgent(sentence, match, true, words));
  // "reach out to your own servers": the verb has an object, and it is nobody to contact.
  const isTaken = (match: Range) => verbs.some(({ start, end }) => match.start < end && start < match.end && end > match.end);
  for (const match of contact.complete.findAll(sentence)) if (!isTaken(match)) add({ form: 'contact', ...match, agent: { ...nobody, ...mailAfter(sentence, match.end) } });
  for (const match of contact.onRequest.findAll(sentence)) add({ form: 'request', ...match, agent: nobody });
  const teams = [...contact.teams.findAll(sentence), ...contact.bareTeams.findAll(sentence), ...contact.persons.findAll(sentence)];
  // Whether anyone is named whom a verb with other uses could take; most texts name nobody.
  if (teams.length > 0 || sentence.includes('@') || contact.us.isIn(sentence) || contact.yours.isIn(sentence)) {
    for (const match of contact.weakVerbs.findAll(sentence)) add(withAgent(sentence, match, false, words));
    for (const match of contact.channels.findAll(sentence)) add(asChannel(withAgent(sentence, match, false, words)));
  }
  for (const match of contact.forms.findAll(sentence)) add({ form: 'form', ...match, agent: nobody });
  for (const match of teams) add(teamAlone(sentence, match, words));
  return phrases.sort((a, b) => a.start - b.start);
}

function asChannel(phrase: ContactPhrase | null): ContactPhrase | null {
  return phrase && { ...phrase, form: 'channel' };
}

/**
 * The contact that a verb takes.
 * @param strong whether the verb speaks of contacts only, so that a bare name is enough
 */
function withAgent(sentence: string, verb: Range, strong: boolean, words: CompiledLexicon): ContactPhrase | null {
  const before = words.grammar.order === 'verb-object' ? null : agentBefore(sentence, verb, words);
  if (before) return { form: 'contact', ...before };
  if (words.grammar.order === 'object-verb') return null;
  const reach = nextClause(sentence.slice(verb.end, verb.end + agentReach));
  const address = mail.exec(reach);
  if (address) {
    const end = verb.end + address[0].length;
    return { form: 'contact', start: verb.start, end, agent: { ...nobody, text: address[0].trim(), kind: 'address', mailHost: address[1]!.toLowerCase() } };
  }
  const noun = nounOf(reach, words);
  if (noun) {
    const gap = reach.slice(0, noun.start);
    // "Email support is provided": a noun.
    const isNoun = !strong && gap.trim() === '' && words.task.auxiliaries.leads(reach.slice(noun.end)) > 0;
    if (!isNoun && isNameOrArticle(gap, words) && (strong || isOurs(gap, noun, words))) {
      const end = verb.end + noun.end;
      const kind = ofOthers(reach.slice(noun.end), words) ?? noun.kind;
      const agent = agentOf(gap, reach.slice(noun.start, noun.end), kind, words);
      return { form: 'contact', start: verb.start, end, agent: { ...agent, ...mailAfter(sentence, end) } };
    }
  }
  return strong ? bareName(sentence, verb, reach, words) : null;
}

/** After a verb that has other uses, only a team or person with an article or possessive, or nothing, in between. */
function isOurs(gap: string, { kind, bare }: Noun, words: CompiledLexicon): boolean {
  const { contact } = words;
  if (kind === 'own' || kind === 'other') return contact.yours.isIn(gap);
  if (bare) return contact.ours.isIn(gap) || properName(gap, words) !== '';
  return gap.trim() === '' || [contact.articles, contact.ours, contact.yours, contact.theirs].some((list) => list.isIn(gap));
}

/** "サポートにお問い合わせ", "den Support kontaktieren": the agent stands before its verb. */
function agentBefore(sentence: string, verb: Range, words: CompiledLexicon): (Range & { agent: Agent }) | null {
  const from = Math.max(0, verb.start - agentReach);
  const reach = lastClause(sentence.slice(from, verb.start));
  const offset = verb.start - reach.length;
  const noun = nounOf(reach, words, true);
  if (!noun || words.grammar.boundary === 'letter' && reach.slice(noun.end).trim().split(/\s+/).length > 3) return null;
  if (words.grammar.boundary === 'none' && reach.length - noun.end > 8) return null;
  const gap = words.grammar.boundary === 'none' ? '' : (/(?:\S+\s+){0,3}$/u.exec(reach.slice(0, noun.start))?.[0] ?? '');
  return { start: offset + noun.start, end: verb.end, agent: agentOf(gap, reach.slice(noun.start, noun.end), noun.kind, words) };
}

/** "the support of your provider": whose people a team is, by what follows it. */
function ofOthers(after: string, { contact }: CompiledLexicon): 'own' | 'other' | null {
  const owner = contact.yours.leads(after);
  if (owner === 0) return null;
  return contact.otherParties.leads(after.slice(owner)) > 0 ? 'other' : contact.ownPeople.leads(after.slice(owner)) > 0 ? 'own' : null;
}

interface Noun extends Range {
  kind: Agent['kind'];
  /** Whether it is a contact only where it is said to be ours: "the team". */
  bare: boolean;
}

/** The first noun (the last one, for `last`) that names a contact; the longest of those that begin together. */
function nounOf(text: string, { contact }: CompiledLexicon, last = false): Noun | null {
  const kinds = [
    ['person', contact.persons],
    ['own', contact.ownPeople],
    ['other', contact.otherParties],
    ['team', contact.teams],
    ['us', contact.us],
    ['team', contact.bareTeams],
  ] as const;
  let best: Noun | null = null;
  for (const [kind, pattern] of kinds) {
    const first = last ? null : pattern.find(text);
    for (const { start, end } of last ? pattern.findAll(text) : first ? [first] : []) {
      const better = !best || (last ? end > best.end || (end === best.end && start < best.start) : start < best.start || (start === best.start && end > best.end));
      if (better) best = { kind, bare: pattern === contact.bareTeams, start, end };
    }
  }
  return best && (teamBehind(text, best, contact.teams) ?? best);
}

/** "Learning Manager support": a noun with a capital in front of a team is part of a name. */
function teamBehind(text: string, { kind, start, end }: Noun, teams: Phrases): Noun | null {
  const length = (kind === 'own' || kind === 'other') && /^\p{Lu}\p{Ll}/u.test(text.slice(start)) ? teams.leads(text.slice(end)) : 0;
  return length === 0 ? null : { kind: 'team', bare: false, start: end + /^\s*/.exec(text.slice(end))![0].length, end: end + length };
}

function agentOf(gap: string, noun: string, kind: Agent['kind'], words: CompiledLexicon): Agent {
  const { contact } = words;
  const owner = contact.ours.isIn(gap) ? 'ours' : contact.theirs.isIn(gap) ? 'theirs' : contact.yours.isIn(gap) ? 'yours' : '';
  return { text: `${gap.trim()} ${noun}`.trim(), kind, name: properName(gap, words), owner, mailHost: '' };
}

/** Capitalised words behind the last article of a gap, and words with a full stop or capital inside (`Form.io`, `iCloud`). */
function properName(gap: string, words: CompiledLexicon): string {
  const tokens = gap.split(/\s+/).map((word) => word.replace(/['’]s?$|[,()"“”]/gu, ''));
  const from = tokens.findLastIndex((word) => word !== '' && isArticle(word, words)) + 1;
  return tokens.slice(from).filter((word) => /\p{Lu}|\p{L}\.\p{L}/u.test(word)).join(' ');
}

function isArticle(word: string, { contact, stopWords }: CompiledLexicon): boolean {
  return stopWords.has(word.toLowerCase()) || contact.articles.isIn(word) || contact.ours.isIn(word) || contact.yours.isIn(word) || contact.theirs.isIn(word);
}

/** Whether the words between a verb and a noun can belong to the noun: articles, possessives, a few words of a name. */
function isNameOrArticle(gap: string, words: CompiledLexicon): boolean {
  if (words.grammar.boundary === 'none') return gap.length <= 8;
  const rest = withoutPhrases(gap, words.contact.articles).trim();
  if (rest === '') return true;
  const tokens = rest.split(/\s+/);
  if (tokens.length > longestName) return false;
  const { ours, yours, theirs } = words.contact;
  return tokens.every((token) => !words.stopWords.has(token.toLowerCase()) || [ours, yours, theirs].some((list) => list.isIn(token)));
}

function withoutPhrases(text: string, list: Phrases): string {
  return list.findAll(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** "contact BriteVerify": a verb of contact before a name that no list knows. */
function bareName(sentence: string, verb: Range, reach: string, words: CompiledLexicon): ContactPhrase | null {
  if (words.grammar.boundary === 'none') return null;
  const left = sentence.slice(0, verb.start);
  // "the contact list", "the Acme contact ID", "Click Contact Fields": a noun, or the label of something.
  const afterName = /\S\s+\p{Lu}[\p{L}\p{N}]*\s+$/u.test(left) && !words.contact.musts.ends(left);
  const isNoun = afterName || words.contact.articles.ends(left) || words.contact.yours.ends(left) || (/^\p{Lu}/u.test(sentence.slice(verb.start)) && /[\p{L}\p{N}]\s*$/u.test(left));
  if (isNoun) return null;
  const name = /^\s+(?:\S+\s+)??((?:\p{Lu}[\p{L}\p{N}&.'’-]*|\p{L}+\.\p{Ll}{2,})(?:\s+\p{Lu}[\p{L}\p{N}&.'’-]*){0,3})/u.exec(reach);
  if (!name || !isNameOrArticle(name[0].slice(0, name[0].length - name[1]!.length), words)) return null;
  const text = name[1]!.replace(/['’.]+s?$/u, '');
  if (isArticle(text, words)) return null;
  const end = verb.end + name[0].length;
  // "Contact Management - tools to keep track of people": a term with what it means.
  if (left.trim() === '' && /^\s+[–—-]\s/u.test(sentence.slice(end))) return null;
  return { form: 'contact', start: verb.start, end, agent: { ...nobody, text, kind: 'name', name: text, ...mailAfter(sentence, end) } };
}

/** "at help@…" after an agent. */
function mailAfter(sentence: string, end: number): { mailHost: string } {
  const address = /^\W*(?:\p{L}+\s+){0,2}\W*[\p{L}\p{N}_.+-]+@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/u.exec(sentence.slice(end, end + agentReach));
  return { mailHost: address ? address[1]!.toLowerCase() : '' };
}

/** A team that acts without a verb of contact: "our support team can migrate it for you". */
function teamAlone(sentence: string, noun: Range, words: CompiledLexicon): ContactPhrase | null {
  const after = sentence.slice(noun.end);
  const letters = words.grammar.boundary === 'letter';
  const negated = letters ? words.contact.negations.leads(after) > 0 : words.contact.negations.begins(nextClause(after), farNegation);
  if (words.contact.teamActs.leads(after) === 0 && !negated) return null;
  const before = /(?:\S+\s+){0,3}$/u.exec(sentence.slice(Math.max(0, noun.start - agentReach), noun.start))?.[0] ?? '';
  const gap = before.slice(before.search(/(?<=[,;:.!?]\s)[^,;:.!?]*$|^[^,;:.!?]*$/u));
  const text = sentence.slice(noun.start, noun.end);
  const kind = words.contact.persons.is(text) ? 'person' : 'team';
  const agent = agentOf(gap, text, kind, words);
  return agent.owner === 'ours' || agent.name !== '' || !letters || (kind === 'person' ? agent.owner === 'yours' : /^\p{Lu}/u.test(agent.text)) ? { form: 'team', ...noun, agent } : null;
}

/** Up to the first sign that ends a clause; full stops inside names stay. */
export function nextClause(text: string): string {
  const stop = /[,;:!?()。，；：！？、]|\.(?=\s|$)| [–—-] /u.exec(text);
  return stop ? text.slice(0, stop.index) : text;
}

/** From the last sign that ends a clause. */
export function lastClause(text: string): string {
  let start = text.length;
  while (start > 0 && !endsClause(text, start - 1)) start--;
  return text.slice(start);
}

function endsClause(text: string, index: number): boolean {
  const sign = text[index]!;
  if (sign === '.') return index + 1 < text.length && text[index + 1] === ' ';
  if (sign === '–' || sign === '—' || sign === '-') return text[index - 1] === ' ' && text[index + 1] === ' ';
  return ',;:!?()。，；：！？、'.includes(sign);
}
