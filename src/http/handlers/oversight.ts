/**
 * Handlers of oversight: figures, the decisions that a stop touches, and the command that opens their reviews.
 * Flow:    app → here → answers/oversight; open-reviews.
 * Promise: opening reviews may be sent again and opens none twice.
 * Source:  docs/law.md 7, 8; AI Act 26(5).
 */

import * as endpoints from '../../../openapi/endpoints/oversight.ts';
import { askAffected, askDoubtedSpan, askOversight } from '../../answers/oversight/ask.ts';
import { askEachUseWithoutPermission, askUsesWithoutPermission } from '../../answers/oversight/without-permission.ts';
import { openReviews } from '../../jobs/open-reviews.ts';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderWithoutKey } from '../call.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { renderJson } from '../reply.ts';
import { yearBefore } from '../span-of-time.ts';

export const oversightHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  on(endpoints.getOversightReport)(async ({ query }) =>
    renderJson(200, await askOversight(house, yearBefore(house, query))),
  ),
  on(endpoints.getUsesWithoutPermission)(async ({ query }) =>
    renderJson(200, await askUsesWithoutPermission(house, yearBefore(house, query))),
  ),
  on(endpoints.listUsesWithoutPermission)(async (context) => {
    const cursor = readCursor(context, endpoints.listUsesWithoutPermission.id);
    if (isProblem(cursor)) return cursor;
    const { service, aiSystem, limit } = context.query;
    const wants = {
      ...yearBefore(house, context.query),
      ...pageQuery(cursor, limit),
      ...defined({ service, aiSystem }),
    };
    return renderJson(200, withCursor(await askEachUseWithoutPermission(house, wants), cursor));
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
