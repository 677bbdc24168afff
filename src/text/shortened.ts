/** A text without the end of a long one. @param longest in characters */
export function shortened(text: string, longest = 120): string {
  return text.length <= longest ? text : `${text.slice(0, Math.max(0, longest - 1)).trimEnd()}…`;
}
