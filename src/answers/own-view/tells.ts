/**
 * Which recorded facts tell how a decision ended, and what is left of them for whoever may not know it yet.
 * Flow:    veil.ts → here.
 * Promise: pure; a kind that is not named here is held back as soon as it names the decision or a review of it, so that
 *          a kind added later tells nothing by being forgotten.
 * Source:  docs/law.md 7 (reasons before a suggested verdict); AI Act 14(4)(b); decision 0039.
 */
import type { DecisionRecorded } from '../../facts/decision.ts';
import type { Instant, Payload } from '../../facts/fact.ts';
import { languages } from '../../language/messages/catalogues.ts';
import { say } from '../../language/say.ts';
import { ownViewFirst } from '../../vocabulary/review.ts';
import type { VerdictsHeld } from './under-review.ts';

interface Told {
  readonly id?: string;
  readonly kind?: string;
  readonly subject?: string;
  readonly at?: Instant;
  /** The payload as text. */
  readonly text: string;
}

/** What a reviewer works with, and who looked: none of it says how the decision ended. */
const tellNothing: ReadonlySet<string> = new Set([
  'file.added',
  'hold.set',
  'look.recorded',
  'request.received',
  'review.opened',
  'review.assigned',
  'review.evidence-viewed',
]);

/** A question to a reviewer by somebody who may have seen the result. */
const ASKED_AFTERWARDS = '"afterView":true';

/** Words of the company to the person or about them: since the decision they may speak of it without naming it. */
const freeWords: ReadonlySet<string> = new Set([
  'message.written',
  'note.added',
  'request.denied',
  'request.fulfilled',
]);

export function tellsVerdict({ decisions, names }: VerdictsHeld, { id, kind, subject, at = 0, text }: Told): boolean {
  if (id !== undefined && decisions.has(id)) return true;
  if (kind === undefined || (tellNothing.has(kind) && !text.includes(ASKED_AFTERWARDS))) return false;
  const about = [...decisions.values()].filter((each) => each.subject === subject);
  if (about.length === 0) return false;
  return (freeWords.has(kind) && about.some((each) => each.at <= at)) || names.some((name) => text.includes(name));
}

const placeholder = (): Record<string, string> =>
  Object.fromEntries(languages.map((language) => [language, say(language, 'decision.own-view-first')]));

/**
 * A decision with what the reviewer weighs and without what the AI made of it; `quality` says why. What is kept is
 * named here, so that a member added later is held back.
 */
export function withoutVerdict(decision: DecisionRecorded): DecisionRecorded {
  const { v, aiSystem, purpose, decidedAt, what, aiRole, inputs, modelVersion, covered } = decision;
  const { reason, basis, bases, evidence, assumptions, purposeVersion, aiSystemVersion, use } = decision;
  const shut = placeholder();
  return {
    ...{ v, aiSystem, purpose, decidedAt, what, aiRole, inputs, modelVersion, covered },
    ...{ reason, bases, evidence, assumptions },
    ...(basis === undefined ? {} : { basis }),
    ...(purposeVersion === undefined ? {} : { purposeVersion }),
    ...(aiSystemVersion === undefined ? {} : { aiSystemVersion }),
    ...(use === undefined ? {} : { use }),
    outcome: shut,
    adverse: true,
    output: { value: shut.en ?? '' },
    factors: [],
    counterfactuals: [],
    humanInvolvement: { role: shut },
    quality: [ownViewFirst],
  };
}

/** Whether the result of this decision is held back from whoever reads; `adverse` then says nothing. */
export const isHeldBack = ({ quality }: Pick<DecisionRecorded, 'quality'>): boolean => quality.includes(ownViewFirst);

/** The end of a request without the words of whoever answered it; of any other kind nothing is left. */
export function withoutWords(kind: string, payload: Payload): Payload | undefined {
  if (!kind.startsWith('request.')) return undefined;
  const { reason: _reason, ...rest } = payload;
  return { ...rest, v: payload.v };
}
