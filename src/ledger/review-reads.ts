/**
 * Committed reviews, messages and files, read for answers.
 * Flow:    store → here → house → answers, http.
 * Promise: pages are short and ordered by key; a file opens only while its person's key is there.
 * Source:  docs/design.md 4 and 8.
 */
import type { Keyring } from '../seal/keys.ts';
import { openBytes } from '../seal/seal.ts';
import type { Store } from '../store/store.ts';
import type { DecisionRow } from '../views/decision/decision-row.ts';
import type { MessageRow } from '../views/message/message-row.ts';
import type { ReviewRow } from '../views/review/review-row.ts';
import * as lists from './list-queries.ts';
import { LAST, optional, page } from './paging.ts';
import { placeOfFile } from './place-of-file.ts';
import { reviewsById, reviewsOfDecisions } from './queries.ts';

export interface WantedReviews {
  readonly subject?: string;
  readonly state?: string;
  /** The `act_…` of the first reviewer. */
  readonly assignee?: string;
  readonly aiSystem?: string;
  readonly dueBefore?: number;
  readonly before?: number;
  readonly limit: number;
}

export const reviewReads = (store: Store, keyring: Keyring) => ({
  async reviews({ subject, state, assignee, aiSystem, dueBefore = LAST, before = LAST, limit }: WantedReviews) {
    const filters = {
      ...optional('subject', subject),
      ...optional('state', state),
      ...optional('assignee', assignee),
      ...optional('system', aiSystem),
    };
    const params = { before, dueBefore, limit, ...filters } as never;
    const found = await page(store, { query: lists.reviewsBefore, params, position: (row) => row.position });
    return { items: found.items.map(({ doc }) => JSON.parse(doc) as ReviewRow), next: found.next };
  },
  async review(id: string): Promise<ReviewRow | undefined> {
    const [row] = await store.one(reviewsById, { ids: [id] });
    return row === undefined ? undefined : (JSON.parse(row.doc) as ReviewRow);
  },
  /** Every review of these decisions, oldest first. */
  async reviewsOf(decisions: readonly string[]): Promise<readonly ReviewRow[]> {
    if (decisions.length === 0) return [];
    return (await store.one(reviewsOfDecisions, { decisions })).map(({ doc }) => JSON.parse(doc) as ReviewRow);
  },
  async messages(subject: string, { before = LAST, limit }: { readonly before?: number; readonly limit: number }) {
    const found = await page(store, {
      query: lists.messagesBefore,
      params: { subject, before, limit },
      position: (row) => row.n,
    });
    return { items: found.items.map(({ doc }) => JSON.parse(doc) as MessageRow), next: found.next };
  },
  async file(id: string): Promise<{ readonly subject: string; readonly bytes: Uint8Array } | undefined> {
    const [row] = await store.one(lists.fileOf, { id });
    const key = row === undefined ? undefined : (await keyring.forOpening([row.keyId])).get(row.keyId);
    if (row === undefined || key === undefined) return undefined;
    return { subject: row.subject, bytes: openBytes(key, placeOfFile(row.id, row.subject), row.bytes) };
  },
  /** Decisions of one AI system in a window of time, in the order of their ids, after the last one seen. */
  async decisionsOf(
    system: string,
    wants: { readonly from?: number; readonly to?: number; readonly after?: string; readonly limit: number },
  ) {
    const { from = 0, to = LAST, after = '', limit } = wants;
    const rows = await store.one(lists.decisionsOfSystem, { system, from, to, after, limit });
    return rows.map(({ doc }) => JSON.parse(doc) as DecisionRow);
  },
});
