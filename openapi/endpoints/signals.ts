/**
 * Routes of privacy signals: the person's browser tells us, or the service whose page they are on.
 * Flow:    models/signal.ts → here → endpoints.ts, http/handlers/signals.ts.
 * Promise: a string that cannot be read whole records nothing; one that says yes never undoes a no.
 * Source:  11 CCR 7025; IAB GPP; IAB TCF 2.2; docs/signals.md; decision 0080.
 */
import { endpoint } from '../endpoint.ts';
import { OwnSignalsBody, SignalsBody, SignalsHeeded } from '../models/signal.ts';

const sending = {
  method: 'post',
  replies: { 200: SignalsHeeded },
  records: ['limit.set', 'consent.given', 'consent.refused', 'consent.withdrawn', 'subject.linked'],
} as const;

export const postSignals = endpoint({
  ...sending,
  id: 'postSignals',
  path: '/v1/signals',
  summary: 'Heed what the browser of a person says about privacy',
  description:
    'Global Privacy Control, a GPP string, a TC string. Opt-outs become limits; purposes become choices where a purpose names `tcfPurposes`. Sending the same again records nothing.',
  tags: ['consents'],
  who: ['consent'],
  body: SignalsBody,
  fails: ['subject-erased'],
});
export const postMySignals = endpoint({
  ...sending,
  id: 'postMySignals',
  path: '/v1/me/signals',
  summary: 'Heed what my browser says about privacy',
  tags: ['me'],
  who: ['self'],
  body: OwnSignalsBody,
});
