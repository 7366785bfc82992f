/**
 * Who must be told about an automated decision: before it is made, when it is made, and when it went against the
 * person.
 * Flow:    evaluation (row between 11 and 12), commands/decision, answers → here.
 * Promise: dated rows; a purpose that does not say what it decides about is taken for one that the law covers.
 * Source:  docs/law.md 3.6, 3.7, 2.6; 11 CCR 7001(ddd), 7200, 7220; C.R.S. 6-1-1701, 6-1-1704 (SB 26-189); Québec
 *          ARPPIPS 12.1; FADP 21(1); docs/law.md 3.10.
 */
import type { AiRole } from '../vocabulary/ai-system.ts';
import type { DecisionKind } from '../vocabulary/purpose.ts';
import { mayBeUnder } from './ages.ts';
import { endOfDay, localDay } from './calendar.ts';
import type { Calendar } from './clock.ts';
import { type Dated, type DatedByRegime, dayOf } from './dated.ts';
import { ruleFor } from './regimes.ts';
import { type DeadlineRule, dueDay, ruleText } from './rules.ts';

interface Covering extends Dated {
  /** What a decision has to be about. */
  readonly kinds: readonly DecisionKind[];
}

const covers = (row: Covering | undefined, kind: DecisionKind | undefined): boolean =>
  row !== undefined && (kind === undefined || row.kinds.includes(kind));

/** Insurance and public services are not in California's list. */
const preUse: Readonly<Record<string, readonly Covering[]>> = {
  'US-CA': [
    {
      kinds: ['financial', 'housing', 'education', 'employment', 'health'],
      effectiveFrom: '2027-01-01',
      source: '11 CCR 7001(ddd), 7200(b), 7220',
      checked: 'law',
    },
  ],
};

interface DecisionMoment {
  readonly kind: DecisionKind | undefined;
  readonly on: number;
}

/** Has this person to be shown a notice before an automated decision of this kind is made about them? */
export const owesPreUseNotice = (regime: string, { kind, on }: DecisionMoment): boolean =>
  covers(ruleFor(preUse, regime, dayOf(on)), kind);

/** The first moment from which it has to be shown, where that day is still to come. */
export function preUseNoticeFrom(regime: string, { kind, on }: DecisionMoment): number | undefined {
  const rows = Object.hasOwn(preUse, regime) ? (preUse[regime] ?? []) : [];
  const days = rows
    .filter((row) => covers(row, kind))
    .map(({ effectiveFrom }) => Date.parse(`${effectiveFrom}T00:00:00.000Z`));
  return days.filter((start) => start > on).sort((one, other) => one - other)[0];
}

/** Told at the latest when the decision is told that it was made by a machine alone. */
const atDecision: Readonly<Record<string, readonly Dated[]>> = {
  'CA-QC': [
    {
      effectiveFrom: '2023-09-22',
      source: 'Act respecting the protection of personal information in the private sector 12.1',
      checked: 'notes',
    },
  ],
  CH: [{ effectiveFrom: '2023-09-01', source: 'FADP 21(1)', checked: 'memory' }],
};
export const tellsOfAutomation = (regime: string, on: number): boolean =>
  ruleFor(atDecision, regime, dayOf(on)) !== undefined;

/** A decision by a machine alone should not concern a child; it is warned about, because no article forbids it. */
const notAboutChildren: Readonly<Record<string, readonly Dated[]>> = {
  EU: [{ effectiveFrom: '2018-05-25', source: 'GDPR recital 71', checked: 'memory' }],
  UK: [{ effectiveFrom: '2018-05-25', source: 'UK GDPR recital 71', checked: 'memory' }],
};

/** What an evaluation reads of them, by regime: lawChangesAfter reads it. */
export const noticeRows: readonly DatedByRegime[] = [preUse, atDecision, notAboutChildren];

interface AboutChild {
  readonly ageBand: string | undefined;
  readonly on: number;
}

const fullAge = 18;

/** Does the law of this regime ask that no machine alone decides something important about a person of this age? */
export const sparesChild = (regime: string, { ageBand, on }: AboutChild): boolean =>
  mayBeUnder(ageBand, fullAge) && ruleFor(notAboutChildren, regime, dayOf(on)) !== undefined;

interface AdverseRow extends Covering {
  readonly rule: DeadlineRule;
  /** Where the AI system materially influences the outcome: everywhere but where it had no part. */
  readonly aiRoles: readonly AiRole[];
}

const adverse: Readonly<Record<string, readonly AdverseRow[]>> = {
  'US-CO': [
    {
      kinds: ['education', 'employment', 'housing', 'financial', 'insurance', 'health', 'essential-services'],
      aiRoles: ['sole', 'main', 'one-of-several', 'advisory'],
      rule: { code: 'CAL_DAYS', n: 30 },
      effectiveFrom: '2027-01-01',
      source: 'C.R.S. 6-1-1704 (SB 26-189)',
      checked: 'notes',
    },
  ],
};

interface AdverseOutcome extends DecisionMoment {
  readonly regimes: readonly string[];
  readonly aiRole: AiRole;
}

export interface AdverseClock {
  readonly regime: string;
  readonly rule: string;
  readonly source: string;
  readonly dueAt: number;
}

/**
 * Until when the person must have been told of an outcome against them, or nothing where no law of theirs asks for it.
 */
export function adverseNoticeClock(
  { regimes, aiRole, kind, on }: AdverseOutcome,
  { timeZone }: Calendar,
): AdverseClock | undefined {
  const start = localDay(on, timeZone);
  for (const regime of regimes) {
    const row = ruleFor(adverse, regime, dayOf(on));
    if (row === undefined || !covers(row, kind) || !row.aiRoles.includes(aiRole)) continue;
    return {
      regime,
      rule: ruleText(row.rule),
      source: row.source,
      dueAt: endOfDay(dueDay(row.rule, start, { holidays: new Set() }), timeZone),
    };
  }
  return undefined;
}

/** Since when any law asks for such a notice: no older decision can owe one. */
export const adverseNoticesSince = (): number =>
  Math.min(
    ...Object.values(adverse).flatMap((rows) =>
      rows.map(({ effectiveFrom }) => Date.parse(`${effectiveFrom}T00:00:00.000Z`)),
    ),
  );
