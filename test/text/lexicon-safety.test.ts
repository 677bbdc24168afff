import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { lexicons } from '../../src/text/lexicon/index.ts';
import { phrasesSource } from '../../src/text/phrases.ts';
import { page } from '../site/tasks/pages.ts';

/** Every phrase in a part of a lexicon. */
function phrasesIn(part: object): string[] {
  return Object.entries(part).flatMap(([key, value]): string[] => {
    if (Array.isArray(value)) return value as string[];
    return typeof value === 'object' && value !== null && key !== 'synonyms' ? phrasesIn(value as object) : [];
  });
}

describe.each(lexicons.map((lexicon) => ({ lexicon, language: lexicon.language })))('$language', ({ lexicon, language }) => {
  test('no phrase can be made to backtrack', () => {
    const { candidates: _, ...contact } = lexicon.contact;
    const bad = phrasesIn([contact, lexicon.task, lexicon.topics, lexicon.pages, lexicon.interface]).filter(
      (phrase) => analyse({ source: phrasesSource([phrase.toLowerCase()], lexicon.grammar.boundary), flags: '' }, { maxReports: 1 }).reports.length > 0,
    );
    expect(bad).toEqual([]);
  }, 60_000);

  test('a sentence of a megabyte, and one as long as a paragraph that is read, end soon', () => {
    const [line] = readFileSync(`test/text/lexicon/${language}.txt`, 'utf8').split('\n');
    const sentence = line!.slice(line!.indexOf(':') + 2).replace(/[.!?。！？]/gu, ' ');
    const begun = process.cpuUsage();
    page('long.md', [1_000_000, 9_900].map((length) => sentence.repeat(Math.floor(length / sentence.length))).join('\n\n'));
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(10);
  }, 60_000);
});

test('no expression that reads a page can be made to backtrack without end', () => {
  const files = ['src/text', 'src/content/extract'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)));
  const expressions = files.filter((file) => file.endsWith('.ts')).flatMap(expressionsIn);
  expect(expressions.length).toBeGreaterThan(50);
  expect(expressions.filter(({ source, flags }) => analyse({ source, flags }).reports.some(({ exponential }) => exponential))).toEqual([]);
}, 60_000);

function expressionsIn(file: string): { source: string; flags: string }[] {
  const found: { source: string; flags: string }[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source, flags] = /^\/(.*)\/(\w*)$/s.exec(node.text)!;
      found.push({ source: source!, flags: flags! });
    }
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}
