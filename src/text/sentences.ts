/** Half-open range of UTF-16 code units in a text. */
export interface Span {
  start: number;
  end: number;
}

/** A sign that may end a sentence, before more text. */
const endInside = /[.!?…。！？]["”’)]*[^.!?…。！？"”’)]/u;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Sentences of a paragraph, in order, spaces around them left out. Intl.Segmenter (UAX #29) splits after
 * abbreviations, before a lower-case letter and inside decimal numbers of some locales; those pieces are joined again.
 * @param abbreviations words whose full stop ends no sentence, lower case, the stop left out
 */
export function splitSentences(text: string, language: string, abbreviations: Set<string>): Span[] {
  if (!endInside.test(text)) return [trimSpan(text, { start: 0, end: text.length })].filter(({ start, end }) => end > start);
  const sentences: Span[] = [];
  let open = false;
  for (const { index, segment } of segmenterOf(language).segment(text)) {
    const last = sentences.at(-1);
    if (last && (open || /^\p{Ll}/u.test(segment))) last.end = index + segment.length;
    else sentences.push({ start: index, end: index + segment.length });
    open = endsInAbbreviation(segment, abbreviations);
  }
  return sentences.map((sentence) => trimSpan(text, sentence)).filter(({ start, end }) => end > start);
}

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function endsInAbbreviation(segment: string, abbreviations: Set<string>): boolean {
  const word = /(?<![\p{L}\p{N}])([\p{L}.]+)\.\s*$/u.exec(segment)?.[1];
  return word !== undefined && (abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word));
}

/** The span without the spaces at both its ends. */
function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
