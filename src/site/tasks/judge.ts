import type { ContactMention, Cue } from '../../content/extract/contacts.ts';
import type { Purpose } from '../../content/extract/contact-purpose.ts';
import type { Page } from '../../content/types.ts';
import type { Product } from '../../product/types.ts';
import { nameTask } from './name.ts';
import { pageKind, type PageKind } from './page-kind.ts';
import { partyOf } from './party.ts';
import type { JudgedMention, Verdict } from './types.ts';

type Judgement = Pick<JudgedMention, 'verdict' | 'class' | 'reason'>;

/** Judges every contact mention of the tree with what is known of its page and of the product. */
export function judgeMentions(pages: Page[], product: Product): JudgedMention[] {
  const common = commonHeadings(pages);
  return pages.flatMap((page) => {
    if (page.facts.contacts.length === 0) return [];
    const kind = pageKind(page);
    return page.facts.contacts.map((mention) => {
      const judgement = onPage(settled(judge(page, mention, product), mention), kind);
      return { page, mention, ...judgement, task: judgement.verdict === 'dead-end' ? nameTask(page, mention, common) : null };
    });
  });
}

/** Headings that stand on pages of different titles ("Scope", "Answer"): they name nothing by themselves. */
function commonHeadings(pages: Page[]): ReadonlySet<string> {
  const titles = new Map<string, string>();
  const common = new Set<string>();
  for (const { facts } of pages) {
    for (const { text } of facts.headings) {
      const first = titles.get(text);
      if (first === undefined) titles.set(text, facts.title);
      else if (first !== facts.title) common.add(text);
    }
  }
  return common;
}

/** What only looks like the end of the road. */
function settled(judgement: Judgement, mention: ContactMention): Judgement {
  if (judgement.verdict !== 'dead-end') return judgement;
  if (/[?？]\s*$/u.test(mention.sentence)) return as('mention', 'The text asks, and sends nobody to a contact.');
  if (mention.advice) return as('mention', 'The contact is advice: nothing hangs on it.');
  return judgement;
}

function onPage(judgement: Judgement, kind: PageKind): Judgement {
  if (kind === 'contact' && judgement.verdict !== 'third-party' && judgement.verdict !== 'negated') {
    return as('contact-page', 'The topic of the page is how to contact somebody.');
  }
  if (kind === 'apart' && judgement.verdict === 'dead-end') return as('mention', 'Release notes, glossaries and legal texts are no guides.');
  return judgement;
}

/** The order is the meaning: who is contacted, whether at all, whether a person belongs there, then what for. */
function judge(page: Page, mention: ContactMention, product: Product): Judgement {
  const party = partyOf(page, mention, product);
  if (party === 'others') return as('third-party', 'Another company is contacted.');
  if (party === 'readers') return as('third-party', "The reader's own people are contacted.");
  if (mention.negated) return as('negated', 'The text says that no contact is needed, or that it does not help.');
  if (mention.circumstance) return as('mention', 'The contact is a circumstance, nobody is asked to make it.');
  if (mention.place === 'quotation') return as('mention', 'The words are quoted.');
  if (hasAny(mention, 'assisted')) return as('assisted', 'A person rightly belongs here.');
  if (isWish(mention)) return as('wish', 'The text asks for wishes about what the product cannot do yet.');
  if (mention.form === 'team') return judgeTeam(mention);
  if (mention.form === 'form' && mention.target === '') return as('mention', 'A form that leads nowhere else.');
  return judgeTask(mention) ?? judgeSwitch(mention) ?? judgeHelp(mention) ?? judgeSurroundings(mention) ?? judgeRest(mention);
}

/** Nothing tells a task: what is offered in some case, or after steps, is the last resort. */
function judgeRest({ form, afterSteps, conditional }: ContactMention): Judgement {
  if (conditional && form === 'contact') return as('last-resort', 'Help is offered for a case in which the reader is stuck.');
  return as(afterSteps ? 'last-resort' : 'mention', 'No task is told that only a person can do.');
}

function as(verdict: Exclude<Verdict, 'dead-end'>, reason: string): Judgement {
  return { verdict, class: '', reason };
}

function deadEnd(evidence: string, reason: string): Judgement {
  return { verdict: 'dead-end', class: evidence, reason };
}

function hasAny({ cues, purposeCues }: ContactMention, ...wanted: Cue[]): boolean {
  return wanted.some((cue) => cues.includes(cue) || purposeCues.includes(cue));
}

function isWish(mention: ContactMention): boolean {
  // "Don't see your language? Let us know and we will add it."
  const asked = /[?？]\s*$/u.test(mention.previous.text);
  return hasAny(mention, 'wishes') || ((asked || mention.purpose?.kind !== 'administrative') && mention.previous.cues.includes('wishes'));
}

/** "Our support team can migrate it for you." */
function judgeTeam(mention: ContactMention): Judgement {
  if (mention.purpose?.kind === 'administrative') return deadEnd('team-acts', 'The text says that a team of yours does it, and names no other way.');
  const asked = /[?？]\s*$/u.test(mention.previous.text);
  if (hasAny(mention, 'helpWords', 'failures') || mention.purpose?.kind === 'talk' || mention.conditional || (asked && mention.previous.cues.includes('helpWords'))) return as('last-resort', 'Help is offered for questions and problems.');
  return as('mention', 'The team is named, the reader need not contact it.');
}

