/**
 * Asks who else could be asked to review: members of staff who are described as reviewers and work here.
 * Flow:    http/handlers/console/reviews.ts → here → ports/reads → pages/console/review-steps.
 * Promise: the newest description of each counts; whoever asks is not among them.
 * Source:  docs/law.md 7.
 */
import type { Reads } from '../../ports/reads.ts';
import { payloadOfKind } from '../../views/of-kind.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';

export interface Colleague {
  /** As they sign in. */
  readonly id: string;
  readonly name: string;
}

/** So many descriptions are read: the newest ones of a large house. */
const MOST_READ = 500;
const PREFIX = staffIdentifier('');

export async function askColleagues(reads: Reads, me: string): Promise<readonly Colleague[]> {
  const { items } = await reads.entries({ kinds: ['staff.described'], limit: MOST_READ });
  const newest = new Map<string, string | undefined>();
  for (const entry of items) {
    const payload = payloadOfKind('staff.described', entry);
    if (entry.subject === undefined || newest.has(entry.subject)) continue;
    const isReviewer = payload?.active === true && payload.roles.includes('reviewer');
    newest.set(entry.subject, isReviewer ? payload.name : undefined);
  }
  const identifiers = await reads.identifiersOfEach([...newest.keys()]);
  return [...newest]
    .flatMap(([subject, name]) => {
      const known = identifiers.get(subject)?.find((each) => each.startsWith(PREFIX));
      return name === undefined || known === undefined ? [] : [{ id: known.slice(PREFIX.length), name }];
    })
    .filter(({ id }) => id !== me)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
