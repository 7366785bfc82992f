/**
 * Records that a notice about AI systems was put before a person, and whether they said that they saw it.
 * Flow:    http (POST /v1/notices/shown, POST /v1/me/notices/shown) → here → fact `notice.shown` → evaluation.
 * Promise: it says which versions were shown and the hash of the exact words; whoever shows can be held to them.
 * Source:  11 CCR 7220; docs/law.md 10.22 (proof with text, version, language).
 */

import type { NewFact } from '../../facts/fact.ts';
import type { Covered, NoticeShown } from '../../facts/message.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import type { CommandRule } from '../command.ts';
import { inTheFuture, momentNamed, timeOf } from '../refusal.ts';
import { drawsForPerson, identifierFor, personFor } from '../subject/person-for.ts';

const draws = { shown: 'fact', ...drawsForPerson } as const;

/** What the edge found out about the notice, with what the caller said about the showing. */
interface ShowNotice extends Omit<NoticeShown, 'v' | 'covers'> {
  readonly covers: readonly Covered[];
  readonly subject: string;
}

interface RecordedShowing extends Omit<ShowNotice, 'subject'> {
  readonly id: string;
  readonly subject: string;
  readonly at: string;
}

export const showNotice: CommandRule<ShowNotice, RecordedShowing, typeof draws> = {
  kind: 'notice.show',
  draws: () => draws,
  keys: (input, caller) => ({ people: [identifierFor(input, caller)] }),
  decide: (state, command, now) => {
    const { subject: _named, occurredAt, ...input } = command.input;
    const future = inTheFuture(occurredAt, now, '/occurredAt');
    if (future !== undefined) return future;
    const about = personFor(state, command, false);
    if (isProblem(about)) return about;
    const happened = momentNamed(occurredAt, now);
    const showing = { ...input, ...(happened === undefined ? {} : { occurredAt: timeOf(happened) }) };
    const id = command.ids.shown;
    const fact: NewFact = {
      id,
      kind: 'notice.shown',
      subject: about.subject,
      payload: { v: 1, ...showing, covers: [...showing.covers] },
    };
    return {
      facts: [...about.facts, fact],
      result: { id, subject: about.subject, at: timeOf(now), ...showing },
      main: id,
    };
  },
  reply: ({ notice, ...result }, entry) => ({
    status: 201,
    body: { ...result, notice: notice ?? null, ...defined({ entry }) },
  }),
};
