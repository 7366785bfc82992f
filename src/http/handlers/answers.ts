/**
 * Handlers of the four answers for officers: AI use, record, evidence, data.
 * Flow:    app → here → house (look, then read) → answers.
 * Promise: the look stands in the ledger before a byte of the answer is made; where it cannot be recorded, nothing is
 *          shown.
 * Source:  docs/design.md 8 (`?reason=`).
 */
import * as answers from '../../../openapi/endpoints/answers.ts';
import { entryAnswer, namesIn } from '../../answers/ledger/person-ledger.ts';
import { readerOf } from '../../answers/reader.ts';
import type { KnownPerson } from '../../evaluation/person.ts';
import { aiUsePage } from '../../pages/ai-use/page.tsx';
import type { House } from '../../ports/house.ts';
import type { LookReason, LookWhat } from '../../vocabulary/look.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { type Bound, type Circumstances, on } from '../bind.ts';
import { chromeOf } from './chrome.ts';
import { type Pager, type Pagers, pageWanted } from './cursor.ts';
import { aiUseFor, windowOf } from './gather.ts';
import { heldData } from './held-data.ts';
import { type SeenPerson, seeKnown } from './person.ts';
import { answered, type Calling, evidenceTold, senderOf, told } from './reply.ts';

type Looking = Calling &
  Circumstances & { readonly params: { readonly subject: string }; readonly query: { readonly reason?: LookReason } };

/** Records the look, then finds the person. */
async function looked(house: House, what: LookWhat, context: Looking): Promise<SeenPerson<KnownPerson> | Problem> {
  const { params, query } = context;
  const taken = answered(
    await house.record(
      'look.take',
      { subject: params.subject, what, reason: query.reason ?? 'unstated' },
      senderOf(context),
    ),
  );
  return isProblem(taken) ? taken : seeKnown(house, params.subject);
}

export interface LedgerAsked {
  readonly pager: Pager;
  readonly limit: number;
  readonly language: string;
}

/** The record of somebody, one page, each entry with its sentence. */
export async function personLedger(
  house: House,
  { person, registry, now }: SeenPerson,
  { pager, limit, language }: LedgerAsked,
) {
  const subject = person.found === 'known' ? person.subject : null;
  const page = subject === null ? { items: [], next: null } : await house.chain(subject, pageWanted(pager, limit));
  const reader = readerOf(language, house.settings.timeZone);
  const nameOf = namesIn(registry, now, reader);
  const items = page.items.map((entry) => entryAnswer(entry, reader, nameOf));
  const checkpoint = (await house.ledger.checkpoint(house.ledger.log)) ?? null;
  return { subject, items, next: pager.next(page.next), checkpoint, languageFallback: reader.fellBack() };
}

const useHandler = (house: House, pagers: Pagers): Bound =>
  on(answers.getAiUse)(async (context) => {
    const { params, query, language } = context;
    const pager = pagers(context, `${answers.getAiUse.id} ${params.subject}`);
    if (isProblem(pager)) return pager;
    const seen = await looked(house, 'ai-use', context);
    if (isProblem(seen)) return seen;
    const { answer } = await aiUseFor(house, {
      identifier: params.subject,
      audience: 'officer',
      language,
      window: windowOf(query),
      pager,
    });
    return context.form === 'html'
      ? { status: 200, text: aiUsePage(answer, chromeOf(house, context)) }
      : told(200, answer);
  });

export const answerHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  useHandler(house, pagers),
  on(answers.getLedger)(async (context) => {
    const pager = pagers(context, `${answers.getLedger.id} ${context.params.subject}`);
    if (isProblem(pager)) return pager;
    const seen = await looked(house, 'ledger', context);
    return isProblem(seen)
      ? seen
      : told(200, await personLedger(house, seen, { pager, limit: context.query.limit, language: context.language }));
  }),
  on(answers.getEvidence)(async (context) => {
    const seen = await looked(house, 'evidence', context);
    return isProblem(seen) ? seen : evidenceTold(house, seen.person.subject);
  }),
  on(answers.getData)(async (context) => {
    const seen = await looked(house, 'data', context);
    return isProblem(seen) ? seen : told(200, await heldData(house, { subject: seen.person.subject, at: seen.now }));
  }),
];
