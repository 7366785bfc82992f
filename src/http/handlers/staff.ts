/**
 * Handlers of staff: described by who is in charge, read by those who assign reviews.
 * Flow:    app → here → command `staff.describe`, answers/staff.
 * Promise: what is read is the newest description.
 * Source:  docs/law.md 7; docs/design.md 8.
 */
import * as endpoints from '../../../openapi/endpoints/staff.ts';
import { askStaff } from '../../answers/staff/ask.ts';
import type { House } from '../../ports/house.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { renderFound, renderRecorded } from '../reply.ts';

export const staffHandlers = (house: House): readonly Bound[] => [
  on(endpoints.putStaff)(async (context) => {
    const { id } = context.params;
    const input = { ...context.body, id, actor: house.actorOf(id) };
    return renderRecorded(await house.record('staff.describe', input, senderOf(context)));
  }),
  on(endpoints.getStaff)(async ({ params }) => renderFound(await askStaff(house, params.id))),
];
