/**
 * Asks for a person's own requests.
 * Flow:    http → here → ports/reads.
 * Promise: of another person's request there is nothing here, as of a missing one.
 * Source:  docs/design.md 8.1.
 */
import type { Page, PageQuery, Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { emptyPage } from '../page.ts';
import { findSubject } from '../person.ts';

export async function askMyRequests(reads: Reads, identifier: string, query: PageQuery): Promise<Page<RequestRow>> {
  const subject = await findSubject(reads, identifier);
  return subject === undefined ? emptyPage : reads.requests({ subject, ...query });
}

export async function findOwnRequest(reads: Reads, id: string, identifier: string): Promise<RequestRow | undefined> {
  const subject = await findSubject(reads, identifier);
  const row = await reads.request(id);
  return row === undefined || subject === undefined || row.subject !== subject ? undefined : row;
}
