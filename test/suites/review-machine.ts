/**
 * Random histories of human review, held against a simple model step by step and against the recorded facts at the end.
 * Flow:    review-machine.test.ts, prove/review-machine.test.ts → here → review-world.ts.
 * Promise: fails unless enough of the histories came to an end to prove something.
 * Source:  docs/promises.md I21; docs/law.md 3.6.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { DecisionRecorded } from '../../src/facts/decision.ts';
import type { RecordedFact } from '../../src/facts/fact.ts';
import type { ReviewAssigned, ReviewConcluded, ReviewEvidenceViewed, ReviewOpened } from '../../src/facts/review.ts';
import type { StaffDescribed } from '../../src/facts/staff.ts';
import { effectOf } from '../../src/views/review/effect.ts';
import { type Outcome, type StaffName, staffNames } from '../given/review/review-model.ts';
import { ReviewWorld, type Tally } from '../given/review/review-world.ts';

const pick = (most: number) => fc.nat({ max: most - 1 });
const outcomes: readonly Outcome[] = ['upheld', 'changed', 'withdrawn', 're-run'];
const often = (percent: number) => fc.nat({ max: 99 }).map((number) => number < percent);

/** Which review, and who: mostly whoever sits there, sometimes anybody. */
const aim = { at: pick(4), sits: often(85), who: pick(4), seat: often(70) };
const act = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('decide' as const),
      person: pick(2),
      system: pick(4),
      by: fc.option(pick(4), { nil: undefined, freq: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('contest' as const),
      decision: pick(3),
      person: pick(2),
      file: fc.constantFrom('own' as const, 'own' as const, 'any' as const, undefined),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('ask' as const), decision: pick(3), who: pick(4) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('file' as const), person: pick(2) }) },
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constant('assign' as const), at: pick(4), who: pick(4), first: often(65) }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('look' as const), ...aim, file: often(25) }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('note' as const), ...aim, says: often(90) }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('opine' as const), ...aim, outcome: pick(4), says: often(90) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('conclude' as const),
      ...aim,
      outcome: pick(4),
      says: often(90),
      explains: often(60),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('cancel' as const), at: pick(4), person: pick(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('describe' as const),
      who: pick(4),
      trained: fc.constantFrom('current' as const, 'ended' as const, 'never' as const),
      authority: often(70),
      active: often(80),
      own: fc.subarray([0, 1], { maxLength: 1 }),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      act: fc.constant('next' as const),
      at: pick(4),
      who: pick(4),
      ms: fc.constantFrom(20_000, 40_000, 70_000),
      outcome: pick(4),
      skipsFile: often(30),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('wait' as const), ms: fc.constantFrom(1000, 20_000, 40_000, 70_000) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const nameOf = (number: number): StaffName => staffNames[number] as StaffName;

function whoFor(
  world: ReviewWorld,
  of: { readonly at: number; readonly sits: boolean; readonly who: number; readonly seat: boolean },
): StaffName {
  const review = world.model.reviews[of.at];
  const sitting = of.seat ? (review?.first ?? review?.second) : (review?.second ?? review?.first);
  return of.sits && sitting !== undefined ? sitting.who : nameOf(of.who);
}

type Taking<K extends Act['act']> = Extract<Act, { readonly act: K }>;

/** What the holder of a seat, or whoever assigns one, would do next; nothing where the other seat is to move. */
function moveOf(
  world: ReviewWorld,
  seat: 'first' | 'second',
  { at, who, outcome }: Taking<'next'>,
): (() => void) | undefined {
  const review = world.model.reviews[at];
  const sitting = review?.[seat];
  if (sitting === undefined) return () => world.assign(at, nameOf(who), seat);
  const hasFile =
    !world.leavesFiles && review?.toSee.some((what) => what.startsWith('file_') && !sitting.seen.has(what)) === true;
  if (!sitting.seen.has('inputs') || hasFile) return () => world.look(at, sitting.who, sitting.seen.has('inputs'));
  if (sitting.notedAt === undefined) return () => world.note(at, sitting.who, true);
  const end = { outcome: outcomes[outcome] as Outcome, says: true, explains: true };
  if (seat === 'first') return () => world.conclude(at, sitting.who, end);
  return sitting.opinion === undefined ? () => world.opine(at, sitting.who, end) : undefined;
}

/** The next step of a review after a while, so that many histories come to an end. */
function next(world: ReviewWorld, step: Taking<'next'>): void {
  const review = world.model.reviews[step.at];
  if (review === undefined) return;
  world.now += step.ms;
  const second = review.need === 2 ? moveOf(world, 'second', step) : undefined;
  (second ?? moveOf(world, 'first', step))?.();
}

const endOf = ({ outcome, says }: { readonly outcome: number; readonly says: boolean }) => ({
  outcome: outcomes[outcome] as Outcome,
  says,
});

const moves: { readonly [K in Act['act']]: (world: ReviewWorld, step: Taking<K>) => void } = {
  decide: (world, { person, system, by }) => world.decide(person, system, by === undefined ? undefined : nameOf(by)),
  contest: (world, { decision, person, file }) => world.contest(decision, person, file),
  ask: (world, { decision, who }) => world.ask(decision, nameOf(who)),
  file: (world, { person }) => void world.sendFile(person),
  assign: (world, { at, who, first }) => world.assign(at, nameOf(who), first ? 'first' : 'second'),
  look: (world, step) => world.look(step.at, whoFor(world, step), step.file),
  note: (world, step) => world.note(step.at, whoFor(world, step), step.says),
  opine: (world, step) => world.opine(step.at, whoFor(world, step), endOf(step)),
  conclude: (world, step) => world.conclude(step.at, whoFor(world, step), { ...endOf(step), explains: step.explains }),
  cancel: (world, { at, person }) => world.cancel(at, person),
  describe: (world, step) => world.describe(nameOf(step.who), step),
  next,
  wait: (world, { ms }) => {
    world.now += ms;
  },
};

const run = (world: ReviewWorld, step: Act): void =>
  (moves[step.act] as (world: ReviewWorld, step: Act) => void)(world, step);

const payloadOf = <P>(fact: RecordedFact | undefined): P => fact?.payload as unknown as P;

/** A decision that waits has no effect before a human has ended the review that it waits for. */
function nothingPendingTakesEffect({ world, model, ids }: ReviewWorld): void {
  for (const [number, id] of ids.decisions.entries()) {
    const fact = world.facts.find((each) => each.id === id) as RecordedFact;
    const reviews = [...world.reviews.values()].filter(({ decision }) => decision === id);
    const gates = world.facts.filter(
      ({ kind, payload }) =>
        kind === 'review.opened' && payload['decision'] === id && payload['why'] === 'before-effect',
    );
    const ended = world.facts.some(
      ({ kind, payload }) => kind === 'review.concluded' && gates.some((gate) => gate.id === payload['review']),
    );
    expect(effectOf(fact, reviews).state === 'pending').toBe(gates.length > 0 && !ended);
    expect(gates.length > 0 && !ended).toBe(model.isPending(number));
  }
}

/** Read off the facts alone: nobody acts on a decision about themself, on their own decision, or twice on one. */
function nobodyDecidesOnThemself({ world }: ReviewWorld): void {
  const { facts } = world;
  for (const fact of facts) {
    if (
      ![
        'review.evidence-viewed',
        'review.view-noted',
        'review.second-opinion',
        'review.concluded',
        'review.assigned',
      ].includes(fact.kind)
    )
      continue;
    const who = fact.kind === 'review.assigned' ? payloadOf<ReviewAssigned>(fact).reviewer : fact.actor.id;
    const described = facts.findLast(
      (each) => each.index < fact.index && each.kind === 'staff.described' && each.payload['actor'] === who,
    );
    expect(payloadOf<StaffDescribed>(described).own).not.toContain(fact.subject);
    const { review } = payloadOf<ReviewAssigned>(fact);
    const { decision } = payloadOf<ReviewOpened>(facts.find(({ id }) => id === review));
    const decided = facts.find(({ id }) => id === decision) as RecordedFact;
    expect([decided.actor.id, payloadOf<DecisionRecorded>(decided).humanInvolvement.by]).not.toContain(who);
    const confirmed = facts.filter(
      ({ kind, payload, index }) =>
        kind === 'review.concluded' &&
        payload['decision'] === decision &&
        payload['review'] !== review &&
        index < fact.index,
    );
    expect(confirmed.map(({ actor }) => actor.id)).not.toContain(who);
  }
}

/** Read off the facts alone: each flag has its evidence, in the right order, by the same person. */
function noFlagWithoutEvidence({ world, model, ids }: ReviewWorld): void {
  for (const fact of world.facts.filter(({ kind }) => kind === 'review.concluded')) {
    const end = payloadOf<ReviewConcluded>(fact);
    expect(end.qualifies).toBe(model.reviews[ids.reviews.indexOf(end.review)]?.qualifies);
    expect(end.qualifies).toBe(end.limbs.understands && end.limbs.analyses && end.limbs.mayChange);
    expect(end.lacks.length === 0).toBe(end.qualifies);
    if (!end.qualifies) continue;
    const shown = end.evidence.map(({ limb, kind, id }) => ({
      limb,
      kind,
      fact: world.facts.find((each) => each.id === id) as RecordedFact,
    }));
    for (const each of shown) {
      expect([each.fact.kind, each.fact.subject]).toEqual([each.kind, fact.subject]);
      expect(
        each.fact.kind === 'review.assigned' ? payloadOf<ReviewAssigned>(each.fact).reviewer : each.fact.actor.id,
      ).toBe(fact.actor.id);
    }
    const of = (kind: string): readonly RecordedFact[] =>
      shown.filter((each) => each.kind === kind).map((each) => each.fact);
    const [assigned, noted] = [of('review.assigned')[0], of('review.view-noted')[0]] as [RecordedFact, RecordedFact];
    const viewed = of('review.evidence-viewed');
    const opened = payloadOf<ReviewOpened>(world.facts.find(({ id }) => id === end.review));
    const { training, authority } = payloadOf<ReviewAssigned>(assigned);
    expect(
      training.some(
        ({ code, until }) => opened.training.includes(code) && (until === undefined || Date.parse(until) > fact.at),
      ),
    ).toBe(true);
    expect(authority).toContain('change-outcome');
    const seen = viewed.flatMap((each) => payloadOf<ReviewEvidenceViewed>(each).seen);
    for (const what of ['inputs', ...(opened.statement === undefined ? [] : ['statement']), ...(opened.evidence ?? [])])
      expect(seen).toContain(what);
    const firstLook = Math.min(...viewed.map(({ at }) => at));
    expect(noted.at - firstLook).toBeGreaterThanOrEqual(30_000);
    expect(fact.at - firstLook).toBeGreaterThanOrEqual(60_000);
  }
}

export function holdsFor(histories: number): void {
  const total: Tally = { taken: 0, refused: 0, concluded: 0, qualified: 0, conflicts: 0 };
  let lived = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 12, maxLength: 60, size: 'max' }), fc.boolean(), (history, leavesFiles) => {
      const world = new ReviewWorld(leavesFiles);
      lived += 1;
      world.decide(0, history.length, undefined);
      world.decide(1, history.length + 1, 'ann');
      for (const step of history) {
        run(world, step);
        nothingPendingTakesEffect(world);
      }
      nobodyDecidesOnThemself(world);
      noFlagWithoutEvidence(world);
      for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += world.tally[key];
    }),
    { numRuns: histories },
  );
  // Histories in which nothing happens would prove nothing.
  expect(total.concluded).toBeGreaterThan(lived / 10);
  expect(total.qualified).toBeGreaterThan(lived / 20);
  expect(total.conflicts).toBeGreaterThan(lived / 5);
}
