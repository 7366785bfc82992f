/**
 * Handlers of the pages that a signed-in customer reads: AI use, one decision, the record, downloads, files of the
 * pages.
 * Flow:    app → here → gather.ts, answers → pages.
 * Promise: a page shows the same answer as the JSON; a GET changes nothing.
 * Source:  docs/design.md 8; docs/design.md 12.
 */
import { readFile } from 'node:fs/promises';
import * as pages from '../../../openapi/endpoints/pages.ts';
import { aiUsePage } from '../../pages/ai-use/page.tsx';
import { assets } from '../../pages/assets.ts';
import { decisionPage } from '../../pages/decision-page.tsx';
import { ledgerPage } from '../../pages/ledger-page.tsx';
import type { House } from '../../ports/house.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import { personLedger } from './answers.ts';
import { choicePageHandlers } from './choice-pages.ts';
import { chromeOf } from './chrome.ts';
import type { Pagers } from './cursor.ts';
import { decisionFact, explanationOf } from './explanation.ts';
import { aiUseFor, windowOf } from './gather.ts';
import { heldData } from './held-data.ts';
import { selfOf } from './me.ts';
import { seePerson, subjectOf } from './person.ts';
import { evidenceTold, told } from './reply.ts';
import { requestPageHandlers } from './request-pages.ts';
import { reviewPageHandlers } from './review-pages.ts';

const answerPages = (house: House, pagers: Pagers): readonly Bound[] => [
  on(pages.showMe)(async (context) => {
    const pager = pagers(context, pages.showMe.id);
    if (isProblem(pager)) return pager;
    const asked = {
      identifier: selfOf(context.caller),
      audience: 'person',
      language: context.language,
      window: windowOf(context.query),
      pager,
    } as const;
    const { answer } = await aiUseFor(house, asked);
    return { status: 200, text: aiUsePage(answer, chromeOf(house, context)) };
  }),
  on(pages.showDecision)(async (context) => {
    const { language, params } = context;
    const fact = await decisionFact(house, params.id);
    if (fact === undefined || (await subjectOf(house, selfOf(context.caller))) !== fact.subject)
      return problem('not-found');
    const explanation = await explanationOf(house, fact, { audience: 'person', language });
    return { status: 200, text: decisionPage(explanation, chromeOf(house, context)) };
  }),
  on(pages.showLedger)(async (context) => {
    const pager = pagers(context, pages.showLedger.id);
    if (isProblem(pager)) return pager;
    const seen = await seePerson(house, selfOf(context.caller));
    const data = await personLedger(house, seen, { pager, limit: context.query.limit, language: context.language });
    return { status: 200, text: ledgerPage(data, chromeOf(house, context)) };
  }),
];

const asFile = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` });

const fileHandlers = (house: House): readonly Bound[] => [
  on(pages.downloadEvidence)(async ({ caller }) => {
    const bundle = await evidenceTold(house, await subjectOf(house, selfOf(caller)));
    return isProblem(bundle) ? bundle : { ...bundle, headers: asFile('evidence.json') };
  }),
  on(pages.downloadData)(async ({ caller }) => {
    const data = await heldData(house, { subject: await subjectOf(house, selfOf(caller)), at: house.now() });
    return { ...told(200, data), headers: asFile('data.json') };
  }),
  on(pages.getAsset)(({ params }) => assetNamed(params.file)),
  on(pages.getIcon)(() => assetNamed('mark.svg')),
];

async function assetNamed(name: string): Promise<BytesAnswer | Problem> {
  const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
  if (asset === undefined) return problem('not-found');
  return {
    status: 200,
    bytes: await readFile(asset.file),
    media: asset.media,
    headers: { 'Cache-Control': 'public, max-age=3600' },
  };
}

export const pageHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  ...answerPages(house, pagers),
  ...fileHandlers(house),
  ...choicePageHandlers(house),
  ...requestPageHandlers(house, pagers),
  ...reviewPageHandlers(house, pagers),
];
