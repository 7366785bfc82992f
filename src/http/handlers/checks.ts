/**
 * Handlers of the question "may I?": checks without a trace, uses with a record, one by one and many at once.
 * Flow:    app → here → answers/check (checks), command `use.record` (uses).
 * Promise: a check and a use with the same body are the same question; items of a batch succeed or fail alone.
 * Source:  docs/design.md 7 and 8.1.
 */
import * as checks from '../../../openapi/endpoints/checks.ts';
import { CheckBody } from '../../../openapi/models/check.ts';
import { askCheck, askChecks, type CheckQuestion } from '../../answers/check/ask.ts';
import type { House } from '../../ports/house.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { readItems, renderItems } from '../items.ts';
import { recordUses } from '../record/uses.ts';
import { renderRecorded } from '../reply.ts';

export const checkHandlers = (house: House): readonly Bound[] => [
  on(checks.postCheck)(async ({ body, language }) => ({ status: 200, body: await askCheck(house, body, language) })),
  on(checks.postCheckBatch)(async ({ body, language, requestId }) => {
    const items = readItems<CheckQuestion>(CheckBody, body.items);
    const questions = items.flatMap((item) => (isProblem(item) ? [] : [item.value]));
    const results = renderItems(items, await askChecks(house, questions, language), requestId);
    return { status: 200, body: { results } };
  }),
  on(checks.postUse)(async (context) => {
    const input = { ...context.body, language: context.language };
    return renderRecorded(await house.record('use.record', input, senderOf(context)));
  }),
  on(checks.postUseOutcome)(async (context) => {
    const input = { use: context.params.id, outcome: context.body.outcome };
    return renderRecorded(await house.record('use.end', input, senderOf(context)));
  }),
  on(checks.postUseBatch)((context) => recordUses(house, context.body.items, context)),
];
