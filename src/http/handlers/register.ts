/**
 * Handlers of the public register.
 * Flow:    app → here → answers/register → pages/register.
 * Promise: the page shows the same answer as the JSON; neither needs anybody to sign in.
 * Source:  docs/law.md 9.
 */
import * as endpoints from '../../../openapi/endpoints/register.ts';
import { askRegister, askRegisterEntry } from '../../answers/register/ask.ts';
import { registerEntryPage, registerPage } from '../../pages/register/register-page.tsx';
import type { Reads } from '../../ports/reads.ts';
import { problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { chromeOf } from '../chrome.ts';
import { renderJson } from '../reply.ts';

export const registerHandlers = (reads: Reads): readonly Bound[] => [
  on(endpoints.goHome)(({ query: { language } }) => ({
    see: language === undefined ? '/v1/register' : `/v1/register?language=${language}`,
  })),
  on(endpoints.getRegister)(async (context) => {
    const register = await askRegister(reads, context.language);
    return context.form === 'html'
      ? { status: 200, text: registerPage(register, chromeOf(reads, context)) }
      : renderJson(200, register);
  }),
  on(endpoints.getRegisterEntry)(async (context) => {
    const entry = await askRegisterEntry(reads, context.params.key, context.language);
    if (entry === undefined) return problem('not-found');
    return context.form === 'html'
      ? { status: 200, text: registerEntryPage(entry, chromeOf(reads, context)) }
      : renderJson(200, entry);
  }),
];
