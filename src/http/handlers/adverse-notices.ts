/**
 * Handlers of the notices that law asks for after an outcome against a person: how far each has come, and which are
 * due.
 * Flow:    app → here → house → answers/notice.
 * Promise: the state comes from recorded facts each time it is asked for; the list leaves out nothing that is due.
 * Source:  C.R.S. 6-1-1704 (SB 26-189).
 */

import * as endpoints from '../../../openapi/endpoints/notices.ts';
import {
  type AdverseMaterial,
  type AdverseNotice,
  adverseNotice,
  owedSince,
} from '../../answers/notice/adverse-notice.ts';
import type { HandOver } from '../../commands/message/hand-over.ts';
import type { DecisionRecorded } from '../../facts/decision.ts';
import type { RecordedFact } from '../../facts/fact.ts';
import type { House } from '../../house-port.ts';
import type { DecisionRow } from '../../views/decision/decision-row.ts';
import { effectOf } from '../../views/review/effect.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import type { Pagers } from './cursor.ts';
import { answered, type Calling, calendarOf, senderOf, told } from './reply.ts';

const PAGE = 100;

/** The newest message about an outcome of this decision. */
async function messageAbout(house: House, subject: string, decision: string): Promise<string | undefined> {
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const page: Awaited<ReturnType<House['messages']>> = await house.messages(subject, { limit: PAGE, before });
    const found = page.items.find(({ template, about }) => template === 'adverse-outcome' && about === decision);
    if (found !== undefined) return found.id;
    before = page.next;
  }
  return undefined;
}

type Ended = NonNullable<NonNullable<AdverseMaterial['message']>['ended']>;
const kinds = ['message.sent', 'message.given-up', 'message.handed-over'];

function endedBy({
  kind,
  payload,
}: {
  readonly kind?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}): Ended {
  if (kind === 'message.handed-over') return 'handed-over';
  if (kind === 'message.given-up') return 'given-up';
  return payload?.['channel'] === 'file' ? 'filed' : 'sent';
}

/** How the way of a message ended, the newest ending first. */
async function endingOf(house: House, subject: string, message: string): Promise<Ended | undefined> {
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const page: Awaited<ReturnType<House['chain']>> = await house.chain(subject, { kinds, limit: PAGE, before });
    const found = page.items.find(({ payload }) => payload?.['message'] === message);
    if (found !== undefined) return endedBy(found);
    before = page.next;
  }
  return undefined;
}

/** Nothing where no law of the person asks for a notice. */
export async function adverseNoticeOf(
  house: House,
  fact: RecordedFact,
  reviews: readonly ReviewRow[],
): Promise<AdverseNotice | undefined> {
  const { adverseNotice: owed, aiRole, decidedAt } = fact.payload as unknown as DecisionRecorded;
  const { subject } = fact;
  if (owed === undefined || subject === undefined) return undefined;
  const id = await messageAbout(house, subject, fact.id);
  const ended = id === undefined ? undefined : await endingOf(house, subject, id);
  return adverseNotice({
    decision: { aiRole, decidedAt, owed },
    effect: effectOf(fact, reviews),
    ...(id === undefined ? {} : { message: { id, ...defined({ ended }) } }),
    now: house.now(),
    calendar: calendarOf(house),
  });
}

/** Every decision of which somebody has to be told, the newest first. */
async function owed(house: House, before: number): Promise<readonly DecisionRow[]> {
  const rows: DecisionRow[] = [];
  for await (const row of house.decided({ from: owedSince(), to: Number.MAX_SAFE_INTEGER })) {
    if (row.adverseDueAt !== undefined && placeOf(row) < before) rows.push(row);
  }
  return rows.sort((one, other) => placeOf(other) - placeOf(one));
}

interface Wanted {
  readonly state: string | undefined;
  readonly before: number;
  readonly limit: number;
}

/** How far the notices have come, the newest first. */
export async function listed(house: House, { state, before, limit }: Wanted) {
  const items: (AdverseNotice & { readonly decision: string })[] = [];
  for (const row of await owed(house, before)) {
    const fact = (await house.facts([row.id])).get(row.id);
    const notice = fact === undefined ? undefined : await adverseNoticeOf(house, fact, await house.reviewsOf([row.id]));
    if (notice === undefined || (state !== undefined && notice.state !== state)) continue;
    items.push({
      decision: row.id,
      subject: row.subject,
      decidedAt: timeOf(row.decidedAt),
      ...notice,
    } as (typeof items)[number]);
    if (items.length === limit) return { items, next: placeOf(row) };
  }
  return { items, next: null };
}

/** Staff say that they told the person in another way. */
export async function handedOver(
  house: House,
  id: string,
  context: Calling & { readonly body: Pick<HandOver, 'how' | 'occurredAt'> },
) {
  const fact = (await house.facts([id])).get(id);
  const notice = fact === undefined ? undefined : await adverseNoticeOf(house, fact, await house.reviewsOf([id]));
  if (notice === undefined) return problem('not-found');
  const isOpen = notice.state === 'due' || notice.state === 'written';
  if (notice.message === null || !isOpen)
    return problem('invalid-transition', 'There is nothing to tell about this decision now.');
  return answered(
    await house.record('message.hand-over', { ...context.body, message: notice.message, about: id }, senderOf(context)),
  );
}

export const adverseNoticeHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  on(endpoints.listAdverseNotices)(async (context) => {
    const pager = pagers(context, endpoints.listAdverseNotices.id);
    if (isProblem(pager)) return pager;
    const { state, limit } = context.query;
    const page = await listed(house, { state, limit, before: pager.at ?? Number.MAX_SAFE_INTEGER });
    return told(200, { items: page.items, next: pager.next(page.next) });
  }),
  on(endpoints.postAdverseNoticeGiven)((context) => handedOver(house, context.params.id, context)),
];
