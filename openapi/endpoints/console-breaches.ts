/**
 * Routes of the breach register in the console: the list with a form for a new one, one breach, and its steps.
 * Flow:    here → endpoints.ts, http/handlers/console/breaches.ts.
 * Promise: opened by whoever may record in the API, and each form is the command of the API; what does not fit is told
 *          on the page, with what was typed.
 * Source:  GDPR 33, 34; decision 0117.
 */
import { z } from 'zod';
import { endpoint, media, wholeNumber } from '../endpoint.ts';
import { LanguageTag } from '../models/basics.ts';
import { BreachId } from '../models/breach.ts';
import { postBreach, postBreachNote, postBreachNotTold, postBreachTold } from './breaches.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const officers = { staff: ['requests'] } as const;
const language = { language: LanguageTag.exactOptional() };
const reading = { method: 'get', tags: ['console'], page: true, who: officers, replies: { 200: html } } as const;
const sending = {
  method: 'post',
  tags: ['console'],
  page: true,
  who: officers,
  replies: { 303: media('', 'Back to the breach, at what was recorded.') },
} as const;
const params = z.object({ id: BreachId });

const csrf = z.string().min(1).max(200);
const Typed = z.string().max(10_000).exactOptional();
const Short = z.string().max(400).exactOptional();
/** A box for each key, named by its list, such as `aiSystems.credit-check`. */
const Box = /^(?:aiSystems|purposes|dataCategories)\.[a-z0-9]+(?:-[a-z0-9]+)*$/;
const fields = { csrf, what: Typed, noticedAt: Short, regimes: Short, from: Short, to: Short, about: Short } as const;
const steps = { text: Typed, whom: Short, toldAt: Short, lateBecause: Typed, ground: Short } as const;
const form = { ...fields, ...steps };
const BreachForm = z
  .object(form)
  .catchall(z.literal('yes'))
  .refine((sent) => Object.keys(sent).every((name) => Object.hasOwn(form, name) || Box.test(name)), {
    message: 'This form has a field that is not described.',
  });

export const showBreaches = endpoint({
  ...reading,
  id: 'showBreaches',
  path: '/console/breaches',
  summary: 'The breach register, and a form for a new breach',
  query: z.strictObject(language),
});
export const showBreach = endpoint({
  ...reading,
  id: 'showBreach',
  path: '/console/breaches/{id}',
  summary: 'One breach: its clocks, whom it reached, and what can be recorded about it',
  params,
  query: z.strictObject({ ...language, done: wholeNumber(1, 1_000_000).exactOptional() }),
  fails: ['not-found'],
});
export const sendBreach = endpoint({
  ...sending,
  id: 'sendBreach',
  path: '/console/breaches',
  summary: 'Record a breach',
  body: BreachForm,
  records: postBreach.records,
});
export const sendBreachStep = endpoint({
  ...sending,
  id: 'sendBreachStep',
  path: '/console/breaches/{id}/{step}',
  summary: 'Record what was found of a breach, who was told, or why not',
  params: params.extend({ step: z.enum(['notes', 'told', 'not-told']) }),
  body: BreachForm,
  fails: ['not-found'],
  records: [...postBreachNote.records, ...postBreachTold.records, ...postBreachNotTold.records],
});
