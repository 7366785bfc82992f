/**
 * Asks who of staff can come in: those who are described, those with something open, those whose access was ended, and
 * those who acted by a token alone.
 * Flow:    http/handlers/console/staff.ts → here → ports/reads → pages/console/staff-page.tsx, list-files.ts.
 * Promise: nobody who has a session or a link or who acted here is left out; the newest description of each counts;
 *          whoever was last seen is told from their own record of acts and from what is open, and from nothing else.
 * Source:  decision 0043; decision 0133; decision 0139.
 */
import type { StaffDescribed } from '../../facts/staff.ts';
import type { Reads } from '../../ports/reads.ts';
import type { Revocation } from '../../views/access/access-fold.ts';
import { payloadOfKind } from '../../views/of-kind.ts';
import type { RevocationCause } from '../../vocabulary/access.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { type Instant, timeOf } from '../../vocabulary/instant.ts';
import type { Scope } from '../../vocabulary/scope.ts';
import { everyItem } from './list-file.ts';

type StaffState = 'works' | 'undescribed' | 'inactive' | 'ended';

/** A session or a link that still opens the console. */
export interface OpenToStaff {
  readonly kind: 'link' | 'session';
  /** As they sign in. */
  readonly staff: string;
  readonly scopes: readonly Scope[];
  readonly seenAt: Instant;
  readonly until: Instant;
}

export interface StaffMember {
  /** The pseudonym that their acts stand under. */
  readonly actor: string;
  /** As they sign in; absent where only a pseudonym is on record. */
  readonly id?: string;
  readonly described?: StaffDescribed;
  readonly state: StaffState;
  readonly open: readonly OpenToStaff[];
  /** Those of everything that is open. */
  readonly scopes: readonly Scope[];
  /** What stands of what was ended, the newest first. */
  readonly ended: readonly Revocation[];
}

export interface SeenMember extends StaffMember {
  readonly seenAt?: Instant;
}

const PREFIX = staffIdentifier('');
/** So many descriptions are read at once. */
const A_READ = 200;

/** Who is let in by what they hold or may be given. */
export const canComeIn = ({ state }: StaffMember): boolean => state === 'works' || state === 'undescribed';

type Known = Pick<StaffMember, 'id' | 'described'>;

function accessOf({ described }: Known, isEnded: boolean): StaffState {
  if (isEnded) return 'ended';
  if (described === undefined) return 'undescribed';
  return described.active ? 'works' : 'inactive';
}

/** By pseudonym. */
async function describedOnes(reads: Reads): Promise<Map<string, Known>> {
  const newest = new Map<string, StaffDescribed | undefined>();
  const read = (before?: number) =>
    reads.entries({ kinds: ['staff.described'], limit: A_READ, ...(before === undefined ? {} : { before }) });
  for await (const entry of everyItem(read))
    if (entry.subject !== undefined && !newest.has(entry.subject))
      newest.set(entry.subject, payloadOfKind('staff.described', entry));
  const identifiers = await reads.identifiersOfEach([...newest.keys()]);
  return new Map(
    [...newest].flatMap(([subject, described]) => {
      const known = identifiers.get(subject)?.find((each) => each.startsWith(PREFIX));
      return described === undefined || known === undefined
        ? []
        : [[described.actor, { id: known.slice(PREFIX.length), described }] as const];
    }),
  );
}

/** Described ones by name, then who has something open, then who is known by pseudonym only. */
function byName(one: StaffMember, other: StaffMember): number {
  const place = ({ described, id, actor }: StaffMember): string =>
    described === undefined ? `2 ${id === undefined ? '3' : '2'} ${id ?? actor}` : `1 ${described.name} ${actor}`;
  return place(one) < place(other) ? -1 : 1;
}

export async function askStaffMembers(reads: Reads, open: readonly OpenToStaff[]): Promise<readonly StaffMember[]> {
  const known = await describedOnes(reads);
  const openOf = Map.groupBy(open, ({ staff }) => reads.actorOf(staff));
  for (const [actor, [first]] of openOf) if (!known.has(actor)) known.set(actor, defined({ id: first?.staff }));
  const standing = reads.revocations().filter(({ what, liftedAt }) => what === 'principal' && liftedAt === undefined);
  for (const { key } of standing) if (!known.has(key)) known.set(key, {});
  for (const actor of await reads.staffWhoActed()) if (!known.has(actor)) known.set(actor, {});
  const memberOf = (actor: string, member: Known): StaffMember => {
    const own = openOf.get(actor) ?? [];
    const ended = standing.filter(({ key }) => key === actor);
    const scopes = [...new Set(own.flatMap((each) => each.scopes))];
    return { actor, ...member, state: accessOf(member, ended.length > 0), open: own, scopes, ended };
  };
  return [...known].map(([actor, member]) => memberOf(actor, member)).sort(byName);
}

/** When they last did something that stands in the ledger, or used a session that is still open. */
export async function withLastSeen(reads: Reads, member: StaffMember): Promise<SeenMember> {
  const used = member.open.flatMap(({ kind, seenAt }) => (kind === 'session' ? [seenAt] : []));
  const acts = everyItem((before?: number) =>
    reads.entries({ actor: member.actor, limit: 1, ...(before === undefined ? {} : { before }) }),
  );
  for await (const { at } of acts) {
    if (at !== undefined) used.push(at);
    break;
  }
  return used.length === 0 ? member : { ...member, seenAt: Math.max(...used) };
}

interface StaffLine {
  readonly actor: string;
  readonly state: StaffState;
  readonly roles: readonly string[];
  readonly scopes: readonly Scope[];
  readonly sessions: number;
  readonly links: number;
  readonly lastSeenAt: string | null;
  readonly endedAt: string | null;
  readonly cause: RevocationCause | null;
}

/** As a line of a file: by pseudonym, since files travel. */
export function staffLine(member: SeenMember): StaffLine {
  const { actor, described, state, scopes, open, ended, seenAt } = member;
  const sessions = open.filter(({ kind }) => kind === 'session').length;
  return {
    actor,
    state,
    roles: described?.roles ?? [],
    scopes,
    sessions,
    links: open.length - sessions,
    lastSeenAt: seenAt === undefined ? null : timeOf(seenAt),
    endedAt: ended[0] === undefined ? null : timeOf(ended[0].at),
    cause: ended[0]?.cause ?? null,
  };
}
