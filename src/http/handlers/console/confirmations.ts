/**
 * Handlers of what waits for a second person in the console: seen, confirmed, refused, taken back.
 * Flow:    app → here → answers/console, record/second-person (the same as the API) → pages/console.
 * Promise: what destroys something needs a second yes; a refusal is told on the page, with what still waits.
 * Source:  decision 0044; decision 0067.
 */
import * as confirmations from '../../../../openapi/endpoints/confirmations.ts';
import { askConfirmations, isFinalAct } from '../../../answers/console/confirmations.ts';
import { askProposal } from '../../../answers/proposal/ask.ts';
import { readerOf } from '../../../answers/reader.ts';
import { confirmationsPage } from '../../../pages/console/confirmations-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import type { PageCall } from '../../call.ts';
import { canBeMended, consoleChrome, refusalWords } from '../../console.ts';
import { confirmProposal, declineProposal, maySettle } from '../../record/second-person.ts';

type OnProposal = PageCall & { readonly params: { readonly id: string } };

async function render(house: House, context: PageCall, error?: string): Promise<TextAnswer> {
  const { caller, language } = context;
  const asking = {
    who: caller.actor,
    reader: readerOf(language, house.settings.timeZone, 'officer'),
    maySettle: (act: Parameters<typeof maySettle>[0]) => maySettle(act, caller),
  };
  const found = await askConfirmations(house, asking);
  const page = error === undefined ? found : { ...found, error };
  return {
    status: error === undefined ? 200 : 422,
    text: confirmationsPage(page, await consoleChrome(house, context)),
  };
}

const notSure = problem('validation-failed', undefined, [
  {
    pointer: '/sure',
    code: 'required',
    message: 'This cannot be undone.',
    fix: 'Tick the box to say that you are sure.',
  },
]);

async function confirmed(
  house: House,
  context: OnProposal & { readonly body: { readonly sure?: 'yes' } },
): Promise<object | Problem> {
  const { id } = context.params;
  const proposal = await askProposal(house, id);
  if (proposal === undefined) return problem('not-found');
  const isSure = context.body.sure === 'yes' || !isFinalAct(proposal.act);
  return isSure ? confirmProposal(house, id, context) : notSure;
}

const ended = (house: House, context: PageCall, done: object | Problem) => {
  if (!isProblem(done)) return { see: '/console/confirmations' } as const;
  return canBeMended(done) ? render(house, context, refusalWords(done, context)) : done;
};

export const confirmationHandlers = (house: House): readonly Bound[] => [
  on(confirmations.showConfirmations)((context) => render(house, context)),
  on(confirmations.sendConfirmation)(async (context) => ended(house, context, await confirmed(house, context))),
  on(confirmations.sendRefusal)(async (context) =>
    ended(house, context, await declineProposal(house, context.params.id, context)),
  ),
];
