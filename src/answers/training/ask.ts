/**
 * Asks who may go into a training run, whose data went into it, and of whom it may no longer be used.
 * Flow:    http, pages of the console → here → ports/reads, evaluation.
 * Promise: the same evaluation as a check, under every identifier of a person, because a wish may be kept under one
 *          alone. People are looked at a few at a time; whoever was erased is counted and named nowhere.
 * Source:  decision 0077; docs/design.md 7.
 */
import { type Evaluation, evaluate } from '../../evaluation/evaluate.ts';
import { type PersonState, regimesOr } from '../../evaluation/person.ts';
import { questionOf } from '../../evaluation/question.ts';
import { allFallUnder } from '../../law/law.ts';
import type { FoundRun, Page, PageQuery, Reads, TrainingRun } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { TrainingFilter } from '../../vocabulary/training.ts';

/** So many people are looked at in one read. */
const AT_ONCE = 200;
/** So many for one page beside those who are shown: a page of few, or none, is no end. */
const LOOKED_AT_MORE = 2000;

interface OfPerson {
  readonly subject: string;
  readonly identifiers: readonly string[];
}
type Judged = OfPerson & {
  readonly evaluation: Evaluation;
  readonly person: PersonState;
};

const nobody: PersonState = { found: 'unknown', suppressions: [] };

/** Whose rows do not fit the ledger may be used for nothing, like somebody unknown. */
const stateIn = (seen: PersonState | Problem | undefined): PersonState =>
  seen === undefined || isProblem(seen) ? nobody : seen;

/** Of several answers about one person the first refusal counts. */
async function judgeEach(
  reads: Reads,
  filter: TrainingFilter,
  people: readonly OfPerson[],
): Promise<readonly Judged[]> {
  if (people.length === 0) return [];
  const asked = people.flatMap(({ subject, identifiers }) => [subject, ...identifiers]);
  const seen = await reads.seeEach(asked);
  const states = new Map(asked.map((identifier, at) => [identifier, stateIn(seen.people[at])]));
  return people.map(({ subject, identifiers }) => {
    const evaluations = [subject, ...identifiers].map((identifier) =>
      evaluate(
        seen.registry,
        states.get(identifier) ?? nobody,
        questionOf({ ...filter, subject: identifier }, reads.settings.defaultRegime),
        seen.now,
      ),
    );
    const against = evaluations.find(({ allowed }) => !allowed);
    // Somebody is asked about under their pseudonym at least.
    const evaluation = (against ?? evaluations[0]) as Evaluation;
    return { subject, identifiers, evaluation, person: states.get(subject) ?? nobody };
  });
}

function isWanted({ evaluation, person }: Judged, { regimes }: TrainingFilter, reads: Reads): boolean {
  if (!evaluation.allowed || person.found !== 'known' || person.standing.staff !== undefined) return false;
  return regimes === undefined || allFallUnder(regimesOr(person.standing, reads.settings.defaultRegime), regimes);
}

/** A page of people by pseudonym: where to go on, or nothing at the end. */
interface PeoplePage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
interface PeopleQuery {
  readonly after: string;
  readonly limit: number;
}

/** Who may go into it now. A page may hold fewer than asked for; only an empty `next` is the end. */
export async function askCandidates(
  reads: Reads,
  run: TrainingRun,
  { after, limit }: PeopleQuery,
): Promise<PeoplePage<OfPerson>> {
  const items: OfPerson[] = [];
  let from = after;
  for (let looked = 0; looked < limit + LOOKED_AT_MORE; looked += AT_ONCE) {
    const found = await reads.peopleFrom(from, AT_ONCE + 1);
    const people = found.filter(({ subject }) => subject > from).slice(0, AT_ONCE);
    for (const judged of await judgeEach(reads, run, people)) {
      if (!isWanted(judged, run, reads)) continue;
      if (items.length === limit) return { items, next: items.at(-1)?.subject ?? null };
      items.push({ subject: judged.subject, identifiers: judged.identifiers });
    }
    const last = people.at(-1);
    if (last === undefined || found.length <= AT_ONCE) return { items, next: null };
    from = last.subject;
  }
  return { items, next: from };
}

/** Whose data went into it, as far as they are still on record. */
export async function askIncluded(reads: Reads, run: string, { after, limit }: PeopleQuery) {
  const rows = await reads.trainedOn(run, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ subject, at, log, index }) => ({ subject, at: timeOf(at), log, index })),
    next: rows.length > shown.length ? (shown.at(-1)?.subject ?? null) : null,
  };
}

const sinceOf = ({ evidence }: Evaluation): string | undefined =>
  evidence.length === 0 ? undefined : timeOf(Math.max(...evidence.map(({ at }) => at)));

export interface NoLonger extends OfPerson {
  readonly reason: string;
  /** When what stands against it happened; absent where nothing of theirs does. */
  readonly since?: string;
}

/**
 * Of whom it may no longer be used: they withdrew, objected or opted out since, or another rule stands against it.
 * Whoever was erased is in no list.
 */
export async function askNoLonger(
  reads: Reads,
  run: TrainingRun,
  { after, limit }: PeopleQuery,
): Promise<PeoplePage<NoLonger> & { readonly lookedAt: number }> {
  const items: NoLonger[] = [];
  let from = after;
  let lookedAt = 0;
  while (lookedAt < limit + LOOKED_AT_MORE) {
    const rows = await reads.trainedOn(run.id, { after: from, limit: AT_ONCE });
    const links = await reads.identifiersOfEach(rows.map(({ subject }) => subject));
    const people = rows.map(({ subject }) => ({ subject, identifiers: links.get(subject) ?? [] }));
    for (const { subject, identifiers, evaluation } of await judgeEach(reads, run, people)) {
      lookedAt += 1;
      from = subject;
      if (evaluation.allowed) continue;
      items.push({ subject, identifiers, reason: evaluation.reason, ...defined({ since: sinceOf(evaluation) }) });
      if (items.length === limit) return { items, next: from, lookedAt };
    }
    if (rows.length < AT_ONCE) return { items, next: null, lookedAt };
  }
  return { items, next: from, lookedAt };
}

const shownRun = ({ position: _place, registeredAt, ended, ...run }: TrainingRun) => ({
  ...run,
  state: ended?.outcome ?? ('open' as const),
  registeredAt: timeOf(registeredAt),
  endedAt: ended === undefined ? null : timeOf(ended.at),
});
export type ShownRun = ReturnType<typeof shownRun>;

/** How many of the people in it were erased since: those counted at the time, less those who are still on record. */
export const erasedSince = ({ included, onRecord }: FoundRun): number => included - onRecord;

export type OneRun = ShownRun & { readonly erased: number };
export const oneRun = ({ onRecord, ...run }: FoundRun): OneRun => ({
  ...shownRun(run),
  erased: erasedSince({ ...run, onRecord }),
});

export async function askRuns(
  reads: Reads,
  query: PageQuery & { readonly aiSystem?: string; readonly modelVersion?: string },
): Promise<Page<ShownRun>> {
  const { items, next } = await reads.trainingRuns(query);
  return { items: items.map(shownRun), next };
}
