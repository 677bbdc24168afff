import { sourceOffset, type Block } from './blocks.ts';

/** Characters that nobody sees: soft hyphen, zero width space, word joiner, byte order mark. */
const unseen = /[\u00AD\u200B\u2060\uFEFF]/;
/** A Latin letter beside a Cyrillic or Greek one. */
const mixed = /[A-Za-z][\u0391-\u03C9\u0400-\u04FF]|[\u0391-\u03C9\u0400-\u04FF][A-Za-z]/;
const mixedWord = /[A-Za-z\u0391-\u03C9\u0400-\u04FF]+/g;

/** Letters that look like Latin ones (Unicode Technical Standard 39), each with the one it looks like. */
const lookalikes = new Map(Array.from('аaсcеeоoрpхxуyіiјjѕsԁdһhοoαaνvκkτtАAВBСCЕEНHКKМMОOРPТTХXΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΧX'.matchAll(/(.)(.)/gu), ([, like, letter]) => [like!, letter!]));

/** The block as a reader sees it: without characters that nobody sees, and with Latin letters for those that only look like them. */
export function undisguised(block: Block): Block {
  const latin = mixed.test(block.text) ? { ...block, text: block.text.replace(mixedWord, latinWord) } : block;
  return unseen.test(latin.text) ? withoutUnseen(latin) : latin;
}

function latinWord(word: string): string {
  return /[A-Za-z]/.test(word) ? word.replace(/[^A-Za-z]/g, (letter) => lookalikes.get(letter) ?? letter) : word;
}

function withoutUnseen(block: Block): Block {
  let text = '';
  const map: number[] = [];
  /** New offset of each old one. */
  const moved: number[] = [];
  for (let index = 0; index <= block.text.length; index++) {
    moved.push(text.length);
    const character = block.text.charAt(index);
    if (character === '' || unseen.test(character)) continue;
    const at = sourceOffset(block, index);
    if (map.length === 0 || at - text.length !== map.at(-1)! - map.at(-2)!) map.push(text.length, at);
    text += character;
  }
  return { ...block, text, map, spans: block.spans.map((span) => ({ ...span, start: moved[span.start]!, end: moved[span.end]! })) };
}
