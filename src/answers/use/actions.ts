/**
 * What the person can do about one AI system, what follows from it, and the form or call that does it.
 * Flow:    systems.ts → here → language.
 * Promise: every action names its effect; the same act is open as a page and as a call.
 * Source:  docs/design.md 12 (every control says what follows from it); docs/law.md 5.2; GDPR 21, 22(3).
 */
import type { Purpose } from '../../evaluation/registry.ts';
import { inPath } from '../../vocabulary/identifier.ts';
import type { Call } from './answer-parts.ts';
import { givesHumanReview } from './rights.ts';
import { type RightsContext, requestWay } from './rights-context.ts';
import type { Action, PurposeChoice } from './system-answer.ts';

/** The call behind a form field by field: staff act for the person through the staff routes. */
function callOf(resource: 'consents' | 'limits', body: Readonly<Record<string, string>>, context: RightsContext): Call {
  if (context.audience === 'person') return { method: 'POST', href: `/v1/me/${resource}`, body };
  if (resource === 'consents')
    return { method: 'POST', href: '/v1/consents', body: { subject: context.subject, ...body } };
  return { method: 'POST', href: `/v1/subjects/${inPath(context.subject)}/limits`, body };
}

function withdraw({ purpose, name }: PurposeChoice, context: RightsContext): Action {
  const { reader } = context;
  const api = callOf('consents', { purpose, state: 'withdrawn' }, context);
  return {
    action: 'withdraw',
    words: reader.say('action.withdraw', { purpose: name }),
    effect: reader.say('action.withdraw.effect'),
    way: { href: `/me/choices?purpose=${purpose}`, api },
    form: { action: 'withdraw', purpose },
  };
}

/** Agreeing and switching on again lead to the page that shows the notice; there is no yes without the text. */
function agree({ purpose, name, state }: PurposeChoice, context: RightsContext): Action {
  const { reader } = context;
  const key = state === 'stopped' ? 'action.lift' : 'action.agree';
  const api = callOf('consents', { purpose, state: 'given' }, context);
  return {
    action: state === 'stopped' ? 'lift' : 'agree',
    words: reader.say(key, { purpose: name }),
    effect: reader.say(`${key}.effect`),
    way: { href: `/me/choices?purpose=${purpose}`, api },
  };
}

function setLimit(kind: 'objection' | 'opt-out', choice: PurposeChoice, context: RightsContext): Action {
  const action = kind === 'objection' ? 'object' : 'opt-out';
  const api = callOf('limits', { kind, purpose: choice.purpose, state: 'set' }, context);
  return {
    action,
    words: context.reader.say(`action.${action}`, { purpose: choice.name }),
    effect: context.reader.say(`action.${action}.effect`),
    way: { href: `/me/choices?purpose=${choice.purpose}`, api },
    form: { action, purpose: choice.purpose },
  };
}

/** A no that was said as a refusal is taken back the same way; a restriction is lifted by staff only. */
function ofChoice(choice: PurposeChoice, context: RightsContext): readonly Action[] {
  if (choice.reason === 'restricted' || choice.reason === 'erasure-asked' || choice.reason === 'minor-without-parent')
    return [];
  if (choice.state === 'agreed') return [withdraw(choice, context)];
  if (choice.state === 'not-agreed' || choice.state === 'stopped') return [agree(choice, context)];
  if (choice.state !== 'allowed-by-default') return [];
  return [setLimit(choice.reason === 'opt-out-not-exercised' ? 'opt-out' : 'objection', choice, context)];
}

function askPerson(context: RightsContext): Action {
  const { reader } = context;
  return {
    action: 'ask-human',
    words: reader.say('action.ask-human'),
    effect: reader.say('action.ask-human.effect'),
    way: requestWay('human-review', context),
  };
}

function askWhy(context: RightsContext): Action {
  const { reader } = context;
  return {
    action: 'ask-explanation',
    words: reader.say('action.ask-explanation'),
    effect: reader.say('action.ask-explanation.effect'),
    way: requestWay('ai-explanation', context),
  };
}

interface SystemChoices {
  readonly choices: readonly PurposeChoice[];
  readonly purposes: readonly Purpose[];
}

/** Everything open to the person for one system; asking why is always open, asking for a human where a law gives it. */
export function actionsOf({ choices, purposes }: SystemChoices, context: RightsContext): readonly Action[] {
  const deciding = purposes.filter(({ significant }) => significant).map(({ key }) => key);
  const decides = deciding.length > 0 && givesHumanReview(context, deciding);
  return [
    ...choices.flatMap((choice) => ofChoice(choice, context)),
    ...(decides ? [askPerson(context)] : []),
    askWhy(context),
  ];
}

function complain(context: RightsContext): Action {
  const { reader } = context;
  return {
    action: 'complain',
    words: reader.say('action.complain'),
    effect: reader.say('right.complaint.how'),
    way: requestWay('complaint', context),
  };
}

/** A no to a use that rests on a yes; it stands until the person says otherwise. */
function refuse({ purpose, name }: PurposeChoice, context: RightsContext): Action {
  return {
    action: 'refuse',
    words: context.reader.say('action.refuse', { purpose: name }),
    effect: context.reader.say('use.without.object.effect'),
    way: {
      href: `/me/choices?purpose=${purpose}`,
      api: callOf('consents', { purpose, state: 'refused' }, context),
    },
    form: { action: 'refuse', purpose },
  };
}

/** The no that bites on the ground on which the use would stand. */
function noTo(choice: PurposeChoice, context: RightsContext): readonly Action[] {
  const { state, reason } = choice;
  if (state === 'agreed') return [withdraw(choice, context)];
  if (state === 'not-agreed') return reason === 'refused' ? [] : [refuse(choice, context)];
  if (state === 'allowed-by-default')
    return [setLimit(reason === 'opt-out-not-exercised' ? 'opt-out' : 'objection', choice, context)];
  return [];
}

/** What is open against uses that had no permission: ask why, complain, and a no to each of their purposes. */
export function actionsAgainst(choices: readonly PurposeChoice[], context: RightsContext): readonly Action[] {
  const each = [...new Map(choices.map((choice) => [choice.purpose, choice])).values()];
  return [askWhy(context), complain(context), ...each.flatMap((choice) => noTo(choice, context))];
}
