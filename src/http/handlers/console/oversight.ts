/**
 * Handler of the figures of oversight as a page.
 * Flow:    app → here → answers/oversight (the same report as the API) → pages/console.
 * Promise: the page shows the numbers of `GET /v1/reports/oversight` for the same time.
 * Source:  docs/law.md 7, 8.
 */
import * as desk from '../../../../openapi/endpoints/console.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { systemName } from '../../../answers/console/review-card.ts';
import { askOversight } from '../../../answers/oversight/ask.ts';
import { oversightPage } from '../../../pages/console/oversight-page.tsx';
import type { Reads } from '../../../ports/reads.ts';
import { type Bound, on } from '../../bind.ts';
import { consoleChrome, workQuery } from '../../console.ts';

const MONTH = (365 / 12) * 86_400_000;

export const consoleOversightHandlers = (reads: Reads): readonly Bound[] => [
  on(desk.showOversight)(async (context) => {
    const { months } = context.query;
    const to = reads.now() + 1;
    const figures = await askOversight(reads, { from: Math.round(to - Number(months) * MONTH), to });
    const work = await askConsoleContext(reads, workQuery(context));
    const names = new Map(figures.systems.map(({ aiSystem }) => [aiSystem, systemName(aiSystem, work)]));
    return { status: 200, text: oversightPage({ ...figures, months, names }, consoleChrome(reads, context)) };
  }),
];
