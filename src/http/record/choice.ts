/**
 * Which command a button on the page of choices stands for.
 * Flow:    handlers/choice-pages.ts → here → command `consent.record` or `limit.record`.
 * Promise: a yes names the notice that stood beside the button, in the language in which it was read.
 * Source:  GDPR 7; docs/law.md 5.1, 5.2.
 */

import { findLimitToLift, findNoticeRead } from '../../answers/consent/ask.ts';
import type { InputOf } from '../../commands/commands.ts';
import type { Reads } from '../../ports/reads.ts';
import type { LimitKind } from '../../vocabulary/limit.ts';
import type { ChoiceAct } from '../../vocabulary/pass.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';

interface PressedChoice {
  readonly action: ChoiceAct;
  readonly purpose?: string;
  readonly limit?: LimitKind;
}

type ChoiceOf<K extends 'consent.record' | 'limit.record'> = {
  readonly kind: K;
  readonly input: Omit<InputOf<K>, 'subject'>;
};
type ChoiceCommand = ChoiceOf<'consent.record'> | ChoiceOf<'limit.record'>;

const withoutPurpose = problem('validation-failed', undefined, [
  {
    pointer: '/purpose',
    code: 'required',
    message: 'This choice is about one purpose.',
    fix: 'Go back and use the button beside the purpose.',
  },
]);

const consentStates = { agree: 'given', lift: 'given', refuse: 'refused', withdraw: 'withdrawn' } as const;

async function asConsent(
  reads: Reads,
  { action, purpose }: PressedChoice,
  language: string,
): Promise<ChoiceCommand | Problem> {
  if (purpose === undefined) return withoutPurpose;
  const state = consentStates[action as keyof typeof consentStates];
  const notice = state === 'given' ? await findNoticeRead(reads, purpose, language) : {};
  return { kind: 'consent.record', input: { purpose, state, method: 'button', ...notice } };
}

/** Lifting a limit names it; switching a purpose on again is a yes to its notice. */
export async function commandOfChoice(
  reads: Reads,
  pressed: PressedChoice,
  { language, self }: { readonly language: string; readonly self: string },
): Promise<ChoiceCommand | Problem> {
  const { action, purpose, limit } = pressed;
  const about = purpose === undefined ? {} : { purpose };
  if (action === 'object') return { kind: 'limit.record', input: { kind: 'objection', state: 'set', ...about } };
  if (action === 'opt-out')
    return { kind: 'limit.record', input: { kind: limit ?? 'opt-out', state: 'set', ...about } };
  if (action === 'lift' && limit !== undefined)
    return { kind: 'limit.record', input: { kind: limit, state: 'lifted', ...about } };
  const standing =
    purpose !== undefined && (action === 'agree' || action === 'lift')
      ? await findLimitToLift(reads, purpose, self)
      : undefined;
  if (standing !== undefined) return { kind: 'limit.record', input: { kind: standing, state: 'lifted', ...about } };
  return asConsent(reads, pressed, language);
}
