import type { Amount } from '../../content/extract/amounts.ts';
import { unitStems } from '../../content/extract/amounts.ts';
import type { Page } from '../../content/types.ts';
import { compiledLexicon } from '../../text/lexicon/compile.ts';

/** What a sentence says beside its number. */
export interface Said {
  /** The sentence as it stands, on one line. */
  text: string;
  /** Stems of its words, those of the unit left out. */
  context: string[];
  /** Names and plans in the sentence and in the heading above, in lower case: what narrows its validity. */
  qualifiers: string[];
}

const targets = /\]\([^)]*\)|<[^>]*>|\{[^}]*\}/g;
/** Capitalised words and ones with capitals inside, after the first word of the sentence. */
const names = /(?<=\p{Ll}[,;]?\s+["“*_[]*)\p{Lu}[\p{L}\p{N}'’-]*/gu;

/** Reads the sentence that an amount stands in. */
export function saidIn({ page, amount }: { page: Page; amount: Amount }): Said {
  const { language } = page.facts;
  const text = page.source.slice(amount.sentence.start, amount.sentence.end).replace(/\s+/g, ' ');
  const plain = text.replace(targets, ' ');
  const known = new Set([...amount.unit, amount.per]);
  const lexicon = compiledLexicon(language);
  const heading = page.facts.headings[amount.section]?.text ?? '';
  const plans = [plain, heading].flatMap((part) => lexicon?.contact.plans.findAll(part).map(({ start, end }) => part.slice(start, end).toLowerCase()) ?? []);
  const named = [...plain.matchAll(names)].map(([name]) => name).filter((name) => unitStems(name, language).some((stem) => !known.has(stem)));
  return {
    text,
    context: [...new Set(unitStems(plain, language))].filter((stem) => !known.has(stem)),
    qualifiers: [...new Set([...plans, ...named.map((name) => name.toLowerCase())])],
  };
}
