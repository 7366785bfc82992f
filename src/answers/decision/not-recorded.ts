/**
 * Names what the deciding system did not record although an explanation would show it.
 * Flow:    explain.ts → here → language.
 * Promise: a gap is told as a gap; nothing is filled in afterwards.
 * Source:  docs/law.md 4 (stored at decision time), 10.10.
 */
import type { Reader } from '../reader.ts';
import type { DecisionAnswer } from './decision-answer.ts';
import type { DecisionRecord } from './decision-record.ts';

const items = [
  'inputs',
  'factors',
  'counterfactuals',
  'output',
  'modelVersion',
  'humanInvolvement',
  'consequences',
  'significance',
  'futureUse',
] as const;

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

export function notRecorded({ payload, suppliesScore }: DecisionRecord, reader: Reader): DecisionAnswer['notRecorded'] {
  const missing = items.filter((item) => isEmpty(payload[item]));
  const all =
    suppliesScore === true && isEmpty(payload.scoreSuppliedTo) ? [...missing, 'scoreSuppliedTo' as const] : missing;
  return all.map((item) => ({ item, words: reader.say(`decision.missing.${item}`) }));
}
