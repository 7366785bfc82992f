/**
 * The same reads for somebody who has to note an own view first: every read that can hold a verdict, without it.
 * Flow:    http/own-view.ts → here → every answer there is.
 * Promise: an answer is made of reads, so what these reads hold back stands in no answer, also in one that is added
 *          later. What is held back says so and why; nothing else is left out.
 * Source:  docs/law.md 7 (reasons before a suggested verdict); AI Act 14(4)(b); decision 0039.
 */
import type { RecordedFact } from '../../facts/fact.ts';
import type { EvidenceItemShown } from '../../ports/evidence.ts';
import type { ChainEntry, Page, Reads } from '../../ports/reads.ts';
import type { DecisionRow } from '../../views/decision/decision-row.ts';
import type { MessageRow } from '../../views/message/message-row.ts';
import type { ReviewRow, SeatRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { ownViewFirst } from '../../vocabulary/review.ts';
import { tellsVerdict, withoutVerdict, withoutWords } from './tells.ts';
import type { VerdictsHeld } from './under-review.ts';

/** The same page with each of its items changed. */
const withItems = <T, P extends Page<T>>(page: P, each: (item: T) => T): P & Page<T> => ({
  ...page,
  items: page.items.map(each),
});

/** The fact without what it tells; nothing where that is all it says. */
function shutFact(held: VerdictsHeld, fact: RecordedFact): RecordedFact | undefined {
  const { id, kind, subject, at } = fact;
  if (!tellsVerdict(held, { id, kind, at, ...defined({ subject }), text: JSON.stringify(fact.payload) })) return fact;
  if (fact.kind === 'decision.recorded') return { ...fact, payload: withoutVerdict(fact.payload) };
  const payload = withoutWords(kind, fact.payload);
  // The payload keeps its form: only words that may be left out were.
  return payload === undefined ? undefined : ({ ...fact, payload } as RecordedFact);
}

function shutEntry(held: VerdictsHeld, entry: ChainEntry): ChainEntry {
  const { payload, ...rest } = entry;
  if (payload === undefined || !tellsVerdict(held, { ...rest, text: JSON.stringify(payload) })) return entry;
  const left = withoutWords(rest.kind ?? '', payload);
  return { ...rest, ...defined({ payload: left }), withheld: ownViewFirst };
}

const shutRow = ({ decisions }: VerdictsHeld, row: DecisionRow): DecisionRow => {
  if (!decisions.has(row.id)) return row;
  const { adverseDueAt: _due, ...rest } = row;
  return { ...rest, adverse: true, heldBack: true };
};

const shutSeat = ({ view: _view, opinion: _opinion, ...rest }: SeatRow): SeatRow => rest;

/** How an earlier look at the same decision ended is its verdict, too. */
function shutReview({ decisions }: VerdictsHeld, row: ReviewRow): ReviewRow {
  if (!decisions.has(row.decision) || row.state !== 'concluded') return row;
  const { outcome: _outcome, conclusion: _conclusion, seats, ...rest } = row;
  const { first, second } = seats;
  return {
    ...rest,
    seats: {
      ...(first === undefined ? {} : { first: shutSeat(first) }),
      ...(second === undefined ? {} : { second: shutSeat(second) }),
    },
  };
}

const mayStand = ({ names }: VerdictsHeld, { about, template }: MessageRow): boolean =>
  about === undefined || !names.includes(about) || template === 'review-opened';

interface BundleItem {
  readonly entry: string;
  readonly payload: string | null;
}

function shutItem<I extends BundleItem>(held: VerdictsHeld, item: I): I {
  const { payload } = item;
  if (payload === null) return item;
  const { id, kind, subject, at } = JSON.parse(atob(item.entry)) as Readonly<Record<string, string>>;
  const told = { ...defined({ id, kind, subject }), at: Date.parse(at ?? ''), text: payload };
  return tellsVerdict(held, told) ? { ...item, ...{ payload: null, salt: null, withheld: ownViewFirst } } : item;
}

/** Salt and content of such an entry are left out; its leaf stays, and so do the proofs. */
function shutBundle(held: VerdictsHeld, bundle: unknown): unknown {
  if (typeof bundle !== 'object' || bundle === null) return bundle;
  const { entries } = bundle as { readonly entries: readonly BundleItem[] };
  return { ...bundle, entries: entries.map((item) => shutItem(held, item)) };
}

async function* shutPages(held: VerdictsHeld, pages: AsyncIterable<readonly EvidenceItemShown[]>) {
  for await (const page of pages) yield page.map((item) => shutItem(held, item));
}

const ofDecisions = (reads: Reads, held: VerdictsHeld): Pick<Reads, 'decisions' | 'decisionsOf' | 'decided'> => ({
  decisions: async (...asked) => withItems(await reads.decisions(...asked), (row: DecisionRow) => shutRow(held, row)),
  decisionsOf: async (...asked) => (await reads.decisionsOf(...asked)).map((row) => shutRow(held, row)),
  /** Figures are counted without it: in a small number one more is one verdict. */
  async *decided(between) {
    for await (const row of reads.decided(between)) if (!held.decisions.has(row.id)) yield row;
  },
});

const ofReviews = (
  reads: Reads,
  held: VerdictsHeld,
): Pick<Reads, 'reviews' | 'review' | 'reviewsOf' | 'everyReview'> => ({
  reviews: async (wants) => withItems(await reads.reviews(wants), (row: ReviewRow) => shutReview(held, row)),
  async review(id) {
    const row = await reads.review(id);
    return row === undefined ? undefined : shutReview(held, row);
  },
  reviewsOf: async (decisions) => (await reads.reviewsOf(decisions)).map((row) => shutReview(held, row)),
  async *everyReview() {
    for await (const row of reads.everyReview()) if (!held.decisions.has(row.decision)) yield row;
  },
});

const ofEntries = (
  reads: Reads,
  held: VerdictsHeld,
): Pick<Reads, 'chain' | 'entries' | 'entry' | 'evidence' | 'evidencePages'> => ({
  chain: async (...asked) => withItems(await reads.chain(...asked), (entry: ChainEntry) => shutEntry(held, entry)),
  entries: async (wants) => withItems(await reads.entries(wants), (entry: ChainEntry) => shutEntry(held, entry)),
  async entry(log, index) {
    const entry = await reads.entry(log, index);
    return entry === undefined ? undefined : shutEntry(held, entry);
  },
  evidence: async (...asked) => shutBundle(held, await reads.evidence(...asked)),
  async evidencePages(...asked) {
    const pages = await reads.evidencePages(...asked);
    return pages === undefined ? undefined : { ...pages, entries: () => shutPages(held, pages.entries()) };
  },
});

export function veiled(reads: Reads, held: VerdictsHeld): Partial<Reads> {
  return {
    ...ofDecisions(reads, held),
    ...ofReviews(reads, held),
    ...ofEntries(reads, held),
    async facts(ids) {
      const found = [...(await reads.facts(ids)).values()].flatMap((fact) => shutFact(held, fact) ?? []);
      return new Map(found.map((fact) => [fact.id, fact]));
    },
    async messages(...asked) {
      const page = await reads.messages(...asked);
      return { ...page, items: page.items.filter((row) => mayStand(held, row)) };
    },
  };
}
