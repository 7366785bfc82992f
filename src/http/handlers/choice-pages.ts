/**
 * Handlers of the page of choices: showing them, and one press of a button that changes one.
 * Flow:    app → here → answers/consent, record/choice → back to the page.
 * Promise: whoever pressed comes back to the page they were on, at what they changed, which says how it stands now. A
 *          yes names the notice that stood beside the button, in the language in which it was read.
 * Source:  GDPR 7; docs/law.md 5.1, 5.2.
 */

import * as pages from '../../../openapi/endpoints/pages.ts';
import { askMyChoices } from '../../answers/consent/ask.ts';
import { choicesPage } from '../../pages/choices-page.tsx';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { selfOf, senderOf } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { commandOfChoice } from '../record/choice.ts';
import { renderRecorded } from '../reply.ts';

export const choicePageHandlers = (house: House): readonly Bound[] => [
  on(pages.showChoices)(async (context) => {
    const choices = await askMyChoices(house, selfOf(context.caller), context.language);
    const data = { ...choices, ...defined({ purpose: context.query.purpose }) };
    const chrome = { ...chromeOf(house, context), ...defined({ saved: context.query.saved }) };
    return { status: 200, text: choicesPage(data, chrome) };
  }),
  on(pages.sendChoice)(async (context) => {
    const { csrf: _csrf, back, ...pressed } = context.body;
    const self = selfOf(context.caller);
    const choice = await commandOfChoice(house, pressed, { language: context.language, self });
    if (isProblem(choice)) return choice;
    const recorded = await house.record(choice.kind, { ...choice.input, subject: self }, senderOf(context));
    const reply = renderRecorded(recorded);
    return isProblem(reply)
      ? reply
      : { see: `${back === 'me' ? '/me' : '/me/choices'}?saved=${pressed.purpose ?? 'all'}#saved` };
  }),
];
