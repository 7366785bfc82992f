/**
 * Handlers of automated decisions: recorded as given, read back as recorded.
 * Flow:    app → here → command `decision.record`, answers/decision.
 * Promise: the same members as the report, and what the ledger adds to it; a look of staff is recorded before they see
 *          anything.
 * Source:  docs/design.md 8.1.
 */

import * as checks from '../../../openapi/endpoints/checks.ts';
import { calendarOf } from '../../answers/calendar.ts';
import { askDecision, findDecision } from '../../answers/decision/ask.ts';
import { isDescribedAsStaff } from '../../answers/person.ts';
import type { House } from '../../ports/house.ts';
import { isStaffRole } from '../../vocabulary/person.ts';
import { problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { recordLook } from '../record/look.ts';
import { renderFound, renderRecorded } from '../reply.ts';

export const decisionHandlers = (house: House): readonly Bound[] => [
  on(checks.postDecision)(async (context) => {
    const input = { ...context.body, calendar: calendarOf(house) };
    return renderRecorded(await house.record('decision.record', input, senderOf(context)));
  }),
  on(checks.getDecision)(async (context) => {
    const { id } = context.params;
    const fact = await findDecision(house, id);
    if (fact === undefined) return problem('not-found');
    // A service reads back its own report; whoever may be asked to review it has seen its result from then on.
    const { subject } = fact;
    const { actor, principal } = context.caller;
    const isLook = isStaffRole(actor.role) || (await isDescribedAsStaff(house, principal));
    const look = { subject, what: 'decision', reason: 'unstated', decision: id } as const;
    const refused = isLook ? await recordLook(house, look, context) : undefined;
    return refused ?? renderFound(await askDecision(house, id));
  }),
];
