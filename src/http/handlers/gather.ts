/**
 * Gathers what the answer "how is my data used by AI?" is made of from the house, and has it assembled.
 * Flow:    answers, me, pages, packages → here → answers/use.
 * Promise: registry and person are of one moment; uses are counted page by page, so that nobody's million uses are held
 *          in memory; only the decisions that are shown are opened.
 * Source:  docs/design.md 4 (reads) and 8.1.
 */

import type { DecisionRecord } from '../../answers/decision/decision-record.ts';
import { type Reader, readerOf } from '../../answers/reader.ts';
import type { AiUseAnswer } from '../../answers/use/ai-use-answer.ts';
import { aiUseAnswer } from '../../answers/use/assemble.ts';
import { aiUseMaterial, decisionRecord } from '../../answers/use/gather.ts';
import type { Look } from '../../answers/use/material.ts';
import { addTallies, type Tallies, tallyUses } from '../../answers/use/tally.ts';
import type { RecordedFact } from '../../facts/fact.ts';
import type { House, Window } from '../../house-port.ts';
import { ofKind } from '../../views/of-kind.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import { personAt, registryAt } from './as-of.ts';
import { countDecisions, reviewsUpTo, type Span } from './count-decisions.ts';
import type { Pager } from './cursor.ts';
import { type SeenPerson, seePerson } from './person.ts';

const USES_A_PAGE = 5000;
const DECISIONS = 20;
const LOOKS = 20;

export interface AiUseAsked {
  readonly identifier: string;
  readonly audience: 'person' | 'officer';
  readonly language: string;
  readonly window?: Window;
  /** Which of the decisions; the newest where it is left out. */
  readonly pager?: Pager;
  /** As it stood at a size of the ledger, at a moment. */
  readonly asOf?: TreePoint & { readonly at: number };
}

export interface AiUseFound extends SeenPerson {
  readonly answer: AiUseAnswer;
  readonly reader: Reader;
}

export const pointOf = (upTo: TreePoint | undefined) =>
  upTo === undefined ? {} : { upTo: { log: upTo.log, size: upTo.size } };

export const windowOf = (query: { readonly from?: string; readonly to?: string }): Window => ({
  ...(query.from === undefined ? {} : { from: Date.parse(query.from) }),
  ...(query.to === undefined ? {} : { to: Date.parse(query.to) }),
});

async function seenFor(house: House, { identifier, asOf }: AiUseAsked): Promise<SeenPerson> {
  if (asOf === undefined) return seePerson(house, identifier);
  const { person, registry } = await seePerson(house, identifier, { history: true });
  return { person: personAt(person, asOf), registry: registryAt(registry, asOf), now: asOf.at };
}

async function talliesOf(house: House, { subject, window, upTo }: Span): Promise<Tallies> {
  let tallies: Tallies = {};
  let after: number | undefined;
  for (;;) {
    const page = await house.uses(subject, { ...window, limit: USES_A_PAGE, ...defined({ after }) });
    const counted = tallyUses(
      page.items.filter(({ n }) => n <= upTo),
      house.settings.timeZone,
    );
    tallies = addTallies(tallies, counted);
    if (page.next === null) return tallies;
    after = page.next;
  }
}

/** What the reviewer recorded at the end of each review that ended. */
async function endsOf(house: House, rows: readonly ReviewRow[]): Promise<NonNullable<DecisionRecord['ends']>> {
  const ended = rows.flatMap(({ id, conclusion }) => (conclusion === undefined ? [] : [{ id, conclusion }]));
  const facts =
    ended.length === 0 ? new Map<string, RecordedFact>() : await house.facts(ended.map(({ conclusion }) => conclusion));
  const told = ended.flatMap(({ id, conclusion }) => {
    const fact = ofKind('review.concluded', facts.get(conclusion));
    if (fact === undefined) return [];
    const { newOutcome, reasons } = fact.payload;
    return [[id, { reasons, ...defined({ outcome: newOutcome }) }] as const];
  });
  return Object.fromEntries(told);
}

