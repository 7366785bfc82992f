/**
 * The part a person had in a decision, and whether it counts as a human decision.
 * Flow:    explain.ts → here → language.
 * Promise: a click on "approve" is no human decision: only a person who knew how to read the output, looked at more than
 *          the output and could change the result counts; anything less is told as decided by AI.
 * Source:  LAW 7 (validity gate); 11 CCR 7001(e); UK GDPR 22A.
 */
import { wordsOfCode } from '../../language/categories.ts';
import type { Reader } from '../reader.ts';
import type { DecisionAnswer } from './decision-answer.ts';
import type { DecisionPayload } from './decision-record.ts';

const isNone = (role: string | null): boolean => role === null || role.trim().toLowerCase() === 'none';

export function humanPartOf(payload: DecisionPayload, reader: Reader): Pick<DecisionAnswer, 'humanInvolvement' | 'solelyAutomated'> {
  const part = payload.humanInvolvement;
  const role = reader.text(part?.role);
  const counts = part?.qualifies === true && !isNone(role);
  const key = part === undefined ? 'not-recorded' : isNone(role) ? 'none' : counts ? 'qualifies' : 'not-shown';
  const words = reader.say(`decision.human.${key}`, { role: role === null ? '' : wordsOfCode(role) });
  return {
    humanInvolvement: { role: role ?? 'not-recorded', qualifies: counts, whatTheyDid: reader.text(part?.whatTheyDid), words },
    solelyAutomated: payload.aiRole !== 'none' && !counts,
  };
}