/** A purpose with a verb of doing decides, whatever the words of the contact. */
function judgeTask(mention: ContactMention): Judgement | null {
  const { purpose, cues } = mention;
  if (purpose?.kind !== 'administrative') return null;
  if (mention.alternative === 'self') return as('last-resort', 'The contact comes after a way of the reader’s own.');
  if (cues.includes('helpWords')) return as('last-resort', 'Help is offered for questions and problems.');
  if (purpose.lead === 'need' && mention.purposeCues.includes('failures')) return as('last-resort', 'Help is offered after something failed.');
  if (purpose.place === 'heading' && mention.form !== 'contact') return null;
  if (purpose.place === 'heading' && (cues.includes('failures') || cues.includes('offers') || !mention.heading.question)) return null;
  if (cues.includes('failures')) return deadEnd('after-failure', 'Something failed before, and only a contact changes it.');
  if (mention.form === 'request') return deadEnd('on-request', 'It is done on request, and no way to do it oneself is told.');
  if (mention.form === 'link') return deadEnd('task-in-link', 'The link that promises the task leads to a contact.');
  if (mention.form === 'channel') return deadEnd('through', 'It is done through a team of yours only.');
  if (inSentence.includes(purpose.place) && mention.purposeCues.includes('limits') && /\d/.test(purpose.text)) return deadEnd('limit', 'The only way past the limit is a contact.');
  if (!inSentence.includes(purpose.place)) return deadEnd(`task-in-${purpose.place}`, 'The answer to a task is a contact.');
  if (purpose.lead === 'need') return deadEnd('need', 'Who needs it is sent to a contact.');
  return deadEnd('purpose', 'The contact is there to do the task, and no other way is told.');
}

const inSentence: readonly Purpose['place'][] = ['before', 'after', 'around'];

/** "The feature may be disabled for your account. If it does not work, contact support." */
function judgeSwitch({ form, purpose, cues, previous }: ContactMention): Judgement | null {
  if (form !== 'contact' || !(cues.includes('switches') || previous.cues.includes('switches'))) return null;
  const asksHelp = cues.includes('helpWords') && purpose?.kind !== 'talk';
  return asksHelp ? null : deadEnd('switch', 'It is switched for one customer, and only a contact is named.');
}

/** Questions, problems and failures: help is rightly a person. */
function judgeHelp(mention: ContactMention): Judgement | null {
  const { purpose, previous } = mention;
  if (mention.form === 'request') return null;
  // "Any questions? Contact us."
  if (/[?？]\s*$/u.test(previous.text) && previous.cues.includes('helpWords') && purpose?.kind !== 'administrative') return as('last-resort', 'Help is offered for questions and problems.');
  const cues = purpose?.kind === 'administrative' ? mention.cues : mention.cues.concat(mention.purposeCues);
  if (cues.includes('helpWords')) return as('last-resort', 'Help is offered for questions and problems.');
  if (cues.includes('failures')) return as('last-resort', 'Help is offered after something failed.');
  if (purpose?.kind === 'talk' && !cues.includes('gates') && !cues.includes('plans') && !cues.includes('inability') && !cues.includes('prices') && purpose.place !== 'after') return as('last-resort', 'Help is offered for questions and problems.');
  return null;
}

/** No verb tells the task: what stands around the contact may. */
function judgeSurroundings(mention: ContactMention): Judgement | null {
  const { purpose, cues, purposeCues, previous, form, alternative } = mention;
  // Machines do things on request too: something must be said to be given.
  if (form === 'request') return cues.includes('granted') ? deadEnd('on-request', 'It is available on request, and no way to do it oneself is told.') : null;
  if (form !== 'contact') return null;
  if (alternative === 'self') return as('last-resort', 'The contact comes beside a way of the reader’s own.');
  const asksHelp = purpose?.kind === 'talk' && purposeCues.includes('helpWords');
  if (asksHelp) return as('last-resort', 'Help is offered for questions and problems.');
  const near = (cue: Cue) => cues.includes(cue) || purposeCues.includes(cue) || previous.cues.includes(cue);
  if (near('prices') && cues.concat(purposeCues).includes('prices')) return deadEnd('price', 'A talk stands where a price belongs.');
  if (near('gates')) return deadEnd('plan-gate', 'The only way to the plan or feature is a talk.');
  if (near('limits')) return deadEnd('limit', 'The only way past the limit is a contact.');
  const conditional = purpose?.kind === 'other' && purpose.place === 'before';
  if (near('inability') && !conditional) return deadEnd('inability', 'The reader cannot do it, and only a contact is named.');
  if (near('plans')) return deadEnd('plan', 'A talk is named where a plan is told.');
  if (purpose?.kind === 'other' && purpose.parts.some(({ object }) => object !== '')) {
    if (purpose.place === 'item') return deadEnd('task-in-item', 'A contact stands behind one of several ways or things.');
    if (purpose.place === 'before' || purpose.place === 'question') return deadEnd('other-purpose-before', 'Who needs it is sent to a contact.');
    if (purpose.place === 'after') return deadEnd('other-purpose-after', 'The contact is there for a purpose, and no other way is told.');
  }
  return null;
}
