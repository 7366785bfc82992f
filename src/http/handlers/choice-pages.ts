/**
 * Handlers of the page of choices: showing them, and one press of a button that changes one.
 * Flow:    app → here → house (record) → back to the page.
 * Promise: a yes names the notice that stood beside the button, in the language in which it was read.
 * Source:  GDPR 7; docs/law.md 5.1, 5.2.
 */

import * as pages from '../../../openapi/endpoints/pages.ts';
import { myChoices } from '../../answers/consent/my-choices.ts';
import type { InputOf } from '../../commands/commands.ts';
import type { NoticeNamed } from '../../commands/consent/notice-shown.ts';
import { inForce } from '../../evaluation/registry.ts';
import type { House } from '../../house-port.ts';
import { choicesPage } from '../../pages/choices-page.tsx';
import { defined } from '../../vocabulary/defined.ts';
import type { LimitKind } from '../../vocabulary/limit.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { chromeOf } from './chrome.ts';
import { aiUseFor } from './gather.ts';
import { selfOf } from './me.ts';
import { seePerson } from './person.ts';
import { answered, senderOf } from './reply.ts';

interface Choosing {
  readonly action: 'agree' | 'refuse' | 'withdraw' | 'object' | 'opt-out' | 'lift';
  readonly purpose?: string;
  readonly limit?: LimitKind;
}

type ChosenOf<K extends 'consent.record' | 'limit.record'> = {
  readonly kind: K;
  readonly input: Omit<InputOf<K>, 'subject'>;
};
type Chosen = ChosenOf<'consent.record'> | ChosenOf<'limit.record'>;

const withoutPurpose = problem('validation-failed', undefined, [
  {
    pointer: '/purpose',
    code: 'required',
    message: 'This choice is about one purpose.',
    fix: 'Go back and use the button beside the purpose.',
  },
]);

/** The notice of the purpose as the page shows it; without one the command says what is missing. */
async function noticeRead(house: House, purpose: string, language: string): Promise<NoticeNamed> {
  const registry = await house.registry();
  const now = house.now();
  const key = inForce(registry.purposes.get(purpose), now)?.body.defaultNotice;
  const notice = key === undefined ? undefined : inForce(registry.notices.get(key), now);
  if (notice === undefined) return {};
  const read = [language, language.split('-')[0] ?? language, 'en'].find((tag) => Object.hasOwn(notice.body.body, tag));
  return { notice: { key: notice.key, version: notice.version }, ...defined({ language: read }) };
}

const consentStates = { agree: 'given', lift: 'given', refuse: 'refused', withdraw: 'withdrawn' } as const;

async function consentOf(house: House, { action, purpose }: Choosing, language: string): Promise<Chosen | Problem> {
  if (purpose === undefined) return withoutPurpose;
  const state = consentStates[action as keyof typeof consentStates];
  const notice = state === 'given' ? await noticeRead(house, purpose, language) : {};
  return { kind: 'consent.record', input: { purpose, state, method: 'button', ...notice } };
}

/** Where no notice is published there is nothing to agree to, so going on means taking back the limit that stands. */
async function limitWithoutNotice(house: House, purpose: string, self: string): Promise<LimitKind | undefined> {
  const { person, registry, now } = await seePerson(house, self);
  if (person.found !== 'known' || inForce(registry.purposes.get(purpose), now)?.body.defaultNotice !== undefined)
    return undefined;
  const standing = Object.values(person.standing.limits).flatMap(({ set }) => set ?? []);
  return standing.find((act) => act.purpose === purpose && act.limit !== 'restriction')?.limit;
}

/** Lifting a limit names it; switching a purpose on again is a yes to its notice. */
async function chosen(
  house: House,
  choosing: Choosing,
  { language, self }: { readonly language: string; readonly self: string },
): Promise<Chosen | Problem> {
  const { action, purpose, limit } = choosing;
  const about = purpose === undefined ? {} : { purpose };
  if (action === 'object') return { kind: 'limit.record', input: { kind: 'objection', state: 'set', ...about } };
  if (action === 'opt-out')
    return { kind: 'limit.record', input: { kind: limit ?? 'opt-out', state: 'set', ...about } };
  if (action === 'lift' && limit !== undefined)
    return { kind: 'limit.record', input: { kind: limit, state: 'lifted', ...about } };
  const standing =
    purpose !== undefined && (action === 'agree' || action === 'lift')
      ? await limitWithoutNotice(house, purpose, self)
      : undefined;
  if (standing !== undefined) return { kind: 'limit.record', input: { kind: standing, state: 'lifted', ...about } };
  return consentOf(house, choosing, language);
}

export const choicePageHandlers = (house: House): readonly Bound[] => [
  on(pages.showChoices)(async (context) => {
    const { language, query } = context;
    const { answer, registry, person, now, reader } = await aiUseFor(house, {
      identifier: selfOf(context.caller),
      audience: 'person',
      language,
    });
    const data = { ...myChoices({ answer, registry, person, now, reader }), ...defined({ purpose: query.purpose }) };
    return { status: 200, text: choicesPage(data, chromeOf(house, context)) };
  }),
  on(pages.sendChoice)(async (context) => {
    const { csrf: _csrf, ...choosing } = context.body;
    const self = selfOf(context.caller);
    const choice = await chosen(house, choosing, { language: context.language, self });
    if (isProblem(choice)) return choice;
    const recorded = answered(await house.record(choice.kind, { ...choice.input, subject: self }, senderOf(context)));
    return isProblem(recorded) ? recorded : { see: '/me/choices' };
  }),
];
