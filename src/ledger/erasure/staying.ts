/**
 * What a legal ground lets stay of a person: purposes for the erased mark, and the holds that stand.
 * Flow:    begin (before the views of the person go) → here.
 * Promise: what an officer names must fit the law of this person; after a restore exactly what the journal says stays,
 *          no more, and nothing of a hold that has ended since.
 * Source:  GDPR 17(3); docs/design.md 6.
 */
import { eq, ne, sql } from 'drizzle-orm';
import { basisFor } from '../../evaluation/case.ts';
import { standingHolds } from '../../evaluation/holds.ts';
import { type Keep, keepsByLaw } from '../../evaluation/keeps.ts';
import { emptyStanding, regimesOr, type Standing } from '../../evaluation/person.ts';
import { inForceOrFirst } from '../../evaluation/registry.ts';
import { ask, rowsQuery, type Steps } from '../../store/query.ts';
import { type FieldError, type Problem, problem } from '../../vocabulary/problems.ts';
import type { HoldLine, IntentLine } from '../journal.ts';
import type { Loaded } from '../loaded.ts';
import { freshRegistry } from '../registry-memory.ts';
import type { ErasingRoom } from './erasing.ts';

const p = sql.placeholder;

const lastUses = rowsQuery<{ subject: string }>()('lastUses', ({ db, t }) =>
  db
    .select({ purpose: t.uses.purpose, at: sql<number>`max(${t.uses.occurredAt})`.mapWith(Number) })
    .from(t.uses)
    .where(sql`${eq(t.uses.subject, p('subject'))} and ${ne(t.uses.outcome, sql`'refused'`)}`)
    .groupBy(t.uses.purpose),
);

interface Wish {
  readonly keep?: readonly Keep[];
  readonly again?: IntentLine;
  readonly ended?: ReadonlySet<string>;
}
interface About {
  readonly loaded: Loaded;
  readonly subject: string;
  readonly now: number;
}

const standingOf = ({ loaded, subject }: About): Standing => loaded.people.get(subject)?.standing ?? emptyStanding;
const regimesOf = (standing: Standing, { room }: ErasingRoom): readonly string[] =>
  regimesOr(standing, room.defaultRegime);

/** An officer cannot keep for a purpose that does not exist, for a time that is over, or on a duty that is none. */
export function* unfitKeep(room: ErasingRoom, { keep = [] }: Wish, about: About): Steps<Problem | undefined> {
  if (keep.length === 0) return undefined;
  const registry = yield* freshRegistry(room.room.memory.registry);
  const regimes = regimesOf(standingOf(about), room);
  const errors = keep.flatMap(({ purpose: key, code, until }, i): readonly FieldError[] => {
    const purpose = inForceOrFirst(registry.purposes.get(key), about.now);
    if (purpose === undefined) return [unfit(`/keep/${i}/purpose`, 'unknown-purpose', 'Name a published purpose.')];
    if (until <= about.now)
      return [unfit(`/keep/${i}/until`, 'in-the-past', 'Name a later moment, or keep nothing for this purpose.')];
    const isOwed =
      code !== 'legal-obligation' ||
      regimes.some((regime) => basisFor(purpose, regime, about.now) === 'legal-obligation');
    return isOwed
      ? []
      : [
          unfit(
            `/keep/${i}/code`,
            'no-legal-obligation',
            'This purpose rests on no legal obligation for this person; name a code of GDPR 17(3).',
          ),
        ];
  });
  return errors.length === 0 ? undefined : problem('validation-failed', undefined, errors);
}

const unfit = (pointer: string, code: string, fix: string): FieldError => ({
  pointer,
  code,
  message: 'This member does not fit.',
  fix,
});

export function* staying(
  room: ErasingRoom,
  wish: Wish,
  about: About,
): Steps<{ readonly keep: readonly Keep[]; readonly holds: readonly HoldLine[] }> {
  const { again, ended } = wish;
  if (again !== undefined)
    return { keep: again.keep ?? [], holds: (again.holds ?? []).filter(({ id }) => ended?.has(id) !== true) };
  const standing = standingOf(about);
  const registry = yield* freshRegistry(room.room.memory.registry);
  const lastUsed = new Map((yield* ask(lastUses, { subject: about.subject })).map(({ purpose, at }) => [purpose, at]));
  const owed = keepsByLaw(standing, registry, { now: about.now, defaultRegime: room.room.defaultRegime, lastUsed });
  const keep = [...new Map([...owed, ...(wish.keep ?? [])].map((each) => [each.purpose, each])).values()];
  return { keep, holds: standingHolds(standing, about.now) };
}

/** Without the mark a duty of law still allows by itself; a ground of GDPR 17(3) would be forgotten with it. */
export const markNeededFor = (keep: readonly Keep[]): readonly number[] =>
  keep.flatMap(({ code, until }) => (code === 'legal-obligation' ? [] : [until]));
