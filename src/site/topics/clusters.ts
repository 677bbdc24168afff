import type { Page } from '../../content/types.ts';
import { evidenceClasses } from './evidence.ts';
import { keepOf, type Inbound, type Listed } from './keep.ts';
import type { Cluster, TopicEdge } from './types.ts';

/**
 * Groups of pages that edges of one class join, best first: by class, then the largest and strongest group. A group that
 * an earlier class has joined already is left out.
 */
export function clusterEdges(edges: TopicEdge[], inbound: Inbound, isListed: Listed): Cluster[] {
  const clusters: Cluster[] = [];
  for (const evidence of evidenceClasses) {
    const counting = edges.filter((edge) => edge.veto === null && edge.evidence.name === evidence);
    const groups = joined(counting).filter(({ pages }) => !clusters.some((known) => pages.every((page) => known.pages.includes(page))));
    groups.sort((a, b) => b.pages.length - a.pages.length || strengthOf(b.edges) - strengthOf(a.edges));
    for (const { pages, edges } of groups) {
      const keep = keepOf(pages, inbound, isListed);
      const { subject, name } = mostNamed(edges);
      const { title } = keep.page.facts;
      clusters.push({ subject: subject || title.toLowerCase(), name: name || title, evidence, pages, edges, keep });
    }
  }
  return withDistinctSubjects(clusters);
}

/** Connected components, pages by path. */
function joined(edges: TopicEdge[]): { pages: Page[]; edges: TopicEdge[] }[] {
  const groupOf = new Map<Page, Set<Page>>();
  for (const { a, b } of edges) {
    const [larger, smaller] = [groupOf.get(a) ?? new Set([a]), groupOf.get(b) ?? new Set([b])].sort((one, other) => other.size - one.size) as [Set<Page>, Set<Page>];
    for (const page of [...larger.size === 1 ? larger : [], ...smaller]) groupOf.set(page, larger.add(page));
  }
  return [...Map.groupBy(edges, ({ a }) => groupOf.get(a)!)].map(([group, ofGroup]) => ({
    pages: [...group].sort((a, b) => (a.path < b.path ? -1 : 1)),
    edges: ofGroup,
  }));
}

function strengthOf(edges: TopicEdge[]): number {
  return Math.max(...edges.map(({ strength }) => strength));
}

/** The edge whose subject most edges have; of subjects as frequent, the first in the alphabet. */
function mostNamed(edges: TopicEdge[]): TopicEdge {
  const counts = new Map<string, number>();
  for (const { subject } of edges) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  const times = ({ subject }: TopicEdge) => counts.get(subject)!;
  return edges.toSorted((a, b) => times(b) - times(a) || (a.subject < b.subject ? -1 : 1))[0]!;
}

/** Two clusters of one subject are two findings; the address of the page to keep tells the later one apart. */
function withDistinctSubjects(clusters: Cluster[]): Cluster[] {
  const seen = new Set<string>();
  return clusters.map((cluster) => {
    const subject = seen.has(cluster.subject) ? `${cluster.subject} (${cluster.keep.page.path})` : cluster.subject;
    seen.add(subject);
    return { ...cluster, subject };
  });
}
