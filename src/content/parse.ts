import type { Root } from 'mdast';
import { markdownToMdast, mdxToMdast, type Features } from 'satteri';
import { unified, type Processor } from 'unified';
import type { Dialect, Problem, Range } from './types.ts';
import { unravel } from './unravel.ts';

export type ParserName = 'satteri' | 'remark';

/** One processor per dialect; only `parse` of them is used. */
export type Parsers = Record<Dialect, Processor<Root>>;

/** A tree, or why there is none. */
export type Parsed = { tree: Root; problem: null } | { tree: null; problem: Problem };

const features: Features = { gfm: true, frontmatter: true, directive: true };

/**
 * The processors of one parser. Sätteri is Astro's own engine and the default; remark-parse reads pages as sites
 * rendered with remark do, and is loaded only when asked for.
 * @param htmlComments whether MDX may hold comments of HTML, as in Docusaurus, which turns them into its own
 */
export async function createParsers(name: ParserName, htmlComments = false): Promise<Parsers> {
  const readable = htmlComments ? asExpressions : (source: string): string => source;
  if (name === 'satteri') {
    return { md: processor((source) => markdownToMdast(source, { features })), mdx: processor((source) => mdxToMdast(readable(source), { features })) };
  }
  const [parse, gfm, frontmatter, directive, mdx] = await Promise.all([
    import('remark-parse'),
    import('remark-gfm'),
    import('remark-frontmatter'),
    import('remark-directive'),
    import('remark-mdx'),
  ]);
  const base = () =>
    unified().use(parse.default).use(gfm.default).use(frontmatter.default, ['yaml', 'toml']).use(directive.default);
  const withMdx = base().use(mdx.default).freeze();
  return { md: base() as Processor<Root>, mdx: processor((source) => unravel(withMdx.parse(readable(source)))) };
}

/** Comments of HTML as comments of MDX; every offset stays. */
function asExpressions(source: string): string {
  return source.replace(/<!--([^]*?)-->/g, (_, text: string) => `{/* ${text.replaceAll('*/', '* ')}*/}`);
}

function processor(parse: (source: string) => unknown): Processor<Root> {
  const made = unified();
  made.parser = (source) => parse(source) as Root;
  return made as unknown as Processor<Root>;
}

/** Parses one page. A page that is not well-formed gives a problem with its place, never an exception. */
export function parse(parsers: Parsers, dialect: Dialect, source: string): Parsed {
  const readable = dialect === 'mdx' ? hideHeadingIds(source) : source;
  const parsed = tryParse(parsers[dialect], readable, source);
  if (!parsed.problem || dialect === 'md') return parsed;
  // Sites with mathematics take it out before MDX sees it; without any, the first problem stands.
  const withoutMath = hideMath(readable);
  const again = withoutMath === readable ? parsed : tryParse(parsers[dialect], withoutMath, source);
  return again.problem ? parsed : again;
}

function tryParse(parser: Processor<Root>, readable: string, source: string): Parsed {
  try {
    return { tree: parser.parse(readable), problem: null };
  } catch (error) {
    return { tree: null, problem: syntaxProblem(error, source) };
  }
}

/** `$$…$$`, and `$…$` inside one paragraph. */
const formulas = /\$\$[^$]+\$\$|\$(?:[^$\n]|\n(?![ \t]*\n))+\$/g;
/** A TeX command, an index or an exponent: what no price and no variable has. */
const tex = /\\[a-z]|[_^]\{/i;

/** Takes the braces and brackets of formulas, which MDX would read as its own, out of the way; every offset stays. */
function hideMath(source: string): string {
  const usesTex = source.match(formulas)?.some((formula) => tex.test(formula)) ?? false;
  return usesTex ? source.replace(formulas, (formula) => formula.replace(/[{}<]/g, ' ')) : source;
}

/** Stand in for the braces of `{#id}` while MDX is parsed, which would take them for an expression. */
export const headingIdBraces = ['\uE000', '\uE001'] as const;

/** Docusaurus and others write `## Title {#id}` in MDX too; the replacement keeps every offset. */
function hideHeadingIds(source: string): string {
  if (!source.includes('{#')) return source;
  const [open, close] = headingIdBraces;
  return source.replace(/^(#{1,6} .*)\{(#[^{}\s]+)\}([ \t]*)$/gm, `$1${open}$2${close}$3`);
}

/** Sätteri tells the place as `line:column: message`, remark in fields of the error. */
function syntaxProblem(error: unknown, source: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const told = /^(\d+):(\d+)(?:-\d+:\d+)?:\s*/.exec(text);
  const fields = error as { line?: unknown; column?: unknown; reason?: unknown };
  const line = told ? Number(told[1]) : typeof fields.line === 'number' ? fields.line : 1;
  const column = told ? Number(told[2]) : typeof fields.column === 'number' ? fields.column : 1;
  const message = told ? text.slice(told[0].length).replace(/\s*\([\w-]+:[\w-]+\)$/, '') : typeof fields.reason === 'string' ? fields.reason : text;
  return { kind: 'syntax', message: message.replace(/\s+/g, ' ').trim(), range: rangeAt(source, line, column) };
}

/** The rest of a line from a line and column that count from 1; lands inside the source whatever they are. */
function rangeAt(source: string, line: number, column: number): Range {
  let lineStart = 0;
  for (let current = 1; current < line; current++) {
    const next = source.indexOf('\n', lineStart);
    if (next < 0) break;
    lineStart = next + 1;
  }
  const lineEnd = source.indexOf('\n', lineStart);
  const end = lineEnd < 0 ? source.length : lineEnd;
  const start = Math.min(lineStart + column - 1, end);
  return { start, end: Math.max(start, end) };
}
