/**
 * What is known about a person, as the API shows it.
 * Flow:    commands/subject (PUT, return), answers (GET, lookup) → here.
 * Promise: what was assumed because nothing was said is named.
 * Source:  docs/design.md 8.1.
 */

import { regimesOr, type Standing } from '../../evaluation/person.ts';
import { foldIdentifier } from '../../vocabulary/identifier.ts';
import { timeOf } from '../../vocabulary/instant.ts';

interface SubjectOf {
  readonly subject: string;
  readonly identifiers: readonly string[];
  readonly standing: Standing;
}

export function shownSubject({ subject, identifiers, standing }: SubjectOf, defaultRegime: string) {
  const { regimes, ageBand, ageBandUntil, language } = standing;
  const assumptions = [
    ...(regimes.length === 0 ? ['default-regime'] : []),
    ...(ageBand === undefined ? ['age-unknown'] : []),
  ];
  return {
    subject,
    identifiers: [...new Set(identifiers.map(foldIdentifier))].sort(),
    regimes: regimesOr(standing, defaultRegime),
    ageBand: ageBand ?? null,
    ...(ageBandUntil === undefined ? {} : { ageBandUntil: timeOf(ageBandUntil) }),
    language: language ?? null,
    assumptions,
  };
}

export type ShownSubject = ReturnType<typeof shownSubject>;
