/**
 * Handlers of several reviews for one person: what would become of each, and how each came out.
 * Flow:    app → here → commands/review/foreseen, record/review-step (the same as for one) → pages/console.
 * Promise: the first form records nothing; the second asks for each under a key of its own, so that sent again it does
 *          nothing twice; one that is refused stops no other.
 * Source:  decision 0130; decision 0138.
 */
import * as endpoints from '../../../../openapi/endpoints/console-together.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { askColleagues } from '../../../answers/console/ask-colleagues.ts';
import { systemName } from '../../../answers/console/review-card.ts';
import { askSawResult } from '../../../answers/review/worked-before.ts';
import { foreseeAssignment, peopleOfAssignment } from '../../../commands/review/foreseen.ts';
import { say } from '../../../language/say.ts';
import {
  type ReviewLine,
  reviewsTogetherDonePage,
  reviewsTogetherPage,
} from '../../../pages/console/together-reviews-page.tsx';
import type { House } from '../../../ports/house.ts';
import type { ReviewRow } from '../../../views/review/review-row.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../../vocabulary/problems.ts';
import { mostTogether, type WhyNotAssigned } from '../../../vocabulary/together.ts';
import { type Bound, on } from '../../bind.ts';
import type { PageCall } from '../../call.ts';
import { consoleChrome, refusalWords, workQuery } from '../../console.ts';
import { takeReviewStep } from '../../record/review-step.ts';

type Sent = Readonly<Record<string, string>> & { readonly reviewer: string; readonly question?: string };

const chosenIn = (form: object): readonly string[] =>
  Object.keys(form)
    .filter((name) => name.startsWith('rev_'))
    .slice(0, mostTogether);

/** By the rule of the step, from what is on record now. */
async function whyNot(house: House, row: ReviewRow, { reviewer, call }: Asked): Promise<WhyNotAssigned | undefined> {
  const { caller } = call;
  const identifiers = [...new Set([row.subject, ...peopleOfAssignment({ row, reviewer, caller })])];
  const { registry, people } = await house.see(identifiers);
  const byIdentifier = new Map(identifiers.map((identifier, at) => [identifier, people[at]]));
  const seen = {
    row,
    registry,
    reviews: await house.reviewsOf([row.decision]),
    decision: (await house.facts([row.decision])).get(row.decision),
    person: (identifier: string) => byIdentifier.get(identifier) ?? ({ found: 'unknown', suppressions: [] } as const),
  };
  const actor = house.actorOf(reviewer);
  const sawFirst = await askSawResult(house, { row, reviewer: actor });
  return foreseeAssignment(seen, { caller, now: house.now(), reviewer, actor, sawFirst });
}

interface Asked {
  readonly reviewer: string;
  readonly call: PageCall;
}

async function lineOf(house: House, id: string, asked: Asked): Promise<ReviewLine> {
  const row = await house.review(id);
  if (row === undefined) return { id, leftOut: 'unknown' };
  const leftOut = await whyNot(house, row, asked);
  const title = systemName(row.aiSystem, await askConsoleContext(house, workQuery(asked.call)));
  return { id, title, isHeld: row.seats.first !== undefined, ...defined({ leftOut }) };
}

/** Whoever is asked, by the name that colleagues know. */
async function nameOf(house: House, reviewer: string): Promise<string> {
  const colleagues = await askColleagues(house, '');
  return colleagues.find(({ id }) => id === reviewer)?.name ?? reviewer;
}

async function preview(house: House, form: Sent, call: PageCall) {
  const asked = { reviewer: form.reviewer.trim() || call.caller.principal, call };
  const lines: ReviewLine[] = [];
  // One after another: each reads the looks of a person, and other pages are answered in between.
  for (const id of chosenIn(form)) lines.push(await lineOf(house, id, asked));
  const isNobody = lines.some(({ leftOut }) => leftOut === 'nobody');
  const fault = lines.length === 0 ? 'console.together.reviews.none' : 'console.together.reviews.nobody';
  const error = lines.length > 0 && !isNobody ? undefined : say(call.language, fault);
  const about = {
    reviewer: asked.reviewer,
    who: await nameOf(house, asked.reviewer),
    question: (form.question ?? '').trim(),
  };
  const page = { ...about, lines, batch: call.requestId, ...defined({ error }) };
  return {
    status: error === undefined ? 200 : 422,
    text: reviewsTogetherPage(page, await consoleChrome(house, call)),
  };
}

/** As the step of one review, under a key that names this form and the review. */
async function ask(house: House, id: string, { form, call }: { readonly form: Sent; readonly call: PageCall }) {
  const { caller, requestId } = call;
  const { reviewer, question } = form;
  const body = { reviewer, seat: 'first' as const, ...defined({ question }) };
  const key = `${form['batch'] ?? ''} ${id}`;
  const idempotency = { route: endpoints.sendReviewsTogetherSure.id, key, body: JSON.stringify(body) };
  const step = { kind: 'review.assign', reviewer, actor: house.actorOf(reviewer) } as const;
  return takeReviewStep(house, { caller, requestId, idempotency, params: { id }, body }, step);
}

export const reviewsTogetherHandlers = (house: House): readonly Bound[] => [
  on(endpoints.sendReviewsTogether)((context) => preview(house, context.body as Sent, context)),
  on(endpoints.sendReviewsTogetherSure)(async (context) => {
    const form = context.body as Sent;
    const outcomes = [];
    // One after another: each is an act of its own, and the lines say them in the order of the page.
    for (const id of chosenIn(form)) {
      const done: object | Problem = await ask(house, id, { form, call: context });
      outcomes.push({ id, ...(isProblem(done) ? { why: refusalWords(done, context) } : {}) });
    }
    return { status: 200, text: reviewsTogetherDonePage({ outcomes }, await consoleChrome(house, context)) };
  }),
];
