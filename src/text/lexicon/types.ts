/**
 * Words and phrases of one language; no rule and no mechanism knows a word of any language but through this.
 *
 * Phrases are written in the small syntax of `src/text/phrases.ts`: `(a|b)` is a choice, `?` makes the group or letter
 * before it optional, `*` is any ending of a word, `…` a gap of up to three words, `#` a number. A phrase matches whole
 * words only, in any letter case.
 */
export interface Lexicon {
  /** ISO 639-1 code. */
  language: string;
  grammar: Grammar;
  /** Frequent short words: they tell the language of a page, end the name of a team, and are left out of task names. */
  stopWords: string[];
  /** Words that end with a full stop without ending the sentence, the stop left out. */
  abbreviations: string[];
  contact: ContactWords;
  task: TaskWords;
  topics: TopicWords;
  pages: PageWords;
  interface: InterfaceWords;
  amounts: AmountWords;
}

/** The settings by which one mechanism serves every language. */
export interface Grammar {
  /** What ends a word: anything that is no letter, or nothing (scripts written without spaces). */
  boundary: 'letter' | 'none';
  /** Where the object of a verb stands. */
  order: 'verb-object' | 'object-verb' | 'either';
  /** Where a negation stands, seen from the phrase that names the contact. */
  negation: 'before' | 'after' | 'both';
}

/** How a text sends its reader to a person. Lists of phrases throughout. */
export interface ContactWords {
  /** Plain pieces of words: a block without any of them holds no mention. Tested on every block, so no syntax here. */
  candidates: string[];
  /** Verbs that take anyone as a contact: contact, reach out to. */
  verbs: string[];
  /** Verbs that tell of a contact only before a team, a person of ours or an address: email, ask, write to. */
  weakVerbs: string[];
  /** "through", "by": before a team, something is done through it. */
  channels: string[];
  /** Phrases that are complete without naming anyone: get in touch, open a support ticket. */
  complete: string[];
  /** Nouns for a form that the reader fills in; they count when they link to a page of support. */
  forms: string[];
  /** Teams that any company has: support, sales, customer service. */
  teams: string[];
  /** Groups of people that are a contact only where they are said to be ours: team, staff. */
  bareTeams: string[];
  /** People that only a vendor gives to a customer: account manager, customer success manager. */
  persons: string[];
  /** Pronouns for the writer's own company. */
  us: string[];
  /** Possessives: of the writer's company, of the reader, of somebody else. */
  ours: string[];
  yours: string[];
  theirs: string[];
  /** Articles and other words that may stand before a team. */
  articles: string[];
  /** People on the reader's side: administrator, owner, colleagues. */
  ownPeople: string[];
  /** Other companies: registrar, hosting provider, bank. */
  otherParties: string[];
  /** "no need to", "without", "cannot": the contact is not needed or does not help. */
  negations: string[];
  /** Words before the contact that make it a circumstance: when, after, once you. */
  adverbials: string[];
  /** "by", before the contact: what stands before it is done through it. */
  instruments: string[];
  /** "or", before the contact: it is one way among others. */
  alternatives: string[];
  /** "or", after the contact, before a way of the reader's own: or visit, or you can. */
  otherWays: string[];
  /** Before the contact, words that make it advice: we recommend, as directed by. */
  adviceBefore: string[];
  /** After the contact, the same: to see if, before changing. */
  adviceAfter: string[];
  /** Right after a contact that has its task, what it is asked besides: for more details, for assistance. */
  details: string[];
  /** "you need to", "you must". */
  musts: string[];
  /** Words of a question or a trouble: question, issue, stuck. */
  helpWords: string[];
  /** A state that went wrong: persists, still not, do not see. */
  failures: string[];
  /** What the product cannot do yet, and invitations to say what one would like. */
  wishes: string[];
  /** Beginnings of a clause that tells a case, whatever it is: if, when, in case of. */
  conditions: string[];
  /** Where a person rightly belongs: abuse, security incident. */
  assisted: string[];
  /** Offers of advice that block nothing: consultation, learn more about us. */
  offers: string[];
  /** "not enabled by default", "read-only", "private beta". */
  inability: string[];
  /** What the maker switches for one customer: "disabled for your account", "feature flag". */
  switches: string[];
  /** "up to 3", "more than 10", "maximum". */
  limits: string[];
  /** What only a plan gives: "an Enterprise feature", "requires an Enterprise plan". */
  gates: string[];
  /** Plans that are bought by a talk, without saying that anything needs them: Enterprise. */
  plans: string[];
  /** "pricing", "a quote". */
  prices: string[];
  /** "on request", "not self-serve". */
  onRequest: string[];
  /** Words that make "on request" a promise: available, provided. */
  granted: string[];
  /** Before a verb, after a team: the team does it (can, will). */
  teamActs: string[];
  /** Beginnings of a question or heading that asks how to do something: how do I, can I. */
  questions: string[];
  /** Beginnings of a clause that tells a purpose, before the contact: to, in order to, if you want to. */
  purposeBefore: string[];
  /** Beginnings of a clause that tells a purpose, after the contact: to, and they will, so that we can. */
  purposeAfter: string[];
  /** Like `purposeBefore`, in front of a noun: if you need, for. */
  needBefore: string[];
  /** Like `purposeAfter`, in front of a noun: for, if you need. */
  needAfter: string[];
  /** For order `object-verb`: ends of a clause that tells a purpose, before the contact. */
  purposeEnds: string[];
}

