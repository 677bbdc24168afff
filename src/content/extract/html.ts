import { Tokenizer } from 'htmlparser2';

/** What a run of HTML holds, in order; positions are offsets into the page's source. */
export interface HtmlHandler {
  open(name: string, attributes: Record<string, string>, at: number): void;
  close(name: string, at: number): void;
  text(value: string, at: number): void;
  comment(value: string): void;
}

/** Elements whose text is no prose. */
const silent = new Set(['script', 'style', 'pre']);

/**
 * Reads one HTML node of a Markdown tree, token by token: its elements may be opened or closed by other nodes.
 * @param html the node's source
 * @param offset where it begins in the page's source
 */
export function readHtml(html: string, offset: number, handler: HtmlHandler): void {
  let name = '';
  let openedAt = 0;
  let attribute = '';
  let attributes: Record<string, string> = {};
  let silenced = '';
  const open = () => {
    if (silent.has(name)) silenced = name;
    else if (silenced === '') handler.open(name, attributes, offset + openedAt);
  };
  const text = (value: string, at: number) => {
    if (silenced === '') handler.text(value, offset + at);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        [name, openedAt, attributes] = [html.slice(start, end), start - 1, {}];
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        attributes[attribute] = '';
      },
      onattribdata(start, end) {
        attributes[attribute] += html.slice(start, end);
      },
      onattribentity(codePoint) {
        attributes[attribute] += String.fromCodePoint(codePoint);
      },
      onattribend() {},
      onopentagend: open,
      onselfclosingtag() {
        open();
        if (silenced === name) silenced = '';
        else if (silenced === '') handler.close(name, offset + openedAt);
      },
      onclosetag(start, end) {
        const closed = html.slice(start, end);
        if (silenced === closed) silenced = '';
        else if (silenced === '') handler.close(closed, offset + start - 2);
      },
      ontext(start, end) {
        text(html.slice(start, end), start);
      },
      ontextentity(codePoint, end) {
        text(String.fromCodePoint(codePoint), end - 1);
      },
      oncomment(start, end, endOffset) {
        handler.comment(html.slice(start, end - endOffset));
      },
      oncdata() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
