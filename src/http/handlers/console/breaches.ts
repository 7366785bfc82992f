/**
 * Handlers of the breach register in the console: the list, one breach, and what is recorded about it by form.
 * Flow:    app → here → answers/console/breach-work, commands `breach.…` (the same as the API) → pages/console.
 * Promise: what is refused is told on the page with what was typed; what was recorded is said where it stands.
 * Source:  GDPR 33, 34; decision 0117.
 */
import type { Model } from '../../../../openapi/endpoint.ts';
import * as endpoints from '../../../../openapi/endpoints/console-breaches.ts';
import { BreachBody, BreachNoteBody, BreachNotToldBody, BreachToldBody } from '../../../../openapi/models/breach.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { askBreachList, askBreachWork, extentOf } from '../../../answers/console/breach-work.ts';
import type { CommandKind, InputOf } from '../../../commands/commands.ts';
import { breachPage } from '../../../pages/console/breach-page.tsx';
import type { TriedBreach } from '../../../pages/console/breach-parts.tsx';
import { breachesPage } from '../../../pages/console/breaches-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { BytesAnswer, TextAnswer } from '../../answer.ts';
import { type Bound, checkPart, on } from '../../bind.ts';
import { type BreachFields, breachBodyOf } from '../../breach-form.ts';
import { type PageCall, senderOf } from '../../call.ts';
import { canBeMended, consoleChrome, refusedForm, workQuery } from '../../console.ts';
import { readBodyOf, renderRecorded } from '../../reply.ts';

type OnOne = PageCall & { readonly params: { readonly id: string } };
interface Failed {
  readonly error?: string;
  readonly wrong?: readonly string[];
  readonly tried?: TriedBreach;
  readonly done?: number | undefined;
}

const extent = async (house: House, call: PageCall) => extentOf(await askConsoleContext(house, workQuery(call)));
const statusOf = ({ tried }: Failed): number => (tried === undefined ? 200 : 422);

async function renderList(house: House, call: PageCall, failed: Failed = {}): Promise<TextAnswer> {
  const { defaultRegime, timeZone } = house.settings;
  const page = { items: await askBreachList(house), extent: await extent(house, call), defaultRegime, timeZone };
  return { status: statusOf(failed), text: breachesPage({ ...page, ...failed }, await consoleChrome(house, call)) };
}

async function renderOne(house: House, call: OnOne, failed: Failed = {}): Promise<TextAnswer | Problem> {
  const breach = await askBreachWork(house, call.params.id);
  if (breach === undefined) return problem('not-found');
  // Said only while it is so, whatever an address says.
  const done = failed.done === breach.count ? breach.last : undefined;
  const page = { breach, extent: await extent(house, call), ...failed, done };
  return { status: statusOf(failed), text: breachPage(page, await consoleChrome(house, call)) };
}

const steps = {
  notes: { kind: 'breach.note', model: BreachNoteBody },
  told: { kind: 'breach.tell', model: BreachToldBody },
  'not-told': { kind: 'breach.keep', model: BreachNotToldBody },
} as const satisfies Record<string, { readonly kind: CommandKind; readonly model: Model }>;

interface Sent {
  readonly kind: Extract<CommandKind, `breach.${string}`>;
  readonly model: Model;
  readonly more: (body: object) => object;
}

async function send(
  house: House,
  call: PageCall & { readonly body: object },
  { kind, model, more }: Sent,
): Promise<BytesAnswer | Problem> {
  const { csrf: _, ...fields } = call.body as BreachFields;
  const fit = checkPart('body', model, breachBodyOf(fields, house.settings.timeZone));
  if (isProblem(fit)) return fit;
  // The body was held against the model of its endpoint, which is the form that its rule takes.
  const input = more(fit.value as object) as InputOf<typeof kind>;
  return renderRecorded(await house.record(kind, input, senderOf(call)));
}

const triedIn = (form: string, { body }: { readonly body: object }): TriedBreach => ({
  form,
  values: body as BreachFields,
});

export const consoleBreachHandlers = (house: House): readonly Bound[] => [
  on(endpoints.showBreaches)((call) => renderList(house, call)),
  on(endpoints.showBreach)(({ query: { done }, ...call }) => renderOne(house, call, { done })),
  on(endpoints.sendBreach)(async (call) => {
    const more = (body: object) => ({ regimes: [house.settings.defaultRegime], ...body });
    const done = await send(house, call, { kind: 'breach.record', model: BreachBody, more });
    if (!isProblem(done)) return { see: `/console/breaches/${String(readBodyOf(done)['id'])}?done=1#saved` } as const;
    if (!canBeMended(done)) return done;
    return renderList(house, call, { ...refusedForm(done, call), tried: triedIn('record', call) });
  }),
  on(endpoints.sendBreachStep)(async (call) => {
    const { id, step } = call.params;
    const done = await send(house, call, { ...steps[step], more: (body) => ({ ...body, breach: id }) });
    if (!isProblem(done)) {
      const count = (await askBreachWork(house, id))?.count ?? 1;
      return { see: `/console/breaches/${id}?done=${count}#saved` } as const;
    }
    if (!canBeMended(done)) return done;
    const form = step === 'notes' ? step : `${step}-${call.body.whom ?? ''}`;
    return renderOne(house, call, { ...refusedForm(done, call), tried: triedIn(form, call) });
  }),
];
