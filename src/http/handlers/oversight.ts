/**
 * Handlers of oversight: figures, the decisions that a stop touches, and the command that opens their reviews.
 * Flow:    app → here → answers/oversight; open-reviews.
 * Promise: opening reviews may be sent again and opens none twice.
 * Source:  docs/law.md 7, 8; AI Act 26(5).
 */

import * as endpoints from '../../../openapi/endpoints/oversight.ts';
import { askAffected, askDoubtedSpan, askOversight } from '../../answers/oversight/ask.ts';
import { openReviews } from '../../jobs/open-reviews.ts';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { DAY_MS, timeOf } from '../../vocabulary/instant.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderWithoutKey } from '../call.ts';
import { renderJson } from '../reply.ts';

const YEAR_MS = 365 * DAY_MS;

export const oversightHandlers = (house: House): readonly Bound[] => [
  on(endpoints.getOversightReport)(async ({ query }) => {
    const to = query.to === undefined ? house.now() + 1 : Date.parse(query.to);
    const from = query.from === undefined ? to - YEAR_MS : Date.parse(query.from);
    return renderJson(200, await askOversight(house, { from, to }));
  }),
  on(endpoints.listAffected)(async ({ params: { key }, query }) => {
    const { after, limit } = query;
    const span = await askDoubtedSpan(house, key, query);
    if (span === undefined) return problem('not-found');
    const page = await askAffected(house, { key, ...span, limit, ...defined({ after }) });
    return renderJson(200, { from: timeOf(span.from), to: timeOf(span.to), ...page });
  }),
  on(endpoints.openReviews)(async (context) => {
    const { key } = context.params;
    const span = await askDoubtedSpan(house, key, context.body);
    if (span === undefined) return problem('not-found');
    const { adverseOnly } = context.body;
    const tally = await openReviews(house, { ...span, key, adverseOnly, sender: senderWithoutKey(context) });
    return isProblem(tally) ? tally : renderJson(200, tally);
  }),
];
