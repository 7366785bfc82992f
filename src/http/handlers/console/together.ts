/**
 * Handlers of one step for many requests: what would happen to each, and how each came out.
 * Flow:    app → here → commands (the same as for one) → pages/console.
 * Promise: the first form records nothing; the second takes the step for each under a key of its own, so that sent
 *          again it does nothing twice; one that is refused stops no other.
 * Source:  decision 0130.
 */
import * as endpoints from '../../../../openapi/endpoints/console-together.ts';
import { calendarOf } from '../../../answers/calendar.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { requestCard } from '../../../answers/console/request-work.ts';
import { foreseeExtension } from '../../../commands/request/foreseen.ts';
import { say } from '../../../language/say.ts';
import { type Line, togetherDonePage, togetherPage } from '../../../pages/console/together-page.tsx';
import type { House } from '../../../ports/house.ts';
import type { RequestRow } from '../../../views/request/request-row.ts';
import { isBlank } from '../../../vocabulary/blank.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import { mostTogether, type StepTogether } from '../../../vocabulary/together.ts';
import { type Bound, on } from '../../bind.ts';
import type { PageCall } from '../../call.ts';
import { consoleChrome, refusalWords, workQuery } from '../../console.ts';
import { takeRequestStep } from '../../record/request-step.ts';
import { renderRecorded } from '../../reply.ts';

interface Wanted {
  readonly step: StepTogether;
  readonly reason: string;
}
type Sent = Wanted & { readonly [name: string]: string };

const chosenIn = (form: Sent): readonly string[] =>
  Object.keys(form)
    .filter((name) => name.startsWith('req_'))
    .slice(0, mostTogether);

/** What the step would do, or why this request is left out. */
function foreseen(house: House, row: RequestRow, { step, reason }: Wanted): Pick<Line, 'dueAt' | 'leftOut'> {
  if (step === 'extend') return foreseeExtension(row, { reason, calendar: calendarOf(house) }, house.now());
  return row.subject === undefined ? { leftOut: 'erased' } : {};
}

async function lineOf(house: House, id: string, { wanted, call }: { wanted: Wanted; call: PageCall }): Promise<Line> {
  const row = await house.request(id);
  if (row === undefined) return { id, leftOut: 'unknown' };
  const { now, reader } = await askConsoleContext(house, workQuery(call));
  return { id, title: requestCard(row, { now, reader }).title, ...foreseen(house, row, wanted) };
}

const linesOf = async (house: House, form: Sent, call: PageCall): Promise<readonly Line[]> =>
  Promise.all(chosenIn(form).map((id) => lineOf(house, id, { wanted: form, call })));

interface Taking extends Wanted {
  readonly id: string;
  readonly batch: string;
}

/** As the step of one request, under a key that names this form and the request. */
async function take(house: House, { id, batch, step, reason }: Taking, call: PageCall): Promise<object | Problem> {
  const { caller, requestId } = call;
  const body = JSON.stringify({ step, reason });
  const idempotency = { route: endpoints.sendTogetherSure.id, key: `${batch} ${id}`, body };
  if (step === 'extend')
    return takeRequestStep(house, 'extend', { caller, requestId, idempotency, params: { id }, body: { reason } });
  const subject = (await house.request(id))?.subject;
  if (subject === undefined) return problem('subject-erased');
  const note = { subject, text: reason, about: id };
  return renderRecorded(await house.record('note.add', note, { caller, requestId, idempotency }));
}

export const togetherHandlers = (house: House): readonly Bound[] => [
  on(endpoints.sendTogether)(async (context) => {
    const form = context.body as Sent;
    const { step } = form;
    const reason = form.reason.trim();
    const lines = await linesOf(house, { ...form, reason }, context);
    const missing =
      lines.length === 0 ? 'console.together.none' : isBlank(reason) ? 'console.together.no-words' : undefined;
    const error = missing === undefined ? {} : { error: say(context.language, missing) };
    const page = { step, reason, lines: missing === undefined ? lines : [], batch: context.requestId, ...error };
    const text = togetherPage(page, await consoleChrome(house, context));
    return { status: missing === undefined ? 200 : 422, text };
  }),
  on(endpoints.sendTogetherSure)(async (context) => {
    const form = context.body as Sent & { readonly batch: string };
    const outcomes = [];
    // One after another: each is an act of its own, and the lines say them in the order of the page.
    for (const id of chosenIn(form)) {
      const { step, reason, batch } = form;
      const done = await take(house, { id, batch, step, reason }, context);
      outcomes.push({ id, ...(isProblem(done) ? { why: refusalWords(done, context) } : {}) });
    }
    return { status: 200, text: togetherDonePage({ step: form.step, outcomes }, await consoleChrome(house, context)) };
  }),
];
