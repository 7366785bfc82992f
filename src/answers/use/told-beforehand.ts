/**
 * What the person was told about an AI system before it was used: when, in which version, and whether they confirmed
 * it.
 * Flow:    systems.ts, answers about decisions → here → language.
 * Promise: only showings on record; the newest first.
 * Source:  11 CCR 7220; docs/law.md 10.22.
 */
import type { ShownNotice } from '../../evaluation/person.ts';
import { momentOf } from '../../evaluation/standing.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Reader } from '../reader.ts';
import type { ToldBeforehand } from './system-answer.ts';

export const toldBeforehand = (shown: readonly ShownNotice[], reader: Reader): readonly ToldBeforehand[] =>
  shown
    .toSorted((one, other) => momentOf(other) - momentOf(one))
    .map((each) => ({
      purpose: each.purpose,
      at: timeOf(momentOf(each)),
      aiSystemVersion: each.aiSystemVersion,
      purposeVersion: each.purposeVersion,
      notice: each.notice ?? null,
      acknowledged: each.acknowledged,
      words: reader.say('notice.told', { day: reader.date(momentOf(each)), acknowledged: String(each.acknowledged) }),
    }));
