/**
 * Handlers of oversight as pages: the figures, and the uses that had no permission.
 * Flow:    app → here → answers/oversight (the same reports as the API) → pages/console.
 * Promise: the pages show the numbers of `GET /v1/reports/oversight` and `GET /v1/uses-without-permission` for the same
 *          time.
 * Source:  docs/law.md 7, 8.
 */
import * as desk from '../../../../openapi/endpoints/console.ts';
import * as traces from '../../../../openapi/endpoints/traces.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { type ConsoleContext, systemName } from '../../../answers/console/review-card.ts';
import { askOversight } from '../../../answers/oversight/ask.ts';
import { askUncoveredUses } from '../../../answers/oversight/uncovered-uses.ts';
import {
  askEachUseWithoutPermission,
  askUsesWithoutPermission,
} from '../../../answers/oversight/without-permission.ts';
import { oversightPage } from '../../../pages/console/oversight-page.tsx';
import { uncoveredUsesPage } from '../../../pages/console/uncovered-uses-page.tsx';
import { withoutPermissionPage } from '../../../pages/console/without-permission-page.tsx';
import type { Reads } from '../../../ports/reads.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem } from '../../../vocabulary/problems.ts';
import { type Bound, on } from '../../bind.ts';
import { consoleChrome, workQuery } from '../../console.ts';
import { type CursorReader, pageQuery } from '../../cursor.ts';
import { monthsBack } from '../../span-of-time.ts';

const A_PAGE = 50;

const namesOf = (keys: readonly string[], work: ConsoleContext): ReadonlyMap<string, string> =>
  new Map(keys.map((key) => [key, systemName(key, work)]));

export const consoleOversightHandlers = (reads: Reads, readCursor: CursorReader): readonly Bound[] => [
  on(desk.showOversight)(async (context) => {
    const { months } = context.query;
    const span = monthsBack(reads, months);
    const figures = await askOversight(reads, span);
    const withoutPermission = await askUsesWithoutPermission(reads, span);
    const work = await askConsoleContext(reads, workQuery(context));
    const keys = [...figures.systems, ...withoutPermission.groups].map(({ aiSystem }) => aiSystem);
    const { total: uncovered } = await askUncoveredUses(reads, span);
    const data = { ...figures, withoutPermission, uncovered, months, names: namesOf(keys, work) };
    return { status: 200, text: oversightPage(data, await consoleChrome(reads, context)) };
  }),
  on(traces.showUncoveredUses)(async (context) => {
    const { months } = context.query;
    const calls = await askUncoveredUses(reads, monthsBack(reads, months));
    const work = await askConsoleContext(reads, workQuery(context));
    const names = namesOf(
      calls.groups.flatMap(({ aiSystem }) => aiSystem ?? []),
      work,
    );
    return { status: 200, text: uncoveredUsesPage({ calls, names, months }, await consoleChrome(reads, context)) };
  }),
  on(desk.showUsesWithoutPermission)(async (context) => {
    const cursor = readCursor(context, desk.showUsesWithoutPermission.id);
    if (isProblem(cursor)) return cursor;
    const { months, service, aiSystem } = context.query;
    const wants = { ...monthsBack(reads, months), ...pageQuery(cursor, A_PAGE), ...defined({ service, aiSystem }) };
    const { items, next } = await askEachUseWithoutPermission(reads, wants);
    const work = await askConsoleContext(reads, workQuery(context));
    const after = cursor.write(next);
    const filters = { months, ...defined({ service, aiSystem }) };
    const query = new URLSearchParams({ ...filters, ...(after === null ? {} : { after }) });
    const names = namesOf(
      items.map((use) => use.aiSystem),
      work,
    );
    const more = after === null ? undefined : `${desk.showUsesWithoutPermission.path}?${query}`;
    return {
      status: 200,
      text: withoutPermissionPage(
        { items, names, months, filters, ...defined({ more }) },
        await consoleChrome(reads, context),
      ),
    };
  }),
];
