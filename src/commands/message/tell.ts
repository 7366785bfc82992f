/**
 * Tells a person something, in the same commit as what they are told about.
 * Flow:    commands of reviews, requests and decisions → here → fact `message.written`, outbox.
 * Promise: the words are in the person's record before anybody sends them, in the language the person reads.
 * Source:  docs/design.md 4 (outbox in the one commit); docs/law.md 7 (result and own reasons to the person).
 */

import type { NewFact } from '../../facts/fact.ts';
import { dateWords } from '../../language/dates.ts';
import { composeMessage } from '../../language/message.ts';
import type { Values } from '../../language/say.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { MessageTemplate } from '../../vocabulary/message.ts';
import type { Effect, State } from '../command.ts';

/** The id a command needs that tells somebody something. */
export const drawsForMessage = { message: 'msg' } as const;

export interface Listener {
  readonly subject: string;
  readonly standing: { readonly language?: string };
}

interface Telling {
  readonly id: string;
  readonly template: MessageTemplate;
  /** The decision, review or request it is about. */
  readonly about?: string;
  /** A page of the person, without origin. */
  readonly href?: string;
  /** What the text names, in the language of the person. */
  values(words: Words): Values;
}

export interface Words {
  readonly language: string;
  /** `3 November 2026`, the day it is where the controller counts its days. */
  day(instant: number): string;
}

export interface WrittenMessage {
  readonly fact: NewFact;
  readonly effect: Effect;
}

export function tell(
  { timeZone }: Pick<State, 'timeZone'>,
  { subject, standing }: Listener,
  { id, template, about, href, values }: Telling,
): WrittenMessage {
  const wanted = standing.language ?? 'en';
  const composed = composeMessage(
    wanted,
    template,
    values({ language: wanted, day: (instant) => dateWords(wanted, instant, timeZone) }),
  );
  const payload = { v: 1 as const, template, ...defined({ about }), ...composed, ...defined({ href }) };
  return {
    fact: { id, kind: 'message.written', subject, payload },
    effect: { effect: 'send-message', message: id, subject },
  };
}
