/**
 * Handlers of the pages that a signed-in customer reads: one decision, the record, downloads, files of the pages. How
 * data is used stands in me.ts, beside the same answer as JSON.
 * Flow:    app → here → answers → pages.
 * Promise: a page shows the same answer as the JSON; a GET changes nothing.
 * Source:  docs/design.md 8; docs/design.md 12.
 */
import { readFile } from 'node:fs/promises';
import * as pages from '../../../openapi/endpoints/pages.ts';
import { findDecision } from '../../answers/decision/ask.ts';
import { askExplanation } from '../../answers/explanation/ask.ts';
import { askHeldData } from '../../answers/held-data/ask.ts';
import { askPersonLedger } from '../../answers/ledger/ask.ts';
import { findPerson, findSubject } from '../../answers/person.ts';
import { assets } from '../../pages/assets.ts';
import { decisionPage } from '../../pages/decision-page.tsx';
import { ledgerPage } from '../../pages/ledger-page.tsx';
import type { Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import { selfOf } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { evidenceAnswer } from '../evidence-answer.ts';
import { renderJson } from '../reply.ts';

const answerPages = (reads: Reads, readCursor: CursorReader): readonly Bound[] => [
  on(pages.showDecision)(async (context) => {
    const { language, params } = context;
    const fact = await findDecision(reads, params.id);
    if (fact === undefined || (await findSubject(reads, selfOf(context.caller))) !== fact.subject)
      return problem('not-found');
    const explanation = await askExplanation(reads, fact, { audience: 'person', language });
    return { status: 200, text: decisionPage(explanation, chromeOf(reads, context)) };
  }),
  on(pages.showLedger)(async (context) => {
    const cursor = readCursor(context, pages.showLedger.id);
    if (isProblem(cursor)) return cursor;
    const person = await findPerson(reads, selfOf(context.caller));
    const { limit, start, cursor: later } = context.query;
    const day = start === '' ? undefined : start;
    const query = { ...pageQuery(cursor, limit), language: context.language, ...defined({ until: day }) };
    const data = withCursor(await askPersonLedger(reads, person, query), cursor);
    const isLater = day !== undefined || later !== undefined;
    return {
      status: 200,
      text: ledgerPage({ ...data, isLater, ...defined({ start: day }) }, chromeOf(reads, context)),
    };
  }),
];

const asFile = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` });

const downloadHandlers = (reads: Reads): readonly Bound[] => [
  on(pages.downloadEvidence)(async ({ caller }) => {
    const bundle = await evidenceAnswer(reads, await findSubject(reads, selfOf(caller)));
    return isProblem(bundle) ? bundle : { ...bundle, headers: asFile('evidence.json') };
  }),
  on(pages.downloadData)(async ({ caller }) => {
    const data = await askHeldData(reads, { subject: await findSubject(reads, selfOf(caller)), at: reads.now() });
    return { ...renderJson(200, data), headers: asFile('data.json') };
  }),
  on(pages.getAsset)(({ params }) => readAsset(params.file)),
  on(pages.getIcon)(() => readAsset('mark.svg')),
];

export async function readAsset(name: string): Promise<BytesAnswer | Problem> {
  const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
  if (asset === undefined) return problem('not-found');
  return {
    status: 200,
    bytes: await readFile(asset.file),
    media: asset.media,
    headers: { 'Cache-Control': 'public, max-age=3600' },
  };
}

export const pageHandlers = (reads: Reads, readCursor: CursorReader): readonly Bound[] => [
  ...answerPages(reads, readCursor),
  ...downloadHandlers(reads),
];
