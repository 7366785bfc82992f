/**
 * Handlers of trust and fairness in the console: the page, and the same as a file.
 * Flow:    app → here → answers/oversight → pages/console.
 * Promise: page, table and JSON of one address show the same figures.
 * Source:  decision 0116.
 */
import type { QueryOf } from '../../../../openapi/endpoint.ts';
import * as endpoints from '../../../../openapi/endpoints/console-trust.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { systemName } from '../../../answers/console/review-card.ts';
import { askTrust } from '../../../answers/oversight/ask-trust.ts';
import { trustTable } from '../../../answers/oversight/trust.ts';
import { trustPage } from '../../../pages/console/trust-page.tsx';
import type { Reads } from '../../../ports/reads.ts';
import { type Bound, on } from '../../bind.ts';
import { consoleChrome, workQuery } from '../../console.ts';
import { renderJson } from '../../reply.ts';
import { monthsBack } from '../../span-of-time.ts';
import { asFile, CSV } from '../../table-answer.ts';

type Query = QueryOf<typeof endpoints.showTrust>;

export function consoleTrustHandlers(reads: Reads): readonly Bound[] {
  const ask = ({ months, aiSystem }: Query) =>
    askTrust(reads, { ...monthsBack(reads, months), ...(aiSystem ? { aiSystem } : {}) });
  return [
    on(endpoints.showTrust)(async (context) => {
      const { query } = context;
      const trust = await ask(query);
      const work = await askConsoleContext(reads, workQuery(context));
      const keys = new Set([...trust.aiSystems.map(({ name }) => name), ...work.registry.aiSystems.keys()]);
      const names = new Map([...keys].map((key) => [key, systemName(key, work)]));
      const page = { ...trust, chosenMonths: query.months, names };
      return { status: 200, text: trustPage(page, await consoleChrome(reads, context)) };
    }),
    on(endpoints.getTrustFile)(async ({ query, params: { file } }) => {
      const trust = await ask(query);
      return file === 'trust.json'
        ? { ...renderJson(200, trust), headers: asFile(file) }
        : { status: 200, text: trustTable(trust), media: CSV, headers: asFile(file) };
    }),
  ];
}
