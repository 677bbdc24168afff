/** A text in quotation marks, unless it has some already. */
export function quoted(text: string): string {
  return text.includes('“') ? text : `“${text}”`;
}
