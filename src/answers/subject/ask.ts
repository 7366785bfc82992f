/**
 * Asks who a person is, and what changed that other systems must act on.
 * Flow:    http → here → ports/reads, views/subject.
 * Promise: reading brings nobody back; staff are nobody's data subject here; changes stand in the order in which they
 *          happened.
 * Source:  docs/design.md 6 and 8.
 */

import type { Page, Reads } from '../../ports/reads.ts';
import { shownSubject } from '../../views/subject/shown-subject.ts';
import type { ChangeWord } from '../../vocabulary/change.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { findKnownPerson } from '../person.ts';

export async function askSubject(reads: Reads, identifier: string): Promise<object | Problem> {
  const found = await findKnownPerson(reads, identifier);
  if (isProblem(found)) return found;
  const { subject, standing } = found.person;
  if (standing.staff !== undefined) return problem('not-found');
  const identifiers = await reads.identifiersOf(subject);
  return shownSubject({ subject, standing, identifiers }, reads.settings.defaultRegime);
}

/** One change as it is told, and its place in the feed. */
export interface ToldChange {
  readonly position: number;
  readonly item: { readonly what: ChangeWord; readonly at: string };
}

export async function askChangesAfter(
  reads: Pick<Reads, 'changes'>,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly ToldChange[]> {
  const rows = await reads.changes(after, limit);
  return rows.map(({ position, subject, identifiers, what, purpose, aiSystem, decision, request, corrected, at }) => ({
    position,
    item: {
      subject,
      identifiers,
      what,
      at: timeOf(at),
      ...defined({ purpose, aiSystem, decision, request, corrected }),
    },
  }));
}

/** An empty page keeps its place, so that whoever follows the feed can go on asking. */
export async function askChanges(
  reads: Reads,
  { after = 0, limit }: { readonly after?: number | undefined; readonly limit: number },
): Promise<Page<object>> {
  const told = await askChangesAfter(reads, { after, limit });
  return { items: told.map(({ item }) => item), next: told.at(-1)?.position ?? after };
}
