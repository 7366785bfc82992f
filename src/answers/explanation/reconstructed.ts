/**
 * Whether the reasons of a decision were noted when it was made.
 * Flow:    assemble.ts → here → language.
 * Promise: flagged where the deciding service says that they were worked out later, and where the decision was recorded
 *          so much later that nobody can show the opposite.
 * Source:  docs/law.md 4 (stored at decision time), 10.10.
 */

import { DAY_MS } from '../../vocabulary/instant.ts';
import type { DecisionRecord } from '../decision/decision-record.ts';
import type { Reader } from '../reader.ts';
import type { ExplanationAnswer } from './explanation-answer.ts';

/** Services that report once a week at least are taken to report what they noted. */
const LATE_MS = 7 * DAY_MS;

type Reconstructed = Pick<ExplanationAnswer, 'reconstructed' | 'reconstructedBecause' | 'reconstructedWords'>;

export function reconstructedOf({ payload, at }: DecisionRecord, reader: Reader): Reconstructed {
  const decidedAt = Date.parse(payload.decidedAt);
  const because = payload.reconstructed === true ? 'reported' : at - decidedAt > LATE_MS ? 'recorded-late' : null;
  if (because === null) return { reconstructed: false, reconstructedBecause: null, reconstructedWords: null };
  const days = { decided: reader.date(decidedAt), recorded: reader.date(at) };
  return {
    reconstructed: true,
    reconstructedBecause: because,
    reconstructedWords: reader.say(`explanation.reconstructed.${because}`, days),
  };
}
