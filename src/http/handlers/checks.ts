/**
 * Handlers of the question "may I?": checks without a trace, uses with a record, one by one and many at once.
 * Flow:    app → here → evaluation (checks), house (uses).
 * Promise: a check and a use with the same body are the same question; items of a batch succeed or fail alone.
 * Source:  docs/design.md 7 and 8.1.
 */

import * as checks from '../../../openapi/endpoints/checks.ts';
import { CheckBody, UseBody } from '../../../openapi/models/check.ts';
import type { RecordUse } from '../../commands/use/record-use.ts';
import { evaluate } from '../../evaluation/evaluate.ts';
import type { PersonState } from '../../evaluation/person.ts';
import { type QuestionBody, questionOf } from '../../evaluation/question.ts';
import { shownCheck } from '../../evaluation/shown.ts';
import type { House, Recorded, Seen, Sender } from '../../house-port.ts';
import { explanationOf } from '../../language/reasons.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type Bound, type Circumstances, checkPart, on } from '../bind.ts';
import { type ProblemView, problemView } from '../problem.ts';
import { answered, bodyOf, type Calling, replayedHeader, senderOf, told } from './reply.ts';

type Item<B> = { readonly ok: true; readonly value: B } | { readonly ok: false; readonly refusal: Problem };

const itemsOf = <B>(model: typeof CheckBody | typeof UseBody, items: readonly unknown[]): readonly Item<B>[] =>
  items.map((item) => checkPart('body', model, item) as Item<B>);

const nobody: PersonState = { found: 'unknown', suppressions: [] };

interface Asking {
  readonly defaultRegime: string;
  readonly language: string;
  readonly seen: Pick<Seen, 'registry' | 'now'>;
}

type Shown = ReturnType<typeof shownCheck>;

function checked(body: QuestionBody, person: PersonState, { seen, defaultRegime, language }: Asking): Shown {
  const evaluation = evaluate(seen.registry, person, questionOf(body, defaultRegime), seen.now);
  return shownCheck(evaluation, explanationOf(language, evaluation.reason));
}

/** Everybody is looked up once, so that all answers are of one moment. */
async function checkedAll(
  house: House,
  items: readonly unknown[],
  { language, requestId }: Circumstances,
): Promise<readonly (Shown | ProblemView)[]> {
  const asked = itemsOf<QuestionBody>(CheckBody, items);
  const who = [...new Set(asked.flatMap((item) => (item.ok ? [item.value.subject] : [])))];
  const seen = await house.see(who);
  const people = new Map(who.map((identifier, place) => [identifier, seen.people[place] ?? nobody]));
  const asking = { seen, defaultRegime: house.settings.defaultRegime, language };
  return asked.map((item) =>
    item.ok
      ? checked(item.value, people.get(item.value.subject) ?? nobody, asking)
      : problemView(item.refusal, requestId),
  );
}

/** Each item has a key of its own under that of the batch, so that a repeated batch repeats each answer. */
function senderOfItem(calling: Calling, place: number, item: unknown): Sender {
  const { idempotency, ...sender } = senderOf(calling);
  if (idempotency === undefined) return sender;
  return {
    ...sender,
    idempotency: { route: idempotency.route, key: `${idempotency.key}#${place}`, body: JSON.stringify(item) },
  };
}

function shownItem(recorded: Recorded | undefined, requestId: string): object {
  const answer = recorded === undefined ? ({ problem: 'internal' } as const) : answered(recorded);
  return isProblem(answer) ? problemView(answer, requestId) : bodyOf({ ...answer, replayed: false });
}

async function recordedAll(
  house: House,
  items: readonly unknown[],
  calling: Calling & Circumstances,
): Promise<BytesAnswer> {
  const { language, requestId } = calling;
  const asked = itemsOf<Omit<RecordUse, 'language'>>(UseBody, items);
  const sent = asked.flatMap((item, place) =>
    item.ok ? [{ place, input: { ...item.value, language }, sender: senderOfItem(calling, place, items[place]) }] : [],
  );
  const recorded = await house.recordMany(
    'use.record',
    sent.map(({ input, sender }) => ({ input, sender })),
  );
  const replies = new Map(sent.map(({ place }, at) => [place, recorded[at]]));
  const results = asked.map((item, place) =>
    item.ok ? shownItem(replies.get(place), requestId) : problemView(item.refusal, requestId),
  );
  const isReplayed = recorded.length > 0 && recorded.every((each) => 'replayed' in each && each.replayed);
  return { ...told(200, { results }), ...(isReplayed ? { headers: replayedHeader } : {}) };
}

export const checkHandlers = (house: House): readonly Bound[] => [
  on(checks.postCheck)(async ({ body, language }) => {
    const seen = await house.see([body.subject]);
    return {
      status: 200,
      body: checked(body, seen.people[0] ?? nobody, { seen, defaultRegime: house.settings.defaultRegime, language }),
    };
  }),
  on(checks.postCheckBatch)(async (context) => ({
    status: 200,
    body: { results: await checkedAll(house, context.body.items, context) },
  })),
  on(checks.postUse)(async (context) => {
    const input = { ...context.body, language: context.language };
    return answered(await house.record('use.record', input, senderOf(context)));
  }),
  on(checks.postUseBatch)((context) => recordedAll(house, context.body.items, context)),
];
