/**
 * The proof record of one choice, built from what was said and what is published.
 * Flow:    commands/consent → here → fact `consent.given`, `consent.refused`, `consent.withdrawn`.
 * Promise: one purpose a choice; what nobody stated is named in `assumed` and never counts as explicit.
 * Source:  GDPR 7(1); docs/law.md 5.1.
 */

import type { Choosing } from '../../evaluation/effect.ts';
import type { ConsentEnded, ConsentGiven } from '../../facts/consent.ts';
import type { Instant } from '../../facts/fact.ts';
import { mayBeUnder, minorAge } from '../../law/law.ts';
import {
  type ActWarning,
  type ConsentEffect,
  type ConsentMethod,
  type ConsentState,
  type Giver,
  isExplicitMethod,
} from '../../vocabulary/consent.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { Caller } from '../command.ts';
import { timeOf } from '../refusal.ts';
import { isOwnCall } from '../subject/person-for.ts';
import type { NoticeNamed, Shown } from './notice-shown.ts';

export interface RecordConsent extends NoticeNamed {
  readonly subject: string;
  readonly purpose: string;
  readonly state: ConsentState;
  readonly method?: ConsentMethod;
  readonly dataCategories?: readonly string[];
  /** RFC 3339. */
  readonly occurredAt?: string;
  readonly evidence?: string;
  readonly givenBy?: Giver;
  readonly authorisation?: { readonly by?: string; readonly evidence: string };
}

interface Proving {
  readonly input: RecordConsent;
  readonly caller: Caller;
  readonly choosing: Choosing;
  readonly shown: Shown | undefined;
  /** When it was said to have happened. */
  readonly occurredAt: Instant | undefined;
  readonly effect: ConsentEffect;
  readonly warnings: readonly ActWarning[];
}

/** The kind of fact that proves the choice, and what it holds. */
export type Proof =
  | { readonly kind: 'consent.given'; readonly payload: ConsentGiven }
  | { readonly kind: 'consent.refused' | 'consent.withdrawn'; readonly payload: ConsentEnded };

export function proofOf(proving: Proving): Proof {
  const { input, caller, choosing, shown, occurredAt } = proving;
  const ended: ConsentEnded = {
    v: 1,
    purpose: input.purpose,
    purposeVersion: choosing.purpose.version,
    purposeFact: choosing.purpose.fact,
    givenBy: input.givenBy ?? 'self',
    ...(input.authorisation === undefined ? {} : { authorisation: { ...input.authorisation } }),
    method: input.method ?? 'web-form',
    ...(shown === undefined
      ? {}
      : {
          notice: {
            key: shown.notice.key,
            version: shown.notice.version,
            language: shown.language,
            fact: shown.notice.fact,
          },
        }),
    ...(occurredAt === undefined ? {} : { occurredAt: timeOf(occurredAt) }),
    channel: isOwnCall(caller) ? 'self' : caller.actor.role,
    ...defined({ evidence: input.evidence }),
    effect: proving.effect,
    warnings: [...proving.warnings],
    assumed: assumedIn(proving),
  };
  if (input.state !== 'given') return { kind: `consent.${input.state}`, payload: ended };
  if (shown === undefined) throw new Error('a consent is given on a notice that was shown');
  return { kind: 'consent.given', payload: { ...ended, ...coverageOf(proving, shown) } };
}

function assumedIn({ input, caller, shown }: Proving): string[] {
  const isGiven = input.state === 'given';
  const left: readonly (readonly [boolean, string])[] = [
    [input.method === undefined, 'method'],
    [isGiven && input.dataCategories === undefined, 'data-categories'],
    [input.givenBy === undefined && !isOwnCall(caller), 'given-by'],
    [input.occurredAt === undefined && !isOwnCall(caller), 'occurred-at'],
  ];
  return [...(shown?.assumed ?? []), ...left.filter(([isLeftOut]) => isLeftOut).map(([, member]) => member)];
}

/** Explicit is only what was stated to be such an act, on a notice written for it. */
function coverageOf({ input, choosing }: Proving, { notice }: Shown) {
  const explicit = input.method !== undefined && isExplicitMethod(input.method) && notice.explicit;
  const ageRule = ageRules(choosing);
  return {
    legalType: explicit ? ('explicit-consent' as const) : ('consent' as const),
    explicit,
    dataCategories: [...(input.dataCategories ?? choosing.purpose.categories)],
    ...defined({ aiSystems: notice.body.aiSystems, controllers: notice.body.controllers }),
    ...(ageRule.length === 0 ? {} : { ageRule }),
  };
}

/** The age rules that stood when a child, or somebody who may be one, chose. */
function ageRules({ purpose, regimes, standing, on }: Choosing): { regime: string; age: number }[] {
  if (!purpose.onlineService || standing.ageBand === 'adult') return [];
  return regimes.flatMap((regime) => {
    const age = minorAge(regime, on);
    return age !== undefined && (standing.ageBand === undefined || mayBeUnder(standing.ageBand, age))
      ? [{ regime, age }]
      : [];
  });
}
