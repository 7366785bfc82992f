/**
 * Handlers of the support desk: one search for a person, and notes.
 * Flow:    app → here → house (look, then read) → answers/desk.
 * Promise: the look stands in the ledger, in the person's own record too, before a byte of the answer is made.
 * Source:  docs/design.md 8.
 */

import * as endpoints from '../../../openapi/endpoints/staff.ts';
import { type DeskAnswer, deskAnswer, type NoteRead } from '../../answers/desk/desk.ts';
import type { NoteAdded } from '../../facts/message.ts';
import { say } from '../../language/say.ts';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { tooEarly } from './explanations.ts';
import { aiUseFor } from './gather.ts';
import { seeKnown } from './person.ts';
import { answered, type Calling, senderOf, told } from './reply.ts';

type Asking = Calling & { readonly language: string };

const MANY = 100;
const SOME = 20;

async function notesOf(house: House, subject: string): Promise<readonly NoteRead[]> {
  const { items } = await house.chain(subject, { kinds: ['note.added'], limit: MANY });
  return items.flatMap(({ id, at, actor, payload }) => {
    if (id === undefined || at === undefined || payload === undefined) return [];
    const { text, about } = payload as unknown as NoteAdded;
    return [{ id, at, by: actor?.id ?? '', text, ...defined({ about }) }];
  });
}

/** Whoever reviews a decision and has no view of their own yet does not read how it came out at the desk either. */
async function withoutVerdicts(house: House, answer: DeskAnswer, { caller, language }: Asking): Promise<DeskAnswer> {
  const early = await Promise.all(answer.decisions.map(({ id }) => tooEarly(house, id, caller)));
  const closed = { headline: say(language, 'console.desk.own-view-first'), adverse: null };
  return {
    ...answer,
    decisions: answer.decisions.map((one, place) => (early[place] === undefined ? one : { ...one, ...closed })),
  };
}

/** What the desk sees of one person, once the look stands in the ledger. */
export async function deskOf(house: House, identifier: string, context: Asking): Promise<DeskAnswer | Problem> {
  // Every answer is made anew, so every one is a look of its own, also under a key that was used before.
  const { idempotency: _once, ...sender } = senderOf(context);
  const taken = answered(
    await house.record('look.take', { subject: identifier, what: 'desk', reason: 'support' }, sender),
  );
  if (isProblem(taken)) return taken;
  const seen = await seeKnown(house, identifier);
  if (isProblem(seen)) return seen;
  const { subject, standing } = seen.person;
  const { answer } = await aiUseFor(house, { identifier: subject, audience: 'officer', language: context.language });
  const { items: requests } = await house.requests({ subject, limit: MANY });
  const { items: reviews } = await house.reviews({ subject, limit: MANY });
  const { items: messages } = await house.messages(subject, { limit: SOME });
  const notes = await notesOf(house, subject);
  const whole = deskAnswer({
    subject,
    language: standing.language ?? null,
    answer,
    requests,
    reviews,
    messages,
    notes,
  });
  return withoutVerdicts(house, whole, context);
}

export const deskHandlers = (house: House): readonly Bound[] => [
  on(endpoints.searchDesk)(async (context) => {
    const { subject, language = context.language } = context.body;
    const found = await deskOf(house, subject, { ...context, language });
    return isProblem(found) ? found : told(200, found);
  }),
  on(endpoints.addNote)(async (context) => answered(await house.record('note.add', context.body, senderOf(context)))),
];
