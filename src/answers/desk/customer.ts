/**
 * Asks for one person's whole picture: who they are, what they chose, what AI systems did, decisions, requests, and who
 * looked.
 * Flow:    http (once the look is recorded) → here → ports/reads, the answers beside it → pages/console.
 * Promise: the numbers and sentences are those that the person gets; nobody who works here is anybody's customer;
 *          whoever has still to judge a decision does not read how it came out.
 * Source:  docs/design.md 8; docs/design.md 12 (console); docs/law.md 9.
 */
import { calendarDay } from '../../language/dates.ts';
import type { Reads } from '../../ports/reads.ts';
import { shownSubject } from '../../views/subject/shown-subject.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { requestCard } from '../console/request-work.ts';
import { entryAnswer, namesIn } from '../ledger/person-ledger.ts';
import { findKnownPerson } from '../person.ts';
import { askAiUse } from '../use/ask.ts';
import { withoutVerdicts } from './ask.ts';

/** So many requests, choices and looks are read at most, the newest. */
const MANY = 200;
export const CHOICES = ['consent.given', 'consent.refused', 'consent.withdrawn', 'limit.set', 'limit.lifted'] as const;

interface LooksOfADay {
  /** `2026-11-03` in the zone of the installation. */
  readonly day: string;
  readonly actor: string;
  readonly role: string;
  readonly reason: string;
  count: number;
}

/** The newest day first; who looked ten times for one reason on one day is one line. */
async function askLooks(reads: Reads, subject: string): Promise<readonly LooksOfADay[]> {
  const { items } = await reads.chain(subject, { kinds: ['look.recorded'], limit: MANY });
  const groups = new Map<string, LooksOfADay>();
  for (const { at, actor, payload } of items) {
    if (at === undefined || payload === undefined) continue;
    const of = {
      day: calendarDay(at, reads.settings.timeZone),
      actor: actor?.id ?? '',
      role: String(payload['role']),
      reason: String(payload['reason']),
    };
    const group = groups.get(JSON.stringify(of)) ?? { ...of, count: 0 };
    group.count += 1;
    groups.set(JSON.stringify(of), group);
  }
  return [...groups.values()];
}

interface CustomerQuery {
  readonly identifier: string;
  readonly language: string;
  /** The pseudonym of whoever asks. */
  readonly staff: string;
}

export async function askCustomer(reads: Reads, query: CustomerQuery) {
  const found = await findKnownPerson(reads, query.identifier);
  if (isProblem(found)) return found;
  const { subject, standing } = found.person;
  if (standing.staff !== undefined) return problem('not-found');
  const { language } = query;
  const { answer, registry, now, reader } = await askAiUse(reads, {
    identifier: subject,
    audience: 'officer',
    language,
  });
  const nameOf = namesIn(registry, now, reader);
  const choices = await reads.chain(subject, { kinds: CHOICES, limit: MANY });
  const { items: requests } = await reads.requests({ subject, limit: MANY });
  const { items: reviews } = await reads.reviews({ subject, limit: MANY });
  const decisions = answer.automatedDecisions.map(({ id, headline }) => ({
    id,
    headline,
    review: reviews.find(({ decision }) => decision === id)?.id ?? null,
  }));
  return {
    who: shownSubject(
      { subject, standing, identifiers: await reads.identifiersOf(subject) },
      reads.settings.defaultRegime,
    ),
    summary: answer.summary,
    span: answer.period.words,
    numbers: answer.numbers,
    systems: answer.systems.map(({ key, name, choice, uses }) => ({ key, name, choice: choice.words, uses })),
    choices: choices.items.map((entry) => {
      const { words, happenedAt } = entryAnswer(entry, reader, nameOf);
      return { words, at: happenedAt };
    }),
    decisions: await withoutVerdicts(reads, decisions, query),
    requests: requests.map((row) => requestCard(row, { now, reader })),
    reviews: reviews.map(({ id, state, openedAt }) => ({ id, state, openedAt: timeOf(openedAt) })),
    looks: await askLooks(reads, subject),
    entries: answer.proof.entries,
  };
}

export type Customer = Exclude<Awaited<ReturnType<typeof askCustomer>>, Problem>;
