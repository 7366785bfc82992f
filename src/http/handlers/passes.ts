/**
 * Handlers for pages of the company: a pass for their server, what they show, and one press of a button on them.
 * Flow:    app → here → answers/in-page, record/choice, http/pass.
 * Promise: only purposes of the AI system of the pass can be chosen about; what is answered is the standing after it.
 * Source:  AI Act 50; GDPR 7; decision 0128.
 */
import * as endpoints from '../../../openapi/endpoints/passes.ts';
import { askPageNotice, findPurposesOf } from '../../answers/in-page/ask.ts';
import { findPerson } from '../../answers/person.ts';
import { say } from '../../language/say.ts';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { type Bound, type Circumstances, on } from '../bind.ts';
import { selfOf, senderOf } from '../call.ts';
import type { OnPage, Passes } from '../pass.ts';
import { commandOfChoice } from '../record/choice.ts';
import { readBodyOf, renderJson, renderRecorded } from '../reply.ts';
import { readAsset } from './pages.ts';

const notAllowed = (
  pointer: string,
  code: string,
  words: { readonly message: string; readonly fix: string },
): Problem => problem('validation-failed', undefined, [{ pointer, code, ...words }]);
const notACustomer = notAllowed('/subject', 'not-a-customer', {
  message: 'A pass is for a customer.',
  fix: 'Send customer:<id>.',
});
const unknownOrigin = notAllowed('/origin', 'unknown-origin', {
  message: 'Pages of this origin show nothing.',
  fix: 'Add it to CANDOR_PAGE_ORIGINS, as scheme, host and port: https://shop.example.com',
});

const makingHandler = (house: House, passes: Passes): Bound =>
  on(endpoints.postPass)(async ({ body, caller }) => {
    const { subject, aiSystem, origin } = body;
    if (!subject.startsWith('customer:')) return notACustomer;
    if (!passes.origins.has(origin)) return unknownOrigin;
    if ((await findPurposesOf(house, aiSystem)) === undefined) return problem('not-found');
    const { pass, expiresAt } = passes.make({ self: subject, aiSystem, origin }, caller);
    return { status: 201, body: { pass, expiresAt: timeOf(expiresAt) } };
  });

/** The edge lets nobody in here without a pass, so a call from no page is a fault of ours. */
function pageOf({ page }: Circumstances): OnPage {
  if (page === undefined) throw new Error('a call from no page was let in');
  return page;
}

/** What a page knew of somebody from before an erasure brings them back as little as a session does. */
async function isFromBeforeErasure(house: House, self: string, { begunAt }: OnPage): Promise<boolean> {
  const { person } = await findPerson(house, self);
  return person.found === 'erased' || (person.erasedAt !== undefined && person.erasedAt >= begunAt);
}

type Choosing = Circumstances & Parameters<typeof senderOf>[0] & { readonly body: PageChoice };
type PageChoice = Parameters<typeof commandOfChoice>[1] & {
  readonly purpose: string;
  readonly notice?: { readonly key: string; readonly version: number };
};

/** The command of the button, with the text that stood beside it and where all that was. */
async function commandOn(house: House, context: Choosing) {
  const { notice, ...pressed } = context.body;
  const self = selfOf(context.caller);
  const choice = await commandOfChoice(house, pressed, { language: context.language, self });
  if (isProblem(choice)) return choice;
  const { origin, aiSystem } = pageOf(context);
  const made = { subject: self, evidence: `On a page of ${origin}, where the AI system ${aiSystem} is at work.` };
  if (choice.kind === 'limit.record') return { ...choice, input: { ...choice.input, ...made } };
  const shown = choice.input.state === 'given' && notice !== undefined ? { notice } : {};
  return { ...choice, input: { ...choice.input, ...shown, ...made } };
}

async function choose(house: House, context: Choosing): Promise<Problem | ReturnType<typeof renderJson>> {
  const page = pageOf(context);
  const self = selfOf(context.caller);
  const { purpose } = context.body;
  if ((await findPurposesOf(house, page.aiSystem))?.includes(purpose) !== true) return problem('not-found');
  if (await isFromBeforeErasure(house, self, page)) return problem('subject-erased');
  const command = await commandOn(house, context);
  if (isProblem(command)) return command;
  const recorded = await house.record(command.kind, command.input, senderOf(context));
  const reply = renderRecorded(recorded);
  if (isProblem(recorded) || isProblem(reply)) return reply as Problem;
  const { id, entry } = readBodyOf(recorded);
  const { language } = context;
  const notice = await askPageNotice(house, { identifier: self, aiSystem: page.aiSystem, language });
  if (notice === undefined) return problem('not-found');
  const words = notice.choices.find((choice) => choice.purpose === purpose)?.words ?? '';
  const answer = renderJson(201, { recorded: { id, entry }, said: say(language, 'choices.saved', { words }), notice });
  return { ...answer, ...defined({ headers: reply.headers }) };
}

export const passHandlers = (house: House, passes: Passes): readonly Bound[] => [
  makingHandler(house, passes),
  on(endpoints.getPageNotice)(async (context) => {
    const { aiSystem } = pageOf(context);
    const notice = await askPageNotice(house, {
      identifier: selfOf(context.caller),
      aiSystem,
      language: context.language,
    });
    return notice === undefined ? problem('not-found') : renderJson(200, notice);
  }),
  on(endpoints.postPageChoice)((context) => choose(house, context)),
  on(endpoints.getElements)(() => readAsset('candor.js')),
];