/** With every review of it that had begun, and none that ended later. */
export async function reviewed(
  house: House,
  records: readonly DecisionRecord[],
  at: number | undefined,
): Promise<readonly DecisionRecord[]> {
  const ids = records.map(({ id }) => id);
  const known = await reviewsUpTo(house, ids, at);
  const ends = await endsOf(house, known);
  return records.map((record) => ({
    ...record,
    reviews: known.filter(({ decision }) => decision === record.id),
    ends,
  }));
}

/** Whether a page of decisions is all of them, so that nothing beside it has to be counted. */
const isWhole = ({ pager }: AiUseAsked, { next }: { readonly next: number | null }): boolean =>
  next === null && pager?.at === undefined;

async function decisionsOf(house: House, span: Span, asked: AiUseAsked) {
  const before = Math.min(asked.pager?.at ?? Number.POSITIVE_INFINITY, span.upTo + 1);
  const page = await house.decisions(span.subject, { ...span.window, before, limit: DECISIONS });
  const ids = page.items.map(({ id }) => id);
  const facts = await house.facts(ids);
  const own = ids
    .flatMap((id) => ofKind('decision.recorded', facts.get(id)) ?? [])
    .filter(({ subject }) => subject === span.subject);
  return {
    decisions: await reviewed(house, own.map(decisionRecord), asked.asOf?.at),
    ...(isWhole(asked, page)
      ? { decisionCount: page.items.length }
      : await countDecisions(house, span, asked.asOf?.at)),
    nextDecisions: asked.pager?.next(page.next) ?? null,
  };
}

/** How often staff looked, newest first; what they may not be told never stands in their chain. */
async function looksOf(house: House, { subject }: Span, upTo: TreePoint | undefined): Promise<readonly Look[]> {
  const page = await house.chain(subject, { limit: LOOKS, kinds: ['look.recorded'], ...pointOf(upTo) });
  return page.items.flatMap(({ at, payload }) => {
    if (at === undefined || payload === undefined) return [];
    return [{ at, role: String(payload.role), reason: String(payload.reason), what: String(payload.what) }];
  });
}

const checkpointFor = ({ ledger }: House, asOf: TreePoint | undefined): Promise<string | undefined> =>
  asOf === undefined ? ledger.checkpoint(ledger.log) : ledger.checkpointAt(asOf.log, asOf.size);

const nothing = { tallies: {}, decisions: [], decisionCount: 0, nextDecisions: null, looks: [], entries: 0 };

async function recordedAbout(house: House, subject: string, asked: AiUseAsked) {
  const newest = await house.chain(subject, { limit: 1, ...pointOf(asked.asOf) });
  const upTo = newest.items[0]?.n ?? 0;
  const span: Span = { subject, window: asked.window ?? {}, upTo };
  const tallies = await talliesOf(house, span);
  return {
    tallies,
    ...(await decisionsOf(house, span, asked)),
    looks: await looksOf(house, span, asked.asOf),
    entries: upTo,
  };
}

/** The whole answer, with the moment it was made at. */
export async function aiUseFor(house: House, asked: AiUseAsked): Promise<AiUseFound> {
  const { settings } = house;
  const seen = await seenFor(house, asked);
  const about = seen.person.found === 'known' ? await recordedAbout(house, seen.person.subject, asked) : nothing;
  const material = aiUseMaterial({
    ...seen,
    ...about,
    ...asked.window,
    subject: asked.identifier,
    defaultRegime: settings.defaultRegime,
    audience: asked.audience,
    language: asked.language,
    timeZone: settings.timeZone,
    holidays: settings.holidays,
    systemsReporting: await house.systemsReporting(),
    recordsSince: await house.recordsSince(),
    checkpoint: (await checkpointFor(house, asked.asOf)) ?? null,
  });
  return { ...seen, answer: aiUseAnswer(material), reader: readerOf(asked.language, settings.timeZone) };
}