/** What is done to something, and how to bring it into a normal form. */
export interface TaskWords {
  /** Canonical verb → its forms, nouns included (`add` → add, adding, addition of). The tasks that a product could let its reader do. */
  administrative: Record<string, string[]>;
  /** Verbs of a talk: help, discuss, learn, report. A purpose that begins with one blocks nothing. */
  talk: string[];
  /** Words between the beginning of a purpose and its verb that add nothing: request, have, be able to. */
  leads: string[];
  /** Verbs that ask for a thing, the canonical form first: request. */
  requests: string[];
  /** Verbs that let somebody else do it: have, get ("have the limit raised"). */
  causatives: string[];
  /** Verbs of the passive: be, been. */
  auxiliaries: string[];
  /** Where the object of a task ends: for you, on your account, if. */
  ends: string[];
  /** Joins two verbs or objects: and, or. */
  joins: string[];
  /** Objects that point elsewhere: it, this feature. */
  pronouns: string[];
  /** What the customer pays for, as a whole: account, plan, subscription. */
  contract: string[];
  /** Words that say nothing about an object besides the stop words: new, additional, existing. */
  light: string[];
  /** Different words for one thing: https → ssl. */
  synonyms: Record<string, string>;
}

/** Words by which a task is told to be about one thing and not about a feature. Lists of phrases; the first that fits in this order counts. */
export interface TopicWords {
  /** How much of something there may be: limit, quota. */
  limit: string[];
  /** What is paid, and for what: invoice, subscription, plan. */
  billing: string[];
  /** What the product holds of the customer: data, backup, log. */
  data: string[];
  /** Who uses it, and how they get in: account, user, password. */
  account: string[];
  /** What is agreed before anything is bought: quote, trial, license. */
  sales: string[];
}

/** Kinds of page, told by title or path. */
export interface PageWords {
  /** Pages whose topic is contacting somebody. */
  contact: string[];
  /** Release notes, glossaries, legal texts: other rules apply to what they say of support. */
  apart: string[];
  /** Nouns that often follow the name of the product: support, account, dashboard. */
  productNouns: string[];
  /** Words of a site's title that are no part of the product's name: help, docs, developer. */
  siteWords: string[];
  /** Words of a title that tell another kind of page about one subject: legacy, FAQ, troubleshooting, reference. */
  kinds: string[];
  /** Before a name that a thing had, or has now: formerly known as, is now called. */
  renamed: string[];
}

/** Words around the name of a button, menu or field. Lists of phrases throughout. */
export interface InterfaceWords {
  /** Verbs that are said of parts of an interface: click, select, go to. */
  verbs: string[];
  /** Verbs that are said of much else too: open, enable, use. */
  weakVerbs: string[];
  /** Words that may stand between such a verb and the label: articles, prepositions, places on the screen. */
  fillers: string[];
  /** Prepositions that lead to a menu path or a part of the screen: in, under. */
  places: string[];
  /** Role → nouns that name a part of an interface and little else (`tab` → tab, tabs). */
  nouns: Record<string, string[]>;
  /** Role → nouns that name parts of an interface and much else: page, section, list. */
  weakNouns: Record<string, string[]>;
  /** Words that join two labels of one sentence: and, or, then. */
  joins: string[];
  /** Before a name: called, labelled. It is a label only where a noun of an interface stands before. */
  called: string[];
  /** Before a label that is told to be gone or missing: formerly, there is no. */
  absentBefore: string[];
  /** After a label that is told to be gone: has been renamed. */
  absentAfter: string[];
  /** After a name that stands for whatever the reader picks: you want, of your choice. */
  pickedAfter: string[];
  /** After a control whose value is told: is set to. */
  setAfter: string[];
  /** Keys of a keyboard. */
  keys: string[];
  /** After the name of another product, its interface: console, portal, account. */
  screens: string[];
}

/** Words around a number that make it a limit. Plain words in lower case, without the syntax of phrases: they are looked up at every number. */
export interface AmountWords {
  /** Directly before a number that is the most there may be: up to, maximum of. */
  most: string[];
  /** A few words before a number that the reader is granted: can, may, includes. */
  allowed: string[];
  /** Before what the number holds for: per, each. */
  per: string[];
}
