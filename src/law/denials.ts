/**
 * The closed catalogue of grounds for refusing a request, in whole or in part.
 * Flow:    commands (deny, fulfil in part) and answers (the letter) → here → the tables in denials/.
 * Promise: a ground MUST fit the kind of request and a regime of the person; "too much work" is missing on purpose.
 * Source:  docs/law.md 3.4.
 */
import type { RequestKind } from '../vocabulary/request.ts';
import { stands } from './dated.ts';
import { californiaDenials } from './denials/california.ts';
import { elsewhereDenials } from './denials/elsewhere.ts';
import { gdprDenials } from './denials/gdpr.ts';
import { objectionDenials } from './denials/gdpr-use.ts';
import type { Denial } from './denials/row.ts';
import { usStateDenials } from './denials/us-states.ts';
import { fallsUnder } from './regimes.ts';
import { hasRight } from './request-kinds.ts';

export type { Denial } from './denials/row.ts';

const catalogue = new Map<string, Denial>(
  [...gdprDenials, ...objectionDenials, ...californiaDenials, ...usStateDenials, ...elsewhereDenials].map((denial) => [
    denial.code,
    denial,
  ]),
);

export const denials: readonly Denial[] = [...catalogue.values()];

export const denialFor = (code: string): Denial | undefined => catalogue.get(code);

/** What is to be refused, of whom, and when. */
interface DenialQuestion {
  readonly kind: RequestKind;
  readonly regimes: readonly string[];
  readonly day: string;
}

/** The regimes of the person in which this ground may refuse this kind of request. */
export function regimesOfDenial(code: string, question: DenialQuestion): readonly string[] {
  const denial = catalogue.get(code);
  if (denial === undefined || !stands(denial, question.day) || !denial.appliesTo.includes(question.kind)) return [];
  return question.regimes.filter((regime) => {
    if (denial.onlyWithoutRight === true && hasRight(question.kind, regime, question.day)) return false;
    const covered = denial.regimes.some((wider) => wider === '*' || fallsUnder(regime, wider));
    return covered && !(denial.except ?? []).includes(regime);
  });
}

/** The codes that may refuse this kind of request for a person under these regimes. */
export const denialCodesFor = (question: DenialQuestion): readonly string[] =>
  denials.filter((denial) => regimesOfDenial(denial.code, question).length > 0).map((denial) => denial.code);
