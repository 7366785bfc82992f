/**
 * A published version as the API shows it, with what still needs care.
 * Flow:    commands/registry (PUT) and answers (GET) → here.
 * Promise: the body is shown exactly as it was published.
 * Source:  docs/design.md 7 and 8.1.
 */

import type { Instant } from '../facts/fact.ts';
import { fallsUnder, regimeCodes } from '../law/law.ts';
import { defined } from '../vocabulary/defined.ts';
import { timeOf } from '../vocabulary/instant.ts';
import { basisFor } from './case.ts';
import type { Published, Purpose, Registry } from './registry.ts';

export function shownVersion<B extends object>(version: Published<B>, warnings: readonly string[]) {
  const { plainLanguage } = version;
  const all = [...warnings, ...(plainLanguage === undefined ? [] : ['not-plain-enough'])];
  return {
    ...version.body,
    key: version.key,
    version: version.version,
    publishedAt: timeOf(version.at),
    ...defined({ plainLanguage }),
    ...(all.length === 0 ? {} : { warnings: all }),
  };
}

/**
 * The bodies of law in which people are refused because the purpose names no basis that holds there: that of the
 * installation, and every narrower one whose wider basis its own law does not allow.
 */
function regimesWithoutBasis(purpose: Purpose, defaultRegime: string, on: Instant): readonly string[] {
  const published = Object.keys(purpose.legalBasis);
  const concerned = regimeCodes.filter(
    (regime) => regime === defaultRegime || published.some((wider) => fallsUnder(regime, wider)),
  );
  return concerned.filter((regime) => basisFor(purpose, regime, on) === undefined);
}

/** Codes of what still needs care in a purpose. */
export function purposeWarnings(
  purpose: Purpose,
  registry: Registry,
  about: { readonly defaultRegime: string; readonly on: Instant },
): readonly string[] {
  const notice = purpose.body.defaultNotice;
  return [
    ...(regimesWithoutBasis(purpose, about.defaultRegime, about.on).length === 0 ? [] : ['regimes-without-basis']),
    ...(notice === undefined || registry.notices.has(notice) ? [] : ['unknown-notice']),
  ];
}

/** Codes of what still needs care in a notice or an AI system: purposes that nobody has published. */
export const namedPurposeWarnings = (purposes: readonly string[], registry: Registry): readonly string[] =>
  purposes.every((key) => registry.purposes.has(key)) ? [] : ['unknown-purpose'];
