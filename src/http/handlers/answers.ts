/**
 * Handlers of the four answers for officers: AI use, record, evidence, data.
 * Flow:    app → here → record/look, then answers.
 * Promise: the look stands in the ledger before a byte of the answer is made; where it cannot be recorded, nothing is
 *          shown.
 * Source:  docs/design.md 8 (`?reason=`).
 */
import * as answers from '../../../openapi/endpoints/answers.ts';
import { askHeldData } from '../../answers/held-data/ask.ts';
import { askPersonLedger } from '../../answers/ledger/ask.ts';
import { type FoundPerson, findKnownPerson } from '../../answers/person.ts';
import { askAiUse } from '../../answers/use/ask.ts';
import { windowOf } from '../../answers/window.ts';
import type { KnownPerson } from '../../evaluation/person.ts';
import { aiUsePage } from '../../pages/ai-use/page.tsx';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { LookReason, LookWhat } from '../../vocabulary/look.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import type { AuthenticatedCall } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { evidenceAnswer } from '../evidence-answer.ts';
import { recordLook } from '../record/look.ts';
import { renderJson } from '../reply.ts';

type Looking = AuthenticatedCall & {
  readonly params: { readonly subject: string };
  readonly query: { readonly reason?: LookReason };
};

/** Records the look, then finds the person. */
async function lookAt(house: House, what: LookWhat, context: Looking): Promise<FoundPerson<KnownPerson> | Problem> {
  const { subject } = context.params;
  const refused = await recordLook(house, { subject, what, reason: context.query.reason ?? 'unstated' }, context);
  return refused ?? findKnownPerson(house, subject);
}

const useHandler = (house: House, readCursor: CursorReader): Bound =>
  on(answers.getAiUse)(async (context) => {
    const { params, query, language } = context;
    const cursor = readCursor(context, `${answers.getAiUse.id} ${params.subject}`);
    if (isProblem(cursor)) return cursor;
    const person = await lookAt(house, 'ai-use', context);
    if (isProblem(person)) return person;
    const { before } = cursor;
    const about = { identifier: params.subject, audience: 'officer', language, window: windowOf(query) } as const;
    const found = await askAiUse(house, { ...about, ...defined({ before }) });
    const answer = { ...found.answer, next: cursor.write(found.next) };
    return context.form === 'html'
      ? { status: 200, text: aiUsePage(answer, chromeOf(house, context)) }
      : renderJson(200, answer);
  });

export const answerHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  useHandler(house, readCursor),
  on(answers.getLedger)(async (context) => {
    const cursor = readCursor(context, `${answers.getLedger.id} ${context.params.subject}`);
    if (isProblem(cursor)) return cursor;
    const person = await lookAt(house, 'ledger', context);
    if (isProblem(person)) return person;
    const query = { ...pageQuery(cursor, context.query.limit), language: context.language };
    return renderJson(200, withCursor(await askPersonLedger(house, person, query), cursor));
  }),
  on(answers.getEvidence)(async (context) => {
    const found = await lookAt(house, 'evidence', context);
    return isProblem(found) ? found : evidenceAnswer(house, found.person.subject);
  }),
  on(answers.getData)(async (context) => {
    const found = await lookAt(house, 'data', context);
    if (isProblem(found)) return found;
    return renderJson(200, await askHeldData(house, { subject: found.person.subject, at: found.now }));
  }),
];
