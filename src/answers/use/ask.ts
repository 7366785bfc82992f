/**
 * Asks what the answer "how is my data used by AI?" is made of, and has it assembled.
 * Flow:    http, other answers → here → ports/reads, assemble.ts.
 * Promise: registry and person are of one moment; uses are counted page by page, so that nobody's million uses are held
 *          in memory; only the decisions that are shown are opened.
 * Source:  docs/design.md 4 (reads) and 8.1.
 */

import type { Page, Reads, Window } from '../../ports/reads.ts';
import type { DecisionRow } from '../../views/decision/decision-row.ts';
import { ofKind } from '../../views/of-kind.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import { addReviews, countDecisions, type PersonSpan } from '../decision/ask-reviews.ts';
import { decisionRecord } from '../decision/decision-record.ts';
import { type AsOf, type FoundPerson, findPersonAsOf } from '../person.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { AiUseAnswer } from './ai-use-answer.ts';
import { aiUseMaterial } from './ai-use-material.ts';
import { aiUseAnswer } from './assemble.ts';
import type { Look } from './material.ts';
import { askSignIns } from './sign-ins.ts';
import { addTallies, type Tallies, tallyUses } from './tally.ts';
import { askTrainings } from './trainings.ts';

const USES_A_PAGE = 5000;
const DECISIONS = 20;
const LOOKS = 20;

interface AiUseQuery {
  readonly identifier: string;
  readonly audience: 'person' | 'officer';
  readonly language: string;
  readonly window?: Window;
  /** The decisions before this position; the newest where it is left out. */
  readonly before?: number;
  readonly asOf?: AsOf;
}

export interface AiUseFound extends FoundPerson {
  /** Its `next` is left open: whoever hands it out makes the cursor. */
  readonly answer: AiUseAnswer;
  /** The position that the decisions after these are asked for with. */
  readonly next: number | null;
  readonly reader: Reader;
}

const upToPoint = (upTo: TreePoint | undefined) =>
  upTo === undefined ? {} : { upTo: { log: upTo.log, size: upTo.size } };

async function askTallies(reads: Reads, { subject, window, upTo }: PersonSpan): Promise<Tallies> {
  let tallies: Tallies = {};
  let after: number | undefined;
  for (;;) {
    const page = await reads.uses(subject, { ...window, limit: USES_A_PAGE, ...defined({ after }) });
    const counted = tallyUses(
      page.items.filter(({ n }) => n <= upTo),
      reads.settings.timeZone,
    );
    tallies = addTallies(tallies, counted);
    if (page.next === null) return tallies;
    after = page.next;
  }
}

/** Whether a page of decisions is all of them, so that nothing beside it has to be counted. */
const isWhole = ({ before }: AiUseQuery, { next }: Page<DecisionRow>): boolean => next === null && before === undefined;

async function askShownDecisions(reads: Reads, span: PersonSpan, query: AiUseQuery) {
  const before = Math.min(query.before ?? Number.POSITIVE_INFINITY, span.upTo + 1);
  const page = await reads.decisions(span.subject, { ...span.window, before, limit: DECISIONS });
  const ids = page.items.map(({ id }) => id);
  const facts = await reads.facts(ids);
  const own = ids
    .flatMap((id) => ofKind('decision.recorded', facts.get(id)) ?? [])
    .filter(({ subject }) => subject === span.subject);
  return {
    decisions: await addReviews(reads, own.map(decisionRecord), query.asOf?.at),
    ...(isWhole(query, page)
      ? { decisionCount: page.items.length }
      : await countDecisions(reads, span, query.asOf?.at)),
    next: page.next,
  };
}

/** How often staff looked, newest first; a look that must stay secret never stands in the person's chain. */
async function askLooks(reads: Reads, { subject }: PersonSpan, upTo: TreePoint | undefined): Promise<readonly Look[]> {
  const page = await reads.chain(subject, { limit: LOOKS, kinds: ['look.recorded'], ...upToPoint(upTo) });
  return page.items.flatMap(({ at, payload }) => {
    if (at === undefined || payload === undefined) return [];
    return [{ at, role: String(payload.role), reason: String(payload.reason), what: String(payload.what) }];
  });
}

const askCheckpoint = ({ ledger }: Reads, asOf: TreePoint | undefined): Promise<string | undefined> =>
  asOf === undefined ? ledger.checkpoint(ledger.log) : ledger.checkpointAt(asOf.log, asOf.size);

const nothingRecorded = {
  tallies: {},
  decisions: [],
  decisionCount: 0,
  next: null,
  looks: [],
  signIns: [],
  trainings: [],
  entries: 0,
};

async function askRecorded(reads: Reads, subject: string, query: AiUseQuery) {
  const newest = await reads.chain(subject, { limit: 1, ...upToPoint(query.asOf) });
  const upTo = newest.items[0]?.n ?? 0;
  const span: PersonSpan = { subject, window: query.window ?? {}, upTo };
  const tallies = await askTallies(reads, span);
  return {
    tallies,
    ...(await askShownDecisions(reads, span, query)),
    looks: await askLooks(reads, span, query.asOf),
    signIns: await askSignIns(reads, subject, upToPoint(query.asOf)),
    trainings: await askTrainings(reads, subject, { ...upToPoint(query.asOf), ...defined({ at: query.asOf?.at }) }),
    entries: upTo,
  };
}

type Recorded = Awaited<ReturnType<typeof askRecorded>> | typeof nothingRecorded;

async function answerFrom(
  reads: Reads,
  query: AiUseQuery,
  { found, recorded: { next, ...recorded } }: { readonly found: FoundPerson; readonly recorded: Recorded },
): Promise<AiUseFound> {
  const { defaultRegime, timeZone, holidays } = reads.settings;
  const material = aiUseMaterial({
    ...found,
    ...recorded,
    ...query.window,
    settings: reads.settings,
    subject: query.identifier,
    defaultRegime,
    audience: query.audience,
    language: query.language,
    timeZone,
    holidays,
    systemsReporting: await reads.systemsReporting(),
    recordsSince: await reads.recordsSince(),
    checkpoint: (await askCheckpoint(reads, query.asOf)) ?? null,
  });
  return { ...found, answer: aiUseAnswer(material), next, reader: readerOf(query.language, timeZone, query.audience) };
}

/** The whole answer, with the moment it was made at. */
export async function askAiUse(reads: Reads, query: AiUseQuery): Promise<AiUseFound> {
  const found = await findPersonAsOf(reads, query.identifier, query.asOf);
  const { person } = found;
  const recorded = person.found === 'known' ? await askRecorded(reads, person.subject, query) : nothingRecorded;
  return answerFrom(reads, query, { found, recorded });
}

/**
 * What is published and how each choice stands, by the same answer, for a page that is opened too often to count every
 * use for it.
 */
export async function askStandingNow(
  reads: Reads,
  asked: Pick<AiUseQuery, 'identifier' | 'language'>,
): Promise<Pick<AiUseFound, keyof FoundPerson | 'answer' | 'reader'>> {
  const query = { ...asked, audience: 'person' } as const;
  const found = await findPersonAsOf(reads, query.identifier, undefined);
  return answerFrom(reads, query, { found, recorded: nothingRecorded });
}
