/**
 * A person's standing, folded one recorded fact after the other.
 * Flow:    ledger (recorded facts) → here → the views `people` and `acts` → evaluation.
 * Promise: a fold of facts alone: no clock, no configuration, no registry; a rebuilt view is the same view.
 * Source:  docs/design.md 4 and 7.
 */

import { withoutHold } from '../../evaluation/holds.ts';
import {
  type Act,
  type DescribedAct,
  emptyStanding,
  type ShownAct,
  type StaffStanding,
  type Standing,
} from '../../evaluation/person.ts';
import { applyAct } from '../../evaluation/standing.ts';
import type { FactOf, RecordedFact } from '../../facts/fact.ts';
import type { StaffDescribed } from '../../facts/staff.ts';
import { defined } from '../../vocabulary/defined.ts';
import { dayOf, type Instant } from '../../vocabulary/instant.ts';
import { consentAct } from '../consent/consent-act.ts';
import { limitAct } from '../limit/limit-act.ts';
import { learnedOf } from '../review/learned.ts';
import { placeOfAct } from './recorded-act.ts';

function describedAct(fact: RecordedFact): DescribedAct | undefined {
  if (fact.kind !== 'subject.described') return undefined;
  const { regimes, ageBand, ageBandUntil, language } = fact.payload;
  return {
    ...placeOfAct(fact, undefined),
    what: 'described',
    regimes,
    ...defined({ ageBand }),
    ...(ageBandUntil === undefined ? {} : { ageBandUntil: Date.parse(ageBandUntil) }),
    ...defined({ language }),
  };
}

function shownAct(fact: RecordedFact): ShownAct | undefined {
  if (fact.kind !== 'notice.shown') return undefined;
  const { covers, notice, acknowledged, occurredAt } = fact.payload;
  return { ...placeOfAct(fact, occurredAt), what: 'shown', covers, ...defined({ notice }), acknowledged };
}

/** The act a fact is, or nothing where it does not bear on the standing. */
export const actOf = (fact: RecordedFact): Act | undefined =>
  consentAct(fact) ?? limitAct(fact) ?? describedAct(fact) ?? shownAct(fact);

function staffOf({ actor, active, roles, training, authority, own }: StaffDescribed): StaffStanding {
  return { actor, active, roles, training: learnedOf(training), authority, own };
}

function filesAfter(standing: Standing, at: Instant): { readonly day: string; readonly count: number } {
  const day = dayOf(at);
  return { day, count: standing.files?.day === day ? standing.files.count + 1 : 1 };
}

function heldAfter(standing: Standing, { id, at, payload }: FactOf<'hold.set'>): Standing {
  const { items, ground, until } = payload;
  const hold = {
    items,
    ground,
    at,
    ...(until === undefined ? {} : { until: Date.parse(until) }),
  };
  return { ...standing, holds: { ...standing.holds, [id]: hold } };
}

/** The standing after one more fact of this person; a fact that is no act leaves it as it is. */
export function foldPerson(before: Standing | undefined, fact: RecordedFact): Standing {
  const standing = before ?? emptyStanding;
  switch (fact.kind) {
    case 'staff.described':
      return { ...standing, staff: staffOf(fact.payload) };
    case 'file.added':
      return { ...standing, files: filesAfter(standing, fact.at) };
    case 'hold.set':
      return heldAfter(standing, fact);
    case 'hold.lifted':
      return withoutHold(standing, fact.payload.hold);
    default: {
      const act = actOf(fact);
      return act === undefined ? standing : applyAct(standing, act);
    }
  }
}

/** A row of the view `acts`. */
interface ActRow {
  readonly subject: string;
  readonly id: string;
  readonly n: number;
  readonly what: Act['what'];
  readonly purpose: string | null;
  readonly occurredAt: Instant;
  readonly at: Instant;
  readonly doc: Act;
}

export function actRow(fact: RecordedFact): ActRow | undefined {
  const act = actOf(fact);
  if (act === undefined || fact.subject === undefined) return undefined;
  const purpose = act.what === 'described' || act.what === 'shown' ? null : (act.purpose ?? null);
  return {
    subject: fact.subject,
    id: act.id,
    n: act.n,
    what: act.what,
    purpose,
    occurredAt: act.occurredAt ?? act.at,
    at: act.at,
    doc: act,
  };
}
