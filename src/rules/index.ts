import { helpContact } from './help-contact.ts';
import { helpDeadEnd } from './help-dead-end.ts';
import { helpLimit } from './help-limit.ts';
import { helpLoop } from './help-loop.ts';
import { helpPlanGate } from './help-plan-gate.ts';
import { helpPrice } from './help-price.ts';
import { helpRegistry } from './help-registry.ts';
import { linkAnchor } from './link-anchor.ts';
import { linkBroken } from './link-broken.ts';
import { linkDeleted } from './link-deleted.ts';
import { linkExternal } from './link-external.ts';
import { linkImage } from './link-image.ts';
import { linkRedirected } from './link-redirected.ts';
import { pageFrontmatter } from './page-frontmatter.ts';
import { pageOverdue } from './page-overdue.ts';
import { pageOwner } from './page-owner.ts';
import { pageSuppression } from './page-suppression.ts';
import { pageSyntax } from './page-syntax.ts';
import { topicCopiedPassage } from './topic-copied-passage.ts';
import { topicConflict } from './topic-conflict.ts';
import { topicDuplicate } from './topic-duplicate.ts';
import { topicFact } from './topic-fact.ts';
import { topicOrphan } from './topic-orphan.ts';
import type { Rule } from './types.ts';
import { uiLocale } from './ui-locale.ts';
import { uiPath } from './ui-path.ts';
import { uiRemoved } from './ui-removed.ts';
import { uiRenamed } from './ui-renamed.ts';
import { uiRoute } from './ui-route.ts';
import { uiSpelling } from './ui-spelling.ts';
import { uiUnknown } from './ui-unknown.ts';
import { uiUnverified } from './ui-unverified.ts';

const judging: Rule[] = [
  topicDuplicate,
  topicCopiedPassage,
  topicConflict,
  topicFact,
  topicOrphan,
  helpDeadEnd,
  helpPlanGate,
  helpLimit,
  helpPrice,
  helpContact,
  helpLoop,
  helpRegistry,
  uiRenamed,
  uiRemoved,
  uiUnknown,
  uiPath,
  uiSpelling,
  uiLocale,
  uiRoute,
  uiUnverified,
  linkBroken,
  linkAnchor,
  linkImage,
  linkRedirected,
  linkDeleted,
  linkExternal,
  pageSyntax,
  pageFrontmatter,
  pageOwner,
  pageOverdue,
];

/** The rule on suppressions, which knows the names of all others; the engine adds what only it can know, which of them are unused. */
export const suppressionRule = pageSuppression(judging.map(({ meta }) => meta.id));

/** Every rule, in the order in which they run. */
export const rules: Rule[] = [...judging, suppressionRule];
