/**
 * What the rights of a person depend on: the law they stand under, the day, and who reads the answer.
 * Flow:    assemble.ts, explain.ts → here → rights.ts.
 * Promise: plain data; an officer's ways name the subject, the person's never do.
 * Source:  docs/law.md 3.2, 4 (level 3).
 */
import type { RequestKind } from '../../vocabulary/request.ts';
import type { Audience, Reader } from '../reader.ts';
import type { Call, Way } from './answer-parts.ts';

export interface RightsContext {
  readonly reader: Reader;
  readonly regimes: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly holidays: readonly string[];
  readonly subject: string;
  readonly audience: Audience;
  /** Did AI decide anything about the person, as far as is recorded? */
  readonly hasDecisions: boolean;
  /** Does anything rest on consent, on marketing, on sale or sharing, on sensitive data? */
  readonly touches: {
    readonly consent: boolean;
    readonly marketing: boolean;
    readonly sale: boolean;
    readonly sensitive: boolean;
    readonly significant: boolean;
  };
  /** The purposes that rely on a human appeal instead of an opt-out under one of the person's laws, by key. */
  readonly humanAppeals: readonly string[];
  /** The AI systems of Annex III of the AI Act, by key. */
  readonly annexIII: readonly string[];
}

/** Disagreeing with one decision has a form of its own, with room for corrections and files. */
function contestWay({ audience, reader, subject }: RightsContext, decision: string): Way {
  const statement = reader.say('request.about', { id: decision });
  const api: Call =
    audience === 'officer'
      ? { method: 'POST', href: '/v1/requests', body: { kind: 'human-review', subject, decision, message: statement } }
      : { method: 'POST', href: `/v1/me/automated-decisions/${decision}/contest`, body: { statement } };
  return { href: `/me/decisions/${decision}/contest`, api };
}

/** The request form and the call that makes the same request; `about` names one decision. */
export function requestWay(kind: RequestKind, context: RightsContext, about?: string): Way {
  if (kind === 'human-review' && about !== undefined) return contestWay(context, about);
  const message = about === undefined ? {} : { message: context.reader.say('request.about', { id: about }) };
  const call: Call =
    context.audience === 'officer'
      ? { method: 'POST', href: '/v1/requests', body: { kind, subject: context.subject, ...message } }
      : { method: 'POST', href: '/v1/me/requests', body: { kind, ...message } };
  return { href: `/me/requests/new?kind=${kind}${about === undefined ? '' : `&about=${about}`}`, api: call };
}

interface OneDecision {
  readonly aiSystem: string;
  readonly purpose: string;
}

/** What one decision gives a right to: only what its own purpose and system do. */
export const aboutOne = (context: RightsContext, { aiSystem, purpose }: OneDecision): RightsContext => ({
  ...context,
  humanAppeals: context.humanAppeals.filter((key) => key === purpose),
  annexIII: context.annexIII.filter((key) => key === aiSystem),
});
