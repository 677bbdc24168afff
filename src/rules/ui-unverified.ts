import type { Page } from '../content/types.ts';
import type { PastLabel } from '../product/types.ts';
import { caselessForm } from '../site/labels/forms.ts';
import type { JudgedLabel } from '../site/labels/types.ts';
import type { ResolvedLink } from '../site/links.ts';
import { lostLinks } from '../site/product-links.ts';
import type { Site } from '../site/types.ts';
import { isTellingOfPast } from './labels.ts';
import { reviewedOn, reviewRange } from './reviewed.ts';
import type { Place, Report, Rule } from './types.ts';

/** Pages whose labels or links changed since their review, and screenshots from before a rename. */
export const uiUnverified: Rule = {
  meta: {
    id: 'ui/unverified',
    summary: 'A page whose labels or routes changed since it was reviewed, or a screenshot from before a rename.',
    severity: 'warning',
    scope: 'site',
    fixable: false,
    classes: {
      route: { certainty: 'certain', severity: 'warning' },
      named: { certainty: 'likely', severity: 'warning' },
      word: { certainty: 'hint', severity: 'info' },
      since: { certainty: 'hint', severity: 'info' },
      image: { certainty: 'hint', severity: 'info' },
    },
  },
  *check(site) {
    const labels = Map.groupBy(site.labels.filter(({ veto, reference }) => veto === '' && reference.cue !== 'none'), ({ page }) => page);
    const links = Map.groupBy(lostLinks(site.pages, site.product).filter(({ past }) => past !== null), ({ page }) => page);
    const renames = renamesByToday(site);
    for (const page of site.pages) {
      const named = labels.get(page) ?? [];
      const changes = reviewedOn(page) === null ? [] : [...named.flatMap((label) => changeOf(label, renames)), ...(links.get(page) ?? []).map(({ link, past }) => lostRoute(page, link.range, past!.title, past!.until))];
      if (changes.length > 0) yield reportPage(page, changes, Object.keys(this.meta.classes));
      yield* oldImages(page, named, renames, site);
    }
  },
};

/** Something that a page names and that changed. */
interface Change extends Place {
  class: string;
  /** What happened, as a clause: `“A” became “B” on 2025-09-01`. */
  text: string;
}

/** What each label of today was before, by its normal form: the latest change. */
type Renames = Map<string, PastLabel & { until: NonNullable<PastLabel['until']> }>;

function renamesByToday({ product }: Pick<Site, 'product'>): Renames {
  const renames: Renames = new Map();
  for (const label of product.interface?.past ?? []) {
    const { text, until, renamedTo, renamedBy } = label;
    if (until === undefined || renamedTo === null || (renamedBy !== 'key' && renamedBy !== 'place')) continue;
    const today = caselessForm(renamedTo);
    // The screen looks the same in another letter case.
    if (today === caselessForm(text) || (renames.get(today)?.until.date ?? '') > until.date) continue;
    renames.set(today, { ...label, until });
  }
  return renames;
}

/** The change of a label since the review of its page; what the page still calls by its old name counts whatever the day. */
function changeOf(label: JudgedLabel, renames: Renames): Change[] {
  const { page, reference, state, past, text } = label;
  const place = { page, range: reference.range };
  if (past !== null) return [{ ...place, class: isTellingOfPast(label) ? 'named' : 'word', text: changeText(past) }];
  const before = state === 'known' ? renames.get(caselessForm(text)) : undefined;
  return before && before.until.date > reviewedOn(page)! ? [{ ...place, class: 'since', text: changeText(before) }] : [];
}

function changeText({ text, until, renamedTo }: PastLabel): string {
  return `“${text}” ${renamedTo === null ? 'went' : `became “${renamedTo}”`}${until ? ` on ${until.date}` : ''}`;
}

function lostRoute(page: Page, range: Place['range'], title: string, until: string): Change {
  return { page, range, class: 'route', text: `the screen “${title}” was gone on ${until}` };
}

function reportPage(page: Page, changes: Change[], classes: string[]): Report {
  const told = [...Map.groupBy(changes, ({ text }) => text).values()].map(([first]) => first!).sort((a, b) => classes.indexOf(a.class) - classes.indexOf(b.class));
  const [first, ...others] = told;
  const still = told.some((change) => change.class !== 'since');
  return {
    page,
    range: reviewRange(page),
    subject: 'unverified',
    message: `This page was reviewed on ${reviewedOn(page)}, but ${first!.text}${others.length === 0 ? '' : `, and ${others.length === 1 ? 'one thing more' : `${others.length} things more`} that it names changed`}.`,
    evidence: told.map((change) => ({ class: change.class, text: `${change.text.charAt(0).toUpperCase()}${change.text.slice(1)}.` })),
    related: changes.map(({ range, text }) => ({ page, range, message: `Here: ${text}.` })),
    suggestions: [still ? 'Mend what it names, compare the page with the product, and write the day of that behind “reviewed:”; a later day alone does not clear this.' : 'Compare the page with the product, and write the day of that behind “reviewed:”.'],
  };
}

/** Images of a page that were last changed before a label was renamed that their section names. */
function* oldImages(page: Page, labels: JudgedLabel[], renames: Renames, { links, fileChanged }: Site): Iterable<Report> {
  const dated = labels.flatMap(({ reference, state, past, text }) => {
    const change = past?.renamedTo && past.until ? past : state === 'known' ? renames.get(caselessForm(text)) : undefined;
    return change ? [{ section: reference.section, change, until: change.until!.date }] : [];
  });
  if (dated.length === 0) return;
  for (const image of links.out.get(page) ?? []) {
    const section = isImageFile(image) ? dated.filter((each) => each.section === image.link.section) : [];
    const changed = section.length > 0 && image.target.kind === 'file' ? fileChanged(image.target.path) : null;
    const latest = section.filter(({ until }) => changed !== null && changed < until).sort((a, b) => (a.until < b.until ? 1 : -1))[0];
    if (!latest || image.target.kind !== 'file') continue;
    yield {
      page,
      range: image.link.range,
      subject: image.target.path,
      message: `This picture was last changed on ${changed}, before ${changeText(latest.change)}.`,
      evidence: [{ class: 'image', text: `The last commit that changed ${image.target.path} is of ${changed}; its section names “${latest.change.renamedTo}”.` }],
      suggestions: [`Look whether the picture shows “${latest.change.text}”; if it does, take it anew.`],
    };
  }
}

function isImageFile({ link, target }: ResolvedLink): boolean {
  return link.kind === 'image' && target.kind === 'file' && /\.(?:png|jpe?g|webp|gif|avif)$/i.test(target.path);
}
