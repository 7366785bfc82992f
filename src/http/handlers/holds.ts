/**
 * Handlers of legal holds, before an erasure and after it.
 * Flow:    app → here → answers/hold, commands `hold.set`, `hold.lift`, the end of a hold.
 * Promise: a hold of somebody else is the same 404 as a missing one; what is held is shown only after the look is
 *          recorded.
 * Source:  docs/design.md 6 and 8.
 */
import * as holds from '../../../openapi/endpoints/holds.ts';
import { askHolds, findKeptHold, showKeptHold } from '../../answers/hold/ask.ts';
import type { House } from '../../ports/house.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { recordLook } from '../record/look.ts';
import { renderFound, renderJson, renderRecorded } from '../reply.ts';

export const holdHandlers = (house: House): readonly Bound[] => [
  on(holds.postHold)(async (context) => {
    const input = { subject: context.params.subject, ...context.body };
    return renderRecorded(await house.record('hold.set', input, senderOf(context)));
  }),
  on(holds.listHolds)(async ({ params }) => {
    const items = await askHolds(house, params.subject);
    return renderFound(items && { items });
  }),
  on(holds.liftHold)(async (context) => {
    const { subject, id } = context.params;
    const kept = await findKeptHold(house, context.params);
    if (kept === undefined) {
      const lifted = await house.record('hold.lift', { subject, hold: id }, senderOf(context));
      return isProblem(lifted) && lifted.problem === 'subject-erased' ? problem('not-found') : renderRecorded(lifted);
    }
    const ended = await house.endHold(kept.id, 'lifted', { identifier: subject, sender: senderOf(context) });
    if (ended === undefined) return problem('not-found');
    if (isProblem(ended)) return ended;
    if ('proposed' in ended) return renderRecorded(ended.proposed);
    return renderJson(ended.isClean ? 200 : 202, { ...showKeptHold(kept, 'ended'), entry: ended.entry });
  }),
  on(holds.getHeldContent)(async (context) => {
    const { params, query } = context;
    const kept = await findKeptHold(house, params);
    if (kept === undefined) return problem('not-found');
    const look = { subject: params.subject, what: 'hold', reason: query.reason ?? 'unstated' } as const;
    const refused = await recordLook(house, look, context);
    return refused ?? renderJson(200, { hold: kept.id, entries: await house.heldBy(kept.id) });
  }),
];
