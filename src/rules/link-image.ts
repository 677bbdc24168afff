import { linksLead, missingClasses, missingClassOf, missingOptions, missingTargets, placeOf } from './missing-targets.ts';
import type { Rule } from './types.ts';

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
    for (const [subject, images] of missingTargets(site, 'image', options)) {
      const first = images[0]!;
      const classes = new Set(images.map((image) => missingClassOf(site, image)));
      yield {
        ...placeOf(first),
        subject,
        message: `${linksLead(images, 'image', 'show')} ${subject}, a file that does not exist.`,
        evidence: [...classes].map((name) => ({ class: name, text: evidenceTexts[name] })),
        members: images.map(placeOf),
        suggestions: ['Add the file, or correct the path.'],
      };
    }
  },
};

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
