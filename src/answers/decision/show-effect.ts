/**
 * Whether a decision has effect, and what people made of it since, in words.
 * Flow:    explain.ts → here → views/review, language.
 * Promise: a decision that waits for a person is said to have no effect; a new result and the reasons for it are told
 *          in the words that were recorded when the review ended.
 * Source:  docs/promises.md I21; GDPR 22(3); UK GDPR 22C(2)(d).
 */
import { concludedInOrder, effectOf } from '../../views/review/effect.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Reader } from '../reader.ts';
import type { DecisionAnswer } from './decision-answer.ts';
import type { DecisionRecord } from './decision-record.ts';

type Effect = DecisionAnswer['effect'];

/** What the reviewer recorded at the end. */
function endOf({ ends }: DecisionRecord, review: string | undefined, reader: Reader): readonly string[] {
  const end = review === undefined ? undefined : ends?.[review];
  const outcome = reader.text(end?.outcome);
  return [
    ...(outcome === null ? [] : [reader.say('explanation.effect.outcome', { outcome })]),
    ...(end === undefined ? [] : [reader.say('explanation.effect.reasons', { reasons: end.reasons })]),
  ];
}

export function showEffect(record: DecisionRecord, reader: Reader): Effect {
  const reviews = record.reviews ?? [];
  const { state, since, review } = effectOf(record, reviews);
  const shown = { state, since: timeOf(since), review: review ?? null };
  if (state !== 'effective') {
    const words = [
      reader.say(`explanation.effect.${state}`, { day: reader.date(since) }),
      ...(state === 'pending' ? [] : endOf(record, review, reader)),
    ];
    return { ...shown, words: words.join(' ') };
  }
  const upheld = concludedInOrder(reviews).at(-1);
  if (upheld?.closedAt === undefined) return { ...shown, words: null };
  const words = [
    reader.say('explanation.effect.upheld', { day: reader.date(upheld.closedAt) }),
    ...endOf(record, upheld.id, reader),
  ];
  return { ...shown, review: upheld.id, words: words.join(' ') };
}
