/**
 * Handler of the figures of oversight as a page.
 * Flow:    app → here → handlers/oversight.ts (the same report as the API) → pages/console.
 * Promise: the page shows the numbers of `GET /v1/reports/oversight` for the same time.
 * Source:  docs/law.md 7, 8.
 */
import * as desk from '../../../../openapi/endpoints/console.ts';
import { systemName } from '../../../answers/console/review-card.ts';
import { oversightPage } from '../../../pages/console/oversight-page.tsx';
import type { House } from '../../../ports/house.ts';
import { type Bound, on } from '../../bind.ts';
import { report } from '../oversight.ts';
import { atWork, consoleChrome } from './at-work.ts';

const MONTH = (365 / 12) * 86_400_000;

export const consoleOversightHandlers = (house: House): readonly Bound[] => [
  on(desk.showOversight)(async (context) => {
    const { months } = context.query;
    const to = house.now() + 1;
    const figures = await report(house, { from: Math.round(to - Number(months) * MONTH), to });
    const work = await atWork(house, context);
    const names = new Map(figures.systems.map(({ aiSystem }) => [aiSystem, systemName(aiSystem, work)]));
    return { status: 200, text: oversightPage({ ...figures, months, names }, consoleChrome(house, context)) };
  }),
];
