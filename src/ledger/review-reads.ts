/**
 * Committed reviews, messages and files, read for answers.
 * Flow:    store → here → house → answers, http.
 * Promise: pages are short and ordered by key; a file opens only while its person's key is there.
 * Source:  docs/design.md 4 and 8.
 */
import type { Reads } from '../ports/reads.ts';
import type { Keyring } from '../seal/keys.ts';
import { openBytes } from '../seal/seal.ts';
import type { Store } from '../store/store.ts';
import type { DecisionRow } from '../views/decision/decision-row.ts';
import type { MessageRow } from '../views/message/message-row.ts';
import type { ReviewRow } from '../views/review/review-row.ts';
import * as lists from './list-queries.ts';
import { LAST, optional, readPage } from './paging.ts';
import { placeOfFile } from './place-of-file.ts';
import { reviewsById, reviewsOfDecisions } from './queries.ts';

type Offered = Pick<Reads, 'reviews' | 'seatsOf' | 'review' | 'reviewsOf' | 'messages' | 'file' | 'decisionsOf'>;

export const reviewReads = (store: Store, keyring: Keyring): Offered => ({
  async reviews({ subject, state, assignee, aiSystem, dueBefore = LAST, before = LAST, limit }) {
    const filters = {
      ...optional('subject', subject),
      ...optional('state', state),
      ...optional('assignee', assignee),
      ...optional('system', aiSystem),
    };
    const params = { before, dueBefore, limit, ...filters };
    const found = await readPage(store, { query: lists.reviewsBefore, params, position: (row) => row.position });
    return { items: found.items.map(({ doc }) => JSON.parse(doc) as ReviewRow), next: found.next };
  },
  async seatsOf(reviewer) {
    const rows = await store.one(lists.openReviewsNaming, { pattern: `%"reviewer":"${reviewer}"%` });
    const named: readonly ReviewRow[] = rows.map(({ doc }) => JSON.parse(doc));
    return named.filter(({ seats: { first, second } }) => [first, second].some((each) => each?.reviewer === reviewer));
  },
  async review(id) {
    const [row] = await store.one(reviewsById, { ids: [id] });
    return row === undefined ? undefined : (JSON.parse(row.doc) as ReviewRow);
  },
  async reviewsOf(decisions) {
    if (decisions.length === 0) return [];
    return (await store.one(reviewsOfDecisions, { decisions })).map(({ doc }) => JSON.parse(doc) as ReviewRow);
  },
  async messages(subject, { before = LAST, limit }) {
    const found = await readPage(store, {
      query: lists.messagesBefore,
      params: { subject, before, limit },
      position: (row) => row.n,
    });
    return { items: found.items.map(({ doc }) => JSON.parse(doc) as MessageRow), next: found.next };
  },
  async file(id) {
    const [row] = await store.one(lists.fileOf, { id });
    const key = row === undefined ? undefined : (await keyring.forOpening([row.keyId])).get(row.keyId);
    if (row === undefined || key === undefined) return undefined;
    return { subject: row.subject, bytes: openBytes(key, placeOfFile(row.id, row.subject), row.bytes) };
  },
  async decisionsOf(system, { from = 0, to = LAST, after = '', limit }) {
    const rows = await store.one(lists.decisionsOfSystem, { system, from, to, after, limit });
    return rows.map(({ doc }) => JSON.parse(doc) as DecisionRow);
  },
});
