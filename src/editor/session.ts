import { existsSync } from 'node:fs';
import path from 'node:path';
import { isPagePath } from '../content/discover.ts';
import { lineStarts, offsetAt } from '../content/position.ts';
import type { ReadPage } from '../content/read.ts';
import type { Range } from '../content/types.ts';
import type { Finding, Member } from '../engine/finding.ts';
import type { LiveTree } from '../engine/live-tree.ts';
import { rules } from '../rules/index.ts';
import type { Site } from '../site/types.ts';
import { narrowed, withTexts } from '../site/update.ts';
import { moved } from './moved.ts';

/** A finding at one of its places on an open page. */
export interface Shown {
  finding: Finding;
  /** The place, in the text in which it was found. */
  member: Member;
  /** The place in the text of now. */
  range: Range;
  /** Whether the page changed since the finding was made, so that it is checked again when the page is saved. */
  pending: boolean;
}

type Placed = Omit<Shown, 'pending'>;

/** A page that stands in an editor. */
interface OpenPage {
  text: string;
  /** What was read of the text, or of the one before it. */
  read: ReadPage;
  /** What the rules find that look at it while it is written. */
  soon: Placed[];
  /** What the others found when all was judged the last time. */
  late: Placed[];
}

/** Rules that look at pages while they are written; all others take the words of the whole tree, and wait until it is saved. */
const soonRules = rules.filter(({ meta }) => /^(?:page|link|ui)\//.test(meta.id));
const soonIds = new Set(soonRules.map(({ meta }) => meta.id));

/** A tree and the pages of it that stand in an editor, whose texts count in place of their files. */
export class Session {
  readonly tree: LiveTree;
  /** Links and labels of the texts of now, everything else as of the last time that all was judged. */
  private current: Site;
  private whole: Site;
  private late: Finding[] = [];
  private readonly open = new Map<string, OpenPage>();
  /** Whether a text came, changed or went since `current` was made. */
  private isOld = false;

  /** @param tree one that was read */
  constructor(tree: LiveTree) {
    this.tree = tree;
    this.current = this.whole = tree.site;
  }

  /** Paths of the pages that stand in an editor. */
  get paths(): string[] {
    return [...this.open.keys()];
  }

  /** Whether a path is one of a page of the tree: a file that is not ignored, or none yet. */
  accepts(file: string): boolean {
    if (file.startsWith('..') || path.isAbsolute(file) || !isPagePath(file)) return false;
    return this.tree.sourceOf(file) !== undefined || !existsSync(path.join(this.tree.root, file));
  }

  /** Takes the text that an editor has of a page, the first one or another. */
  put(file: string, text: string): void {
    this.isOld = true;
    const page = this.open.get(file);
    if (page) {
      const move = (placed: Placed) => ({ ...placed, range: moved(placed.range, page.text, text) });
      this.open.set(file, { ...page, text, soon: page.soon.map(move), late: page.late.map(move) });
      return;
    }
    const judged = this.whole.byPath.get(file)?.source ?? '';
    const late = placesOn(file, judged, this.late).map((placed) => ({ ...placed, range: moved(placed.range, judged, text) }));
    this.open.set(file, { text, read: this.tree.pageOf(file, text), soon: [], late });
  }

  /** The editor closed a page: its file counts again. */
  remove(file: string): void {
    this.isOld = true;
    this.open.delete(file);
  }

  /** Whether all has to be judged for a page: it is no part of the index yet, or was there with a text that is gone. */
  isStale(file: string): boolean {
    return (this.open.get(file)?.text ?? this.tree.sourceOf(file)) !== this.whole.byPath.get(file)?.source;
  }

  /** The index with the texts of now. */
  get site(): Site {
    if (!this.isOld) return this.current;
    const texts = this.readTexts().flatMap((read) => {
      const judged = this.whole.byPath.get(read.path);
      return judged && judged.source !== read.source ? [{ ...judged, ...read }] : [];
    });
    this.current = withTexts(this.whole, texts);
    this.isOld = false;
    return this.current;
  }

  /** Lets the rules on pages, links and labels look at the texts of now. */
  checkOpen(): void {
    const { site } = this;
    const pages = this.paths.flatMap((file) => site.byPath.get(file) ?? []);
    const findings = this.tree.findings(narrowed(site, pages), soonRules);
    for (const { path: file, source } of pages) this.open.get(file)!.soon = placesOn(file, source, findings);
  }

  /** Lets every rule look at everything, with the texts of now in place of files. */
  checkAll(): void {
    const whole = this.tree.siteWith(this.readTexts());
    const findings = this.tree.findings(whole);
    this.current = this.whole = whole;
    this.isOld = false;
    this.late = findings.filter(({ rule }) => !soonIds.has(rule));
    const soon = findings.filter(({ rule }) => soonIds.has(rule));
    for (const [file, page] of this.open) {
      page.soon = placesOn(file, page.text, soon);
      page.late = placesOn(file, page.text, this.late);
    }
  }

  private readTexts(): ReadPage[] {
    return Array.from(this.open.values(), (page) => {
      if (page.read.source !== page.text) page.read = this.tree.pageOf(page.read.path, page.text);
      return page.read;
    });
  }

  /** What is found on an open page. */
  shownOn(file: string): Shown[] {
    const page = this.open.get(file);
    if (!page) return [];
    const pending = page.text !== this.whole.byPath.get(file)?.source;
    return [...page.soon.map((placed) => ({ ...placed, pending: false })), ...page.late.map((placed) => ({ ...placed, pending }))];
  }
}

/** The places that findings have on a page. */
function placesOn(file: string, source: string, findings: readonly Finding[]): Placed[] {
  const starts = lineStarts(source);
  const rangeOf = (member: Member) => ({ start: offsetAt(starts, member), end: offsetAt(starts, { line: member.endLine, column: member.endColumn }) });
  return findings.flatMap((finding) => finding.members.filter((member) => member.path === file).map((member) => ({ finding, member, range: rangeOf(member) })));
}
