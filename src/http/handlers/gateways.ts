/**
 * Handlers for gateways: a guardrail, and forward authorization.
 * Flow:    app → here → record/gateways.
 * Promise: everything but a recorded permission is a no in the form that the gateway knows.
 * Source:  decision 0071.
 */
import * as gateways from '../../../openapi/endpoints/gateways.ts';
import type { House } from '../../ports/house.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { authorize, guardCall } from '../record/gateways.ts';

export const gatewayHandlers = (house: House): readonly Bound[] => [
  on(gateways.postGuardrail)(async (context) => {
    const guarded = await guardCall(house, context.body, context);
    return isProblem(guarded) ? guarded : { status: 200, body: guarded };
  }),
  on(gateways.getAuthorize)(async (context) => {
    const { named } = context;
    const permitted = named === undefined ? problem('internal') : await authorize(house, named, context);
    if (isProblem(permitted)) return permitted;
    const { id, reason } = permitted;
    return { status: 200, body: { allowed: true, reason, use: id }, headers: { 'X-Candor-Use': id } };
  }),
];
