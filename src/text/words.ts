const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’.&+][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** Words of a short text as written; inner hyphens, apostrophes and full stops belong to the word. */
export function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}
