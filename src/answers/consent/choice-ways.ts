/**
 * What can be pressed about one purpose, and what is said where nothing can.
 * Flow:    my-choices.ts → here → language.
 * Promise: yes and no stand side by side; nothing is offered as a yes that rests on no yes, and none without its text.
 * Source:  GDPR 7; docs/law.md 5.2; 11 CCR 7004.
 */
import type { Reader } from '../reader.ts';
import type { Action, PurposeChoice } from '../use/system-answer.ts';

interface ChoiceButton {
  readonly label: string;
  /** What it sends, on the page of choices and on pages of others. */
  readonly fields: Readonly<Record<string, string>>;
}

export type ChoiceWay =
  | { readonly kind: 'buttons'; readonly buttons: readonly ChoiceButton[]; readonly effect?: string }
  | { readonly kind: 'said'; readonly words: string; readonly href?: string };

interface Asked {
  readonly choice: PurposeChoice;
  readonly hasNotice: boolean;
  readonly isStoppedByAll: boolean;
}

/** Whether the use rests on what the person agrees to, for any of their laws. */
const restsOnYes = ({ bases }: PurposeChoice): boolean =>
  bases.some(({ basis }) => basis === 'consent' || basis === 'explicit-consent');

/** Whether the person is asked for a yes, so that the text must be in view. */
export const asksForYes = (actions: readonly Action[]): boolean =>
  actions.some(({ action }) => action === 'agree' || action === 'lift');

function yesNo({ choice, hasNotice, isStoppedByAll }: Asked, reader: Reader): ChoiceWay {
  const { purpose, reason } = choice;
  // A yes to one purpose is an answer to its text; without one, only what stops everything can be taken back.
  if (isStoppedByAll && (!hasNotice || !restsOnYes(choice)))
    return { kind: 'said', words: reader.say('choices.stopped-by-all'), href: '/me/choices#limits' };
  // Where nothing rests on a yes there is nothing to agree to: what was stopped can be allowed again.
  if (!restsOnYes(choice)) {
    const fields = { action: 'lift', limit: reason === 'opted-out' ? 'opt-out' : 'objection', purpose };
    return { kind: 'buttons', buttons: [{ label: reader.say('choices.lift'), fields }] };
  }
  if (!hasNotice && reason !== 'objected' && reason !== 'opted-out')
    return { kind: 'said', words: reader.say('choices.no-notice') };
  const yes = { label: reader.say('choices.yes'), fields: { action: 'agree', purpose } };
  const no = { label: reader.say('choices.no'), fields: { action: 'refuse', purpose } };
  return { kind: 'buttons', buttons: reason === 'refused' ? [yes] : [yes, no] };
}

export const waysOf = (actions: readonly Action[], asked: Asked, reader: Reader): readonly ChoiceWay[] =>
  actions.flatMap((action): readonly ChoiceWay[] => {
    if (asksForYes([action])) return [yesNo(asked, reader)];
    const { form, words, effect } = action;
    return form === undefined ? [] : [{ kind: 'buttons', buttons: [{ label: words, fields: form }], effect }];
  });
