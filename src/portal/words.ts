/** A folder's name as a title: `getting-started` is “Getting started”. */
export function inWords(segment: string): string {
  const words = segment.replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
