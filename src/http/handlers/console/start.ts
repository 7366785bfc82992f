/**
 * Handler of the first page of the console.
 * Flow:    app → here → answers/console → pages/console.
 * Promise: only what this session may open is read at all.
 * Source:  docs/design.md 12 (console).
 */
import * as desk from '../../../../openapi/endpoints/console.ts';
import { showBreaches } from '../../../../openapi/endpoints/console-breaches.ts';
import * as told from '../../../../openapi/endpoints/told.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { askStart } from '../../../answers/console/ask-queues.ts';
import { startPage } from '../../../pages/console/start-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isProblem } from '../../../vocabulary/problems.ts';
import { type Bound, on } from '../../bind.ts';
import { consoleChrome, mayOpen, workQuery } from '../../console.ts';
import { recordHandOver } from '../../record/hand-over.ts';

export const startHandlers = (house: House): readonly Bound[] => [
  on(told.sendTold)(async (context) => {
    const { how } = context.body;
    const done = await recordHandOver(house, context.params.id, { ...context, body: { how } });
    return isProblem(done) ? done : { see: '/console' };
  }),
  on(desk.showStart)(async (context) => {
    const { caller } = context;
    const parts = {
      reviews: mayOpen(desk.showReviewQueue, caller),
      requests: mayOpen(desk.showRequestQueue, caller),
      breaches: mayOpen(showBreaches, caller),
      notices: mayOpen(told.sendTold, caller),
      systems: mayOpen(desk.showSystems, caller),
      uncovered: mayOpen(desk.showUsesWithoutPermission, caller),
    };
    const start = await askStart(house, parts, await askConsoleContext(house, workQuery(context)));
    return { status: 200, text: startPage(start, await consoleChrome(house, context)) };
  }),
];
