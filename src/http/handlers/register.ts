/**
 * Handlers of the public register.
 * Flow:    app → here → house (registry) → answers/register → pages/register.
 * Promise: the page shows the same answer as the JSON; neither needs anybody to sign in.
 * Source:  docs/law.md 9.
 */
import * as endpoints from '../../../openapi/endpoints/register.ts';
import { readerOf } from '../../answers/reader.ts';
import { letThroughNow } from '../../answers/register/let-through.ts';
import { type RegisterMaterial, registerEntry, registerOf } from '../../answers/register/register.ts';
import { publishedNow } from '../../answers/use/published.ts';
import { registerEntryPage, registerPage } from '../../pages/register/register-page.tsx';
import type { House } from '../../ports/house.ts';
import { problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { chromeOf } from './chrome.ts';
import { told } from './reply.ts';

export const registerHandlers = (house: House): readonly Bound[] => {
  const material = async (): Promise<RegisterMaterial> => {
    const [registry, now] = [await house.registry(), house.now()];
    return { ...publishedNow(registry, now), letThrough: letThroughNow(registry, now) };
  };
  const readerFor = (language: string) => readerOf(language, house.settings.timeZone);
  return [
    on(endpoints.goHome)(() => ({ see: '/v1/register' })),
    on(endpoints.getRegister)(async (context) => {
      const { language, form } = context;
      const items = registerOf(await material(), () => readerFor(language));
      return form === 'html'
        ? { status: 200, text: registerPage(items, chromeOf(house, context)) }
        : told(200, { items });
    }),
    on(endpoints.getRegisterEntry)(async (context) => {
      const { language, form, params } = context;
      const published = await material();
      const system = published.systems.find(({ key }) => key === params.key);
      if (system === undefined) return problem('not-found');
      const entry = registerEntry(system, published, readerFor(language));
      return form === 'html'
        ? { status: 200, text: registerEntryPage(entry, chromeOf(house, context)) }
        : told(200, entry);
    }),
  ];
};
