/**
 * Asks how far the notices have come that law wants after an outcome against a person, and which are due.
 * Flow:    http, answers/decision → here → ports/reads, adverse-notice.ts.
 * Promise: the state comes from recorded facts each time it is asked for; the list leaves out nothing that is due.
 * Source:  C.R.S. 6-1-1704 (SB 26-189).
 */

import type { FactOf } from '../../facts/fact.ts';
import type { ChainEntry, Page, PageQuery, Reads } from '../../ports/reads.ts';
import type { DecisionRow } from '../../views/decision/decision-row.ts';
import type { MessageRow } from '../../views/message/message-row.ts';
import { ofKind } from '../../views/of-kind.ts';
import { effectOf } from '../../views/review/effect.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { calendarOf } from '../calendar.ts';
import { type AdverseMaterial, type AdverseNotice, adverseNotice, owedSince } from './adverse-notice.ts';

const PAGE = 100;

/** The newest message about an outcome of this decision. */
async function findMessageAbout(reads: Reads, subject: string, decision: string): Promise<string | undefined> {
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const page: Page<MessageRow> = await reads.messages(subject, { limit: PAGE, before });
    const found = page.items.find(({ template, about }) => template === 'adverse-outcome' && about === decision);
    if (found !== undefined) return found.id;
    before = page.next;
  }
  return undefined;
}

type Ending = NonNullable<NonNullable<AdverseMaterial['message']>['ended']>;
const kinds = ['message.sent', 'message.given-up', 'message.handed-over'];

function endingBy({ kind, payload }: ChainEntry): Ending {
  if (kind === 'message.handed-over') return 'handed-over';
  if (kind === 'message.given-up') return 'given-up';
  return payload?.['channel'] === 'file' ? 'filed' : 'sent';
}

/** How the way of a message ended, the newest ending first. */
async function findEnding(reads: Reads, subject: string, message: string): Promise<Ending | undefined> {
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const page: Page<ChainEntry> = await reads.chain(subject, { kinds, limit: PAGE, before });
    const found = page.items.find(({ payload }) => payload?.['message'] === message);
    if (found !== undefined) return endingBy(found);
    before = page.next;
  }
  return undefined;
}

/** Nothing where no law of the person asks for a notice. */
export async function askAdverseNotice(
  reads: Reads,
  fact: FactOf<'decision.recorded'>,
  reviews: readonly ReviewRow[],
): Promise<AdverseNotice | undefined> {
  const { adverseNotice: owed, aiRole, decidedAt } = fact.payload;
  const { subject } = fact;
  if (owed === undefined || subject === undefined) return undefined;
  const id = await findMessageAbout(reads, subject, fact.id);
  const ended = id === undefined ? undefined : await findEnding(reads, subject, id);
  return adverseNotice({
    decision: { aiRole, decidedAt, owed },
    effect: effectOf(fact, reviews),
    ...(id === undefined ? {} : { message: { id, ...defined({ ended }) } }),
    now: reads.now(),
    calendar: calendarOf(reads),
  });
}

/** Every decision of which somebody has to be told, the newest first. */
async function findOwed(reads: Reads, before: number): Promise<readonly DecisionRow[]> {
  const rows: DecisionRow[] = [];
  for await (const row of reads.decided({ from: owedSince(), to: Number.MAX_SAFE_INTEGER })) {
    if (row.adverseDueAt !== undefined && placeOf(row) < before) rows.push(row);
  }
  return rows.sort((one, other) => placeOf(other) - placeOf(one));
}

interface AdverseNoticeQuery extends PageQuery {
  readonly state: string | undefined;
}

/** How far the notice of one decision has come; nothing where no law asks for one, or there is no such decision. */
export async function askAdverseNoticeOf(reads: Reads, decision: string): Promise<AdverseNotice | undefined> {
  const fact = ofKind('decision.recorded', (await reads.facts([decision])).get(decision));
  return fact === undefined ? undefined : askAdverseNotice(reads, fact, await reads.reviewsOf([decision]));
}

interface ListedNotice extends AdverseNotice {
  readonly decision: string;
  readonly subject: string;
  readonly decidedAt: string;
}

/** How far the notices have come, the newest first. */
export async function askAdverseNotices(
  reads: Reads,
  { state, before = Number.MAX_SAFE_INTEGER, limit }: AdverseNoticeQuery,
): Promise<Page<ListedNotice>> {
  const items: ListedNotice[] = [];
  for (const row of await findOwed(reads, before)) {
    const notice = await askAdverseNoticeOf(reads, row.id);
    if (notice === undefined || (state !== undefined && notice.state !== state)) continue;
    items.push({ decision: row.id, subject: row.subject, decidedAt: timeOf(row.decidedAt), ...notice });
    if (items.length === limit) return { items, next: placeOf(row) };
  }
  return { items, next: null };
}
