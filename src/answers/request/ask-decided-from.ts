/**
 * Asks which decisions were made from a value that a correction has shown to be wrong, for a second look.
 * Flow:    http (a corrected request, for staff) → here → ports/reads.
 * Promise: every decision of the person on record is gone through; of each only what it was made from is told, and
 *          never how it came out.
 * Source:  GDPR 16, 19, 22(3); docs/law.md 3.5.
 */
import type { Reads } from '../../ports/reads.ts';
import { ofKind, payloadOfKind } from '../../views/of-kind.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { asRead } from '../../vocabulary/as-read.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { askWholeChain } from '../ledger/ask.ts';

const PAGE = 100;
/** As many as one letter could name; the newest come first. */
const MOST = 100;

export interface DecidedFrom {
  readonly decision: string;
  readonly decidedAt: string;
  /** The names of the data that had the wrong value, as the service reported them. */
  readonly inputs: readonly string[];
  /** The newest look at it; null where nobody has looked or been asked to. */
  readonly review: string | null;
}

/** What stood there before, of each value that the answer corrected. */
async function askWrong(reads: Reads, { id, subject = '' }: RequestRow): Promise<ReadonlySet<string>> {
  const steps = await askWholeChain(reads, subject, { kinds: ['request.fulfilled'] });
  const ended = steps
    .flatMap((step) => payloadOfKind('request.fulfilled', step) ?? [])
    .findLast(({ request }) => request === id);
  return new Set((ended?.rectified ?? []).flatMap(({ from }) => (from === undefined ? [] : [asRead(from)])));
}

/** A correction that was made, of somebody who is still known. */
const hasCorrected = ({ kind, state, subject }: RequestRow): boolean =>
  kind === 'rectification' && state === 'fulfilled' && subject !== undefined;

/** Nothing where the wrong value was not named. */
export async function askDecidedFrom(reads: Reads, row: RequestRow): Promise<readonly DecidedFrom[]> {
  const { subject } = row;
  if (subject === undefined || !hasCorrected(row)) return [];
  const wrong = await askWrong(reads, row);
  const found: Omit<DecidedFrom, 'review'>[] = [];
  const window = { from: 0, to: Number.MAX_SAFE_INTEGER, limit: PAGE };
  for (let before: number | null | undefined; wrong.size > 0 && before !== null && found.length < MOST; ) {
    const page = await reads.decisions(subject, { ...window, ...(before === undefined ? {} : { before }) });
    const facts = await reads.facts(page.items.map(({ id }) => id));
    for (const { id, decidedAt } of page.items) {
      const inputs = (ofKind('decision.recorded', facts.get(id))?.payload.inputs ?? [])
        .filter(({ value }) => wrong.has(asRead(String(value))))
        .map(({ name }) => name);
      if (inputs.length > 0) found.push({ decision: id, decidedAt: timeOf(decidedAt), inputs });
    }
    before = page.next;
  }
  const shown = found.slice(0, MOST);
  const reviews = await reads.reviewsOf(shown.map(({ decision }) => decision));
  const newest = (decision: string): string | null =>
    reviews.findLast((each) => each.decision === decision)?.id ?? null;
  return shown.map((each) => ({ ...each, review: newest(each.decision) }));
}
