/**
 * Handlers of automated decisions: recorded as given, read back as recorded.
 * Flow:    app → here → command `decision.record`, answers/decision.
 * Promise: the same members as the report, and what the ledger adds to it.
 * Source:  docs/design.md 8.1.
 */

import * as checks from '../../../openapi/endpoints/checks.ts';
import { calendarOf } from '../../answers/calendar.ts';
import { askDecision } from '../../answers/decision/ask.ts';
import type { House } from '../../ports/house.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { renderFound, renderRecorded } from '../reply.ts';

export const decisionHandlers = (house: House): readonly Bound[] => [
  on(checks.postDecision)(async (context) => {
    const input = { ...context.body, calendar: calendarOf(house) };
    return renderRecorded(await house.record('decision.record', input, senderOf(context)));
  }),
  on(checks.getDecision)(async ({ params }) => renderFound(await askDecision(house, params.id))),
];
