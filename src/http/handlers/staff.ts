/**
 * Handlers of staff: described by who is in charge, read by those who assign reviews.
 * Flow:    app → here → house.
 * Promise: what is read is the newest description, opened from the own record of the member of staff.
 * Source:  docs/law.md 7; docs/design.md 8.
 */
import * as endpoints from '../../../openapi/endpoints/staff.ts';
import type { StaffDescribed } from '../../facts/staff.ts';
import type { House } from '../../ports/house.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { subjectOf } from './person.ts';
import { answered, senderOf, told } from './reply.ts';

export const staffHandlers = (house: House): readonly Bound[] => [
  on(endpoints.putStaff)(async (context) => {
    const { id } = context.params;
    const input = { ...context.body, id, actor: house.actorOf(id) };
    return answered(await house.record('staff.describe', input, senderOf(context)));
  }),
  on(endpoints.getStaff)(async ({ params }) => {
    const subject = await subjectOf(house, staffIdentifier(params.id));
    const newest =
      subject === undefined
        ? undefined
        : (await house.chain(subject, { kinds: ['staff.described'], limit: 1 })).items[0];
    if (newest?.payload === undefined || newest.at === undefined) return problem('not-found');
    const { v: _v, ...described } = newest.payload as unknown as StaffDescribed;
    return told(200, { id: params.id, ...described, describedAt: timeOf(newest.at) });
  }),
];
