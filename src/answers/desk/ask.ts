/**
 * Asks what the support desk sees of one person.
 * Flow:    http (once the look is recorded) → here → ports/reads, desk.ts.
 * Promise: whoever reviews a decision and has no view of their own yet does not read here how it came out.
 * Source:  docs/design.md 8; docs/law.md 7.
 */

import { say } from '../../language/say.ts';
import type { Reads } from '../../ports/reads.ts';
import { payloadOfKind } from '../../views/of-kind.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { findKnownPerson } from '../person.ts';
import { mustNoteViewFirst } from '../review/ask.ts';
import { askAiUse } from '../use/ask.ts';
import { type DeskAnswer, deskAnswer, type NoteRead } from './desk.ts';

const MANY = 100;
const SOME = 20;

interface DeskQuery {
  readonly identifier: string;
  readonly language: string;
  /** The pseudonym of whoever asks. */
  readonly staff: string;
}

async function askNotes(reads: Reads, subject: string): Promise<readonly NoteRead[]> {
  const { items } = await reads.chain(subject, { kinds: ['note.added'], limit: MANY });
  return items.flatMap((entry) => {
    const { id, at, actor } = entry;
    const note = payloadOfKind('note.added', entry);
    if (id === undefined || at === undefined || note === undefined) return [];
    const { text, about } = note;
    return [{ id, at, by: actor?.id ?? '', text, ...defined({ about }) }];
  });
}

/** The same decisions, without how those came out that this member of staff has still to judge. */
export async function withoutVerdicts<D extends { readonly id: string }>(
  reads: Reads,
  decisions: readonly D[],
  { staff, language }: Pick<DeskQuery, 'staff' | 'language'>,
): Promise<readonly D[]> {
  const early = await Promise.all(decisions.map(({ id }) => mustNoteViewFirst(reads, id, staff)));
  const closed = { headline: say(language, 'console.desk.own-view-first'), adverse: null };
  return decisions.map((one, place) => (early[place] === true ? { ...one, ...closed } : one));
}

export async function askDesk(reads: Reads, query: DeskQuery): Promise<DeskAnswer | Problem> {
  const found = await findKnownPerson(reads, query.identifier);
  if (isProblem(found)) return found;
  const { subject, standing } = found.person;
  const { language } = query;
  const { answer } = await askAiUse(reads, { identifier: subject, audience: 'officer', language });
  const { items: requests } = await reads.requests({ subject, limit: MANY });
  const { items: reviews } = await reads.reviews({ subject, limit: MANY });
  const { items: messages } = await reads.messages(subject, { limit: SOME });
  const notes = await askNotes(reads, subject);
  const whole = deskAnswer({
    subject,
    language: standing.language ?? null,
    answer,
    requests,
    reviews,
    messages,
    notes,
    now: reads.now(),
  });
  return { ...whole, decisions: [...(await withoutVerdicts(reads, whole.decisions, query))] };
}
