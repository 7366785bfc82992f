/**
 * Asks for a person's own requests.
 * Flow:    http → here → ports/reads.
 * Promise: of another person's request there is nothing here, as of a missing one.
 * Source:  docs/design.md 8.1.
 */
import { dayOf, rightsFor } from '../../law/law.ts';
import type { Page, PageQuery, Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import { emptyPage } from '../page.ts';
import { findPerson, findSubject } from '../person.ts';
import { regimesOf } from '../use/standing-now.ts';

export async function askMyRequests(reads: Reads, identifier: string, query: PageQuery): Promise<Page<RequestRow>> {
  const subject = await findSubject(reads, identifier);
  return subject === undefined ? emptyPage : reads.requests({ subject, ...query });
}

export async function findOwnRequest(reads: Reads, id: string, identifier: string): Promise<RequestRow | undefined> {
  const subject = await findSubject(reads, identifier);
  const row = await reads.request(id);
  return row === undefined || subject === undefined || row.subject !== subject ? undefined : row;
}

/**
 * The kinds of request that the form offers: those that a law of the person knows today, a complaint, and the one that
 * the person came for. Every other kind is taken and clocked all the same where it is sent.
 */
export async function askKindsOffered(
  reads: Reads,
  identifier: string,
  chosen: RequestKind | undefined,
): Promise<readonly RequestKind[]> {
  const { person, now } = await findPerson(reads, identifier);
  const { regimes } = regimesOf({ person, defaultRegime: reads.settings.defaultRegime });
  return rightsFor(regimes, dayOf(now))
    .filter(({ right, available }) => available || right === 'complaint' || right === chosen)
    .map(({ right }) => right);
}
