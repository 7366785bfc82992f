/**
 * Breaches as they stand: what is known of each, whom law still wants told and until when, and whose data it reached.
 * Flow:    http, calendar, numbers, pages of the console → here → ports/reads, law/breach-clocks.ts.
 * Promise: a fold of what was recorded, so that it is the same after the views are made anew; a clock that has run out
 *          stays late until the authority was told or a ground was named.
 * Source:  GDPR 33, 34; decision 0117.
 */
import type { RecordedFact } from '../../facts/fact.ts';
import { breachClocks } from '../../law/breach-clocks.ts';
import type { AffectedWanted } from '../../ports/breach-reads.ts';
import type { Reads } from '../../ports/reads.ts';
import type { BreachGround, BreachParty, BreachScope, BreachState, BreachTopic } from '../../vocabulary/breach.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';

type Step = Extract<RecordedFact, { readonly kind: `breach.${string}` }>;

interface Told {
  readonly at: string;
  readonly by: string;
  readonly told: boolean;
  readonly toldAt: string | null;
  readonly ground: BreachGround | null;
  readonly text: string;
  readonly lateBecause: string | null;
}

/** What was recorded of one breach, folded. */
interface Known {
  readonly id: string;
  readonly what: string;
  readonly noticedAt: string;
  readonly recordedAt: number;
  readonly regimes: readonly string[];
  readonly scope: BreachScope;
  readonly notes: readonly {
    readonly at: string;
    readonly by: string;
    readonly about: BreachTopic;
    readonly text: string;
  }[];
  readonly said: Readonly<Record<BreachParty, readonly Told[]>>;
}

const scopeOf = ({ from, to, aiSystems, purposes, dataCategories }: BreachScope): BreachScope =>
  defined({ from, to, aiSystems, purposes, dataCategories });

function begun({ id, at, payload }: Extract<Step, { kind: 'breach.recorded' }>): Known {
  const { what, noticedAt, regimes } = payload;
  const said = { authority: [], people: [] };
  return { id, what, noticedAt, recordedAt: at, regimes, scope: scopeOf(payload), notes: [], said };
}

function withStep(known: Known, step: Exclude<Step, { kind: 'breach.recorded' }>): Known {
  const [at, by] = [timeOf(step.at), step.actor.id];
  if (step.kind === 'breach.noted') {
    const { about, text } = step.payload;
    return {
      ...known,
      scope: { ...known.scope, ...scopeOf(step.payload) },
      notes: [...known.notes, { at, by, about, text }],
    };
  }
  const { whom, text } = step.payload;
  const one: Told =
    step.kind === 'breach.told'
      ? {
          at,
          by,
          told: true,
          toldAt: step.payload.toldAt,
          ground: null,
          text,
          lateBecause: step.payload.lateBecause ?? null,
        }
      : { at, by, told: false, toldAt: null, ground: step.payload.ground, text, lateBecause: null };
  return { ...known, said: { ...known.said, [whom]: [...known.said[whom], one] } };
}

function folded(facts: readonly RecordedFact[]): readonly Known[] {
  const breaches = new Map<string, Known>();
  for (const fact of facts) {
    if (fact.kind === 'breach.recorded') breaches.set(fact.id, begun(fact));
    else if (fact.kind === 'breach.noted' || fact.kind === 'breach.told' || fact.kind === 'breach.not-told') {
      const known = breaches.get(fact.payload.breach);
      if (known !== undefined) breaches.set(known.id, withStep(known, fact));
    }
  }
  return [...breaches.values()];
}

/** The last word counts. */
const stateOf = (said: readonly Told[]): BreachState => {
  const last = said.at(-1);
  return last === undefined ? 'open' : last.told ? 'told' : 'not-told';
};

/** When the authority was first told; a breach that was kept from it and told later counts from the telling. */
const toldFirst = (said: readonly Told[]): string | undefined => said.find(({ told }) => told)?.toldAt ?? undefined;

function shown({ scope, said, recordedAt, ...known }: Known, now: number) {
  const clocks = breachClocks(Date.parse(known.noticedAt), known.regimes);
  const dueAt = clocks.length === 0 ? undefined : Math.min(...clocks.map((clock) => clock.dueAt));
  const authority = stateOf(said.authority);
  const first = toldFirst(said.authority);
  const isLate =
    dueAt !== undefined && (authority === 'open' ? now > dueAt : first !== undefined && Date.parse(first) > dueAt);
  return {
    ...known,
    recordedAt: timeOf(recordedAt),
    from: scope.from ?? null,
    to: scope.to ?? null,
    aiSystems: scope.aiSystems ?? [],
    purposes: scope.purposes ?? [],
    dataCategories: scope.dataCategories ?? [],
    clocks: clocks.map((clock) => ({ ...clock, dueAt: timeOf(clock.dueAt) })),
    dueAt: dueAt === undefined ? null : timeOf(dueAt),
    isLate,
    authority: { state: authority, said: said.authority },
    people: { state: stateOf(said.people), said: said.people },
  };
}

export type ShownBreach = ReturnType<typeof shown>;

/** The newest first. */
export async function askBreaches(reads: Reads): Promise<readonly ShownBreach[]> {
  const now = reads.now();
  return folded(await reads.breachFacts())
    .map((known) => shown(known, now))
    .reverse();
}

export const askBreach = async (reads: Reads, id: string): Promise<ShownBreach | undefined> =>
  (await askBreaches(reads)).find((breach) => breach.id === id);

/** Of which the authority was neither told nor is there a ground, what is due first at the top. */
export async function breachesDue(reads: Reads): Promise<readonly (ShownBreach & { readonly dueAt: string })[]> {
  const open = (await askBreaches(reads)).flatMap((breach) => {
    const { dueAt, authority } = breach;
    return dueAt !== null && authority.state === 'open' ? [{ ...breach, dueAt }] : [];
  });
  return open.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
}

/** Without a time that was named, all that is on record counts. */
export const affectedBy = ({ from, to, aiSystems, purposes }: ShownBreach, now: number): AffectedWanted => ({
  from: from === null ? 0 : Date.parse(from),
  to: to === null ? now : Date.parse(to),
  aiSystems,
  purposes,
});

interface PeopleWanted {
  readonly after: string;
  readonly limit: number;
}

export async function askReached(reads: Reads, wanted: AffectedWanted, { after, limit }: PeopleWanted) {
  const rows = await reads.affected(wanted, { after, limit });
  const links = await reads.identifiersOfEach(rows.map(({ subject }) => subject));
  const items = rows.map((row) => ({ ...row, identifiers: links.get(row.subject) ?? [] }));
  return { items, next: rows.length < limit ? null : (rows.at(-1)?.subject ?? null) };
}

const A_PAGE = 500;

/** All of them as lines, and how many there were as the last one. */
export async function* everyReached(reads: Reads, wanted: AffectedWanted): AsyncGenerator<string> {
  let [after, people]: [string | null, number] = ['', 0];
  while (after !== null) {
    const { items, next } = await askReached(reads, wanted, { after, limit: A_PAGE });
    for (const item of items) yield `${JSON.stringify(item)}\n`;
    people += items.length;
    after = next;
  }
  yield `${JSON.stringify({ people })}\n`;
}
