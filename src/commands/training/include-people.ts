/**
 * The data of these people goes into a training run: each is asked about now, and recorded if it may.
 * Flow:    http (POST /v1/training-runs/{id}/included) → here → facts `training.included`, `use.refused`,
 *          `training.counted`.
 * Promise: a person once a run, however often a call is sent; nobody who may not. What the call did is counted in the
 *          same commit, without anybody, so that it stays known how many there were.
 * Source:  decision 0077; docs/design.md 7.
 */
import { type Evaluation, evaluate } from '../../evaluation/evaluate.ts';
import { regimesOr } from '../../evaluation/person.ts';
import { questionOf } from '../../evaluation/question.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { TrainingRegistered } from '../../facts/training.ts';
import { allFallUnder } from '../../law/law.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { Reason } from '../../vocabulary/reason.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { notNow } from '../refusal.ts';
import { isStaff } from '../subject/person-for.ts';
import { judgedBy } from '../use/judged.ts';
import { idOfEnd } from './register-run.ts';

interface ToInclude {
  /** `sub_…`. */
  readonly subject: string;
  /** Under which else they are known: a wish that was kept under one of them counts. */
  readonly identifiers: readonly string[];
}
interface IncludePeople {
  readonly run: string;
  readonly people: readonly ToInclude[];
}

interface Included {
  readonly included: boolean;
  /** Why, or why not. */
  readonly reason: Reason | 'outside-filter';
}
interface IncludedPeople {
  readonly run: string;
  readonly results: readonly Included[];
  /** Those who were not in it before. */
  readonly included: number;
  readonly refused: number;
}

type Draws = { readonly refusals: readonly string[]; readonly counted: 'fact' };

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const bitsOf = (id: string): readonly number[] => [...id.slice(4)].map((letter) => LETTERS.indexOf(letter));

/** One place for one person in one run: both are random, so that the sum of their bits is nobody else's. */
function idOfInclusion(run: string, subject: string): string {
  const own = bitsOf(subject);
  return `inc_${bitsOf(run)
    .map((bits, at) => LETTERS[bits ^ (own[at] ?? 0)])
    .join('')}`;
}

function decide(state: State, command: Command<IncludePeople, Draws>, now: Instant): Decided<IncludedPeople> | Problem {
  const { run, people } = command.input;
  const registered = state.fact(run);
  if (registered?.kind !== 'training.registered') return problem('not-found');
  const ended = state.fact(idOfEnd(run));
  if (ended?.kind === 'training.ended') return notNow(`This run was already ${ended.payload.outcome}.`);
  const facts: NewFact[] = [];
  const taken = new Map<string, Included>();
  const results = people.map((person, at): Included => {
    const before = taken.get(person.subject) ?? earlier(state, run, person);
    const found = before ?? judge(state, registered.payload, { person, now });
    if (before === undefined) {
      const fact = factOf({ run, filter: registered.payload, id: command.ids.refusals[at] ?? '' }, person, found);
      if (fact !== undefined) facts.push(fact);
    }
    const { included, reason } = found;
    taken.set(person.subject, { included, reason });
    return { included, reason };
  });
  const included = facts.filter(({ kind }) => kind === 'training.included').length;
  const refused = [...taken.values()].filter((one) => !one.included).length;
  const id = command.ids.counted;
  const result = { run, results, included, refused };
  if (included + refused === 0) return { facts: [], result };
  const counted: NewFact = { id, kind: 'training.counted', payload: { v: 1, run, included, refused } };
  return { facts: [...facts, counted], result, main: id };
}

function earlier(state: State, run: string, { subject }: ToInclude): Included | undefined {
  const fact = state.fact(idOfInclusion(run, subject));
  return fact?.kind === 'training.included' ? { included: true, reason: fact.payload.reason } : undefined;
}

interface Judged extends Included {
  readonly evaluation?: Evaluation;
}

/** Under every identifier of theirs, because a wish may be kept under one alone. */
function judge(
  state: State,
  filter: TrainingRegistered,
  { person: asked, now }: { readonly person: ToInclude; readonly now: Instant },
): Judged {
  const person = state.person(asked.subject);
  if (person.found === 'erased') return { included: false, reason: 'erased' };
  if (person.found !== 'known' || isStaff(person.standing)) return { included: false, reason: 'unknown-subject' };
  const { regimes } = filter;
  if (regimes !== undefined && !allFallUnder(regimesOr(person.standing, state.defaultRegime), regimes))
    return { included: false, reason: 'outside-filter' };
  const evaluations = [asked.subject, ...asked.identifiers].map((subject) =>
    evaluate(state.registry, state.person(subject), questionOf({ ...filter, subject }, state.defaultRegime), now),
  );
  const against = evaluations.find(({ allowed }) => !allowed);
  const evaluation = against ?? evaluations[0];
  if (evaluation === undefined) return { included: false, reason: 'unknown-subject' };
  return { included: evaluation.allowed, reason: evaluation.reason, evaluation };
}

function factOf(
  { run, filter, id }: { readonly run: string; readonly filter: TrainingRegistered; readonly id: string },
  { subject }: ToInclude,
  { included, evaluation }: Judged,
): NewFact | undefined {
  if (evaluation === undefined) return undefined;
  const { aiSystem, purpose, modelVersion } = filter;
  const kept = {
    v: 1 as const,
    aiSystem,
    purpose,
    dataCategories: [...evaluation.categories],
    ...judgedBy(evaluation),
  };
  return included
    ? { id: idOfInclusion(run, subject), kind: 'training.included', subject, payload: { ...kept, run, modelVersion } }
    : { id, kind: 'use.refused', subject, payload: { ...kept, reference: run } };
}

export const includePeople: CommandRule<IncludePeople, IncludedPeople, Draws> = {
  kind: 'training.include',
  draws: ({ people }) => ({ refusals: people.map(() => 'use'), counted: 'fact' }),
  keys: ({ run, people }) => ({
    people: people.flatMap(({ subject, identifiers }) => [subject, ...identifiers]),
    facts: [run, idOfEnd(run), ...people.map(({ subject }) => idOfInclusion(run, subject))],
    registry: 'read',
  }),
  decide,
  reply: (result, entry) => ({ status: 200, body: { ...result, ...defined({ entry }) } }),
};
