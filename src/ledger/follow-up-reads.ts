/**
 * Whom somebody of the company has to go after: consents that an older no undid, and addresses that two people share.
 * Flow:    house → here → answers/subject/follow-ups.
 * Promise: read off the views and facts of now: whoever was asked again, was settled or was erased is not in it.
 * Source:  docs/design.md 7; decision 0014.
 */
import { asc, like, sql } from 'drizzle-orm';
import type { Standing } from '../evaluation/person.ts';
import type { Reads } from '../ports/reads.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, rowsQuery, type Steps } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import { sharedGroups } from './notes.ts';
import { openFacts } from './opened.ts';
import { entriesById, identitiesOf } from './queries.ts';

const p = sql.placeholder;
const undone = rowsQuery<{ limit: number }>()('peopleUndone', ({ db, t }) =>
  db
    .select({ subject: t.people.subject, standing: t.people.standing })
    .from(t.people)
    .where(like(t.people.standing, sql`'%"newer-consent-undone"%'`))
    .orderBy(asc(t.people.subject))
    .limit(p('limit')),
);

type Found = Awaited<ReturnType<Reads['followUps']>>;

export const followUpReads = (store: Store, keyring: Keyring): Pick<Reads, 'followUps'> => ({
  followUps: (limit) =>
    store.read(function* (): Steps<Found> {
      const rows = yield* ask(undone, { limit });
      const again = rows.flatMap(({ subject, standing }) => undoneIn(subject, JSON.parse(standing)));
      return { undone: again, shared: yield* sharedNow(keyring) };
    }),
});

function undoneIn(subject: string, { choices }: Standing): Found['undone'] {
  return Object.entries(choices).flatMap(([purpose, { newest }]) => {
    if (newest?.warnings?.includes('newer-consent-undone') !== true) return [];
    return [{ subject, purpose, saidAt: newest.occurredAt ?? newest.at, recordedAt: newest.at }];
  });
}

/** The facts were noted when the index was gone through; an address that leads to somebody again is settled. */
function* sharedNow(keyring: Keyring): Steps<Found['shared']> {
  const groups = yield* sharedGroups();
  if (groups.length === 0) return [];
  const facts = yield* openFacts(keyring, yield* ask(entriesById, { ids: groups.flat() }));
  const shared: string[][] = [];
  for (const group of groups) {
    const links = group.flatMap((id) => {
      const fact = facts.get(id);
      return fact?.kind === 'subject.linked' ? [fact] : [];
    });
    const subjects = [...new Set(links.map(({ subject }) => subject))];
    const hashes = links.slice(0, 1).map(({ payload }) => keyring.identityHash(foldIdentifier(payload.identifier)));
    if (subjects.length > 1 && (yield* ask(identitiesOf, { hashes })).length === 0) shared.push(subjects);
  }
  return shared;
}
