import { Parser } from 'htmlparser2';

/** What a run of HTML holds, in order; positions are offsets into the page's source. */
export interface HtmlHandler {
  open(name: string, attributes: Record<string, string>, at: number): void;
  close(name: string, at: number): void;
  text(value: string, at: number): void;
  comment(value: string): void;
}

/**
 * Reads one HTML node of a Markdown tree, whose elements may be opened or closed by other nodes.
 * @param value the HTML
 * @param offset where it begins in the page's source
 */
export function readHtml(value: string, offset: number, handler: HtmlHandler): void {
  let ended = false;
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'script' || name === 'style' || name === 'pre') hidden++;
        if (hidden === 0) handler.open(name, attributes, offset + parser.startIndex);
      },
      onclosetag(name) {
        // At the end the parser closes whatever is open; only what the source closes counts.
        if (ended) return;
        if (hidden === 0) handler.close(name, offset + parser.startIndex);
        if (name === 'script' || name === 'style' || name === 'pre') hidden = Math.max(0, hidden - 1);
      },
      ontext(text) {
        if (hidden === 0) handler.text(text, offset + parser.startIndex);
      },
      oncomment(text) {
        handler.comment(text);
      },
    },
    { recognizeSelfClosing: true, lowerCaseTags: false, lowerCaseAttributeNames: true },
  );
  parser.write(value);
  ended = true;
  parser.end();
}
