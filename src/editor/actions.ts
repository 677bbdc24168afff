import { CodeActionKind, type CodeAction, type TextEdit } from 'vscode-languageserver';
import type { Edit as TextChange } from '../content/edits.ts';
import type { Page, Range } from '../content/types.ts';
import { isHint, isInside, type Edit } from '../engine/finding.ts';
import { collectFixes } from '../engine/fix.ts';
import { oneLine } from '../reporters/text.ts';
import type { Site } from '../site/types.ts';
import { choicesFor } from './choices.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { Shown } from './session.ts';
import { suppressionOf } from './suppress.ts';
import { editIn, uriOf } from './text.ts';

/** Kind of the action that mends a whole page. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.waymark`;

/** What can be done about the findings in a range: mend one place or all, choose what is suggested, or suppress it. What is pending may stand elsewhere by now. */
export function actionsIn(root: string, site: Site, page: Page, shown: readonly Shown[], range: Range): CodeAction[] {
  const here = shown.filter((each) => !each.pending && each.range.start <= range.end && range.start <= each.range.end);
  return here.flatMap((each): CodeAction[] => {
    const { finding } = each;
    const diagnostics = [diagnosticOf(root, page, each)];
    const own = finding.fix.filter((edit) => isInside(edit, each.member));
    const mend = (title: string, edits: Edit[], isPreferred: boolean): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit: { documentChanges: changesOf(root, edits) } });
    const said = oneLine(finding.suggestions[0] ?? `Mend what ${finding.rule} finds`);
    const suppression = suppressionOf(page, each.range, finding.rule);
    const choices = own.length > 0 ? [] : choicesFor(site, page, each);
    return [
      ...(own.length > 0 ? [mend(said, own, !isHint(finding))] : []),
      ...(finding.fix.length > own.length ? [mend(`${said} (all ${finding.fix.length} places)`, finding.fix, own.length === 0 && !isHint(finding))] : []),
      ...choices.map(({ title, edit }) => ({ title: oneLine(title), kind: CodeActionKind.QuickFix, diagnostics, edit: { documentChanges: [changeOf(root, page, [edit])] } })),
      ...(suppression ? [{ title: `Suppress ${finding.rule} here, with a reason`, kind: CodeActionKind.QuickFix, diagnostics, edit: { documentChanges: [changeOf(root, page, [suppression])] } }] : []),
    ];
  });
}

/** Mends everything on a page that can be mended without asking, as `lint --fix` does. */
export function fixAll(root: string, site: Site, page: Page, shown: readonly Shown[]): CodeAction[] {
  const findings = shown.filter(({ pending, finding }) => !pending && !isHint(finding)).map(({ finding }) => ({ ...finding, fix: finding.fix.filter(({ path }) => path === page.path) }));
  const edits = collectFixes([...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()], site).get(page) ?? [];
  return edits.length === 0 ? [] : [{ title: 'Mend what can be mended on this page', kind: fixAllKind, edit: { documentChanges: [changeOf(root, page, edits)] } }];
}

function changesOf(root: string, edits: readonly Edit[]) {
  return Array.from(Map.groupBy(edits, ({ path }) => path), ([path, own]) => ({ textDocument: { uri: uriOf(root, path), version: null }, edits: own.map(toTextEdit) }));
}

function changeOf(root: string, page: Page, edits: readonly TextChange[]) {
  return { textDocument: { uri: uriOf(root, page.path), version: null }, edits: edits.map((edit) => editIn(page, edit)) };
}

function toTextEdit({ line, column, endLine, endColumn, text }: Edit): TextEdit {
  return { range: { start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } }, newText: text };
}
