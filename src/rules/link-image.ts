import { linksLead, missingClasses, missingClassOf, missingOptions, missingTargets, placeOf, type BrokenLink, type MissingClass } from './missing-targets.ts';
import type { Report, Rule } from './types.ts';

/** Images whose file does not exist. */
export const linkImage: Rule = {
  meta: {
    id: 'link/image',
    summary: 'An image whose file does not exist.',
    severity: 'error',
    scope: 'site',
    fixable: false,
    options: missingOptions,
    classes: missingClasses,
  },
  *check(site, { options }) {
    const found = Array.from(missingTargets(site, 'image', options), ([subject, images]): MissingImages => ({ subject, images, classes: new Set(images.map((image) => missingClassOf(site, image))) }));
    const folders = Map.groupBy(found.filter(isUnsure), ({ subject }) => folderOf(subject));
    for (const each of found) if (!isUnsure(each) || folders.get(folderOf(each.subject))!.length < filesOfFolder) yield report(each, 'a file that does not exist', 'Add the file, or correct the path.');
    for (const [folder, files] of folders) {
      if (files.length < filesOfFolder) continue;
      const whole = { subject: `${folder}/`, images: files.flatMap(({ images }) => images), classes: new Set(files.flatMap(({ classes }) => [...classes])) };
      yield report(whole, `a folder without ${files.length} of the files that they name`, 'Add the files, correct the paths, or say with the option “allow” that something else serves them.');
    }
  },
};

/** Images that show one file, or files of one folder. */
interface MissingImages {
  subject: string;
  images: BrokenLink[];
  classes: Set<MissingClass>;
}

/** So many files of one folder that may be elsewhere have one reason, and are one thing to look at. */
const filesOfFolder = 5;

function isUnsure({ classes }: MissingImages): boolean {
  return [...classes].every((name) => missingClasses[name].certainty === 'hint');
}

function folderOf(subject: string): string {
  return subject.slice(0, Math.max(0, subject.lastIndexOf('/')));
}

function report({ subject, images, classes }: MissingImages, what: string, next: string): Report {
  return {
    ...placeOf(images[0]!),
    subject,
    message: `${linksLead(images, 'image', 'show')} ${subject}, ${what}.`,
    evidence: [...classes].map((name) => ({ class: name, text: evidenceTexts[name] })),
    members: images.map(placeOf),
    suggestions: [next],
  };
}

const evidenceTexts = {
  missing: 'There is no file at this path.',
  address: 'Other images of this folder are there, this one is not.',
  letters: 'A file has this path in other letter case; most web servers tell the two apart.',
  'unknown-address': 'No file of the tree has this address; something outside of the tree may.',
  'unknown-form': 'What such an image is relative to is not known: it stands in a part of other pages, or most images written like it are not in the tree.',
  outside: 'The path leads above the folder that is linted.',
  ignored: 'Git ignores this path; a build may make what it leads to.',
  configured: 'The site’s configuration names this address; something beside the pages may make it.',
};
