import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { SourceFile } from '../content/types.ts';
import { isHint, type Finding } from '../engine/finding.ts';
import { oneLine } from '../reporters/text.ts';
import type { Shown } from './session.ts';
import { rangeIn, uriOf } from './text.ts';

/** Places told beside a diagnostic; a label may stand on a thousand pages. */
const mostRelated = 20;

/** What an editor shows of a finding at one of its places. */
export function diagnosticOf(root: string, page: SourceFile, { finding, range, pending }: Shown): Diagnostic {
  return {
    range: rangeIn(page, range),
    severity: severityOf(finding),
    source: 'waymark',
    code: finding.rule,
    message: oneLine(finding.message) + (pending ? '\nPending: it is checked again when the page is saved.' : ''),
    relatedInformation: relatedOf(root, page, finding),
    data: { fingerprint: finding.fingerprint, pending },
  };
}

function severityOf(finding: Finding): DiagnosticSeverity {
  if (isHint(finding)) return DiagnosticSeverity.Hint;
  return { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information }[finding.severity];
}

function relatedOf(root: string, page: SourceFile, { members, related }: Finding): Diagnostic['relatedInformation'] {
  const others = members.filter(({ path }) => path !== page.path).map(({ path, line }) => ({ path, line, message: 'Here too.' }));
  return [...related, ...others].slice(0, mostRelated).map(({ path, line, message }) => {
    const place = { line: line - 1, character: 0 };
    return { location: { uri: uriOf(root, path), range: { start: place, end: place } }, message: oneLine(message) };
  });
}
