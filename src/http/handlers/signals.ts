/**
 * Handlers of privacy signals, for services and for the person.
 * Flow:    app → here → record/signals.ts.
 * Promise: a person's browser speaks about that person alone.
 * Source:  docs/signals.md; decision 0080.
 */
import * as signals from '../../../openapi/endpoints/signals.ts';
import type { House } from '../../ports/house.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { selfOf } from '../call.ts';
import { heedSignals } from '../record/signals.ts';
import { renderJson } from '../reply.ts';

const pageOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method.toUpperCase()} ${path}`;

export const signalHandlers = (house: House): readonly Bound[] => [
  on(signals.postSignals)(async (context) => {
    const { subject, ...sent } = context.body;
    const heeded = await heedSignals(house, { sent, subject, page: pageOf(signals.postSignals) }, context);
    return isProblem(heeded) ? heeded : renderJson(200, heeded);
  }),
  on(signals.postMySignals)(async (context) => {
    const heeding = { sent: context.body, subject: selfOf(context.caller), page: pageOf(signals.postMySignals) };
    const heeded = await heedSignals(house, heeding, context);
    return isProblem(heeded) ? heeded : renderJson(200, heeded);
  }),
];
