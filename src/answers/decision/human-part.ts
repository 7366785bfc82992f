/**
 * The part people had in a decision, and whether it counts as a human decision.
 * Flow:    explain.ts → here → views/review, language.
 * Promise: a click on "approve" is no human decision, and neither is the word of the service that decided: only the
 *          recorded steps of a review show that a person knew how to read the output, looked at more and could change
 *          the result.
 * Source:  docs/law.md 7 (validity gate); 11 CCR 7001(e); UK GDPR 22A.
 */
import { wordsOfCode } from '../../language/categories.ts';
import type { MessageKey } from '../../language/say.ts';
import { type Involvement, involvementOf } from '../../views/review/involvement.ts';
import type { Reader } from '../reader.ts';
import type { DecisionAnswer } from './decision-answer.ts';
import type { DecisionRecord } from './decision-record.ts';

type RecordedPart = DecisionRecord['payload']['humanInvolvement'];

/** As it was recorded: a translation of the word would hide that it says there was nobody. */
function isNone({ role }: RecordedPart): boolean {
  return Object.values(role).every((words) => words.trim().toLowerCase() === 'none');
}

function keyOf(part: RecordedPart, shown: Involvement): MessageKey {
  if (shown.qualifies) return 'explanation.human.review';
  if (shown.review !== undefined) return 'explanation.human.review-short';
  if (isNone(part)) return 'decision.human.none';
  return part.qualifies === true ? 'explanation.human.claimed' : 'decision.human.not-shown';
}

export function humanPartOf(
  { payload, reviews }: DecisionRecord,
  reader: Reader,
): Pick<DecisionAnswer, 'humanInvolvement' | 'solelyAutomated'> {
  const part = payload.humanInvolvement;
  const shown = involvementOf(reviews ?? []);
  const role = reader.text(part.role);
  const told = reader.say(keyOf(part, shown), { role: role === null ? '' : wordsOfCode(role) });
  const isSaidAgain = shown.remarks?.includes('repeated-words') === true;
  const words = isSaidAgain ? `${told} ${reader.say('explanation.human.repeated')}` : told;
  const { qualifies, limbs, evidence } = shown;
  return {
    humanInvolvement: {
      role: role ?? 'not-recorded',
      qualifies,
      limbs,
      evidence,
      whatTheyDid: reader.text(part.whatTheyDid),
      words,
    },
    solelyAutomated: payload.aiRole !== 'none' && !qualifies,
  };
}
