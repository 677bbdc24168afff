import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { changeFiles } from '../content/change-files.ts';
import { withEdits, type Edit as TextEdit } from '../content/edits.ts';
import { lineStarts, offsetAt } from '../content/position.ts';
import type { Page } from '../content/types.ts';
import type { Site } from '../site/types.ts';
import type { Edit, Finding } from './finding.ts';

/** Edits that can be made together, by page. */
export type Fixes = Map<Page, TextEdit[]>;

/**
 * The fixes of findings that can be made together: those of one finding all or not at all, and none that overlaps one
 * that stands before it. Pages of other channels are left to those who keep them. What is left out has its turn in the next run.
 */
export function collectFixes(findings: Finding[], { byPath }: Site): Fixes {
  const fixes: Fixes = new Map();
  for (const { fix } of findings) {
    const edits = fix.map((edit) => toTextEdit(edit, byPath.get(edit.path))).filter((edit) => edit !== null);
    const fits = edits.every((edit) => !fixes.get(edit.page)?.some((other) => overlap(edit.range, other.range)));
    if (!fits) continue;
    for (const edit of edits) {
      const { page, ...rest } = edit;
      const others = fixes.get(page);
      if (others) others.push(rest);
      else fixes.set(page, [rest]);
    }
  }
  return fixes;
}

function toTextEdit(edit: Edit, page: Page | undefined): (TextEdit & { page: Page }) | null {
  if (!page) return null;
  const starts = lineStarts(page.source);
  return { page, range: { start: offsetAt(starts, edit), end: offsetAt(starts, { line: edit.endLine, column: edit.endColumn }) }, text: edit.text };
}

/** Insertions at one place overlap too: which of them goes first is nobody's guess. */
function overlap(one: TextEdit['range'], other: TextEdit['range']): boolean {
  return one.start === other.start || (one.start < other.end && other.start < one.end);
}

/**
 * Makes fixes in the files, all together or none.
 * @returns pages that were changed, and those that were left alone because they are not what was read
 * @throws UsageError where a file cannot be written
 */
export function writeFixes(root: string, fixes: Fixes): { changed: Page[]; left: Page[] } {
  const changes = new Map<string, string>();
  const [changed, left]: [Page[], Page[]] = [[], []];
  // A page behind a symbolic link is changed where it lies; the link stays.
  const top = realpathSync(root);
  for (const [page, edits] of fixes) {
    const file = realpathSync(path.join(root, page.path));
    const bytes = readFileSync(file);
    const mark = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
    if (!bytes.subarray(mark.length).equals(Buffer.from(page.source))) {
      left.push(page);
      continue;
    }
    changed.push(page);
    changes.set(path.relative(top, file), mark.toString() + withEdits(page.source, edits));
  }
  changeFiles(top, changes);
  return { changed, left };
}

const byteOrderMark = Buffer.from('\uFEFF');
