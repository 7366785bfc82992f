/**
 * What a purpose must not claim.
 * Flow:    commands/registry → here → http.
 * Promise: every claim that the law of a regime does not know is named with its place.
 * Source:  docs/design.md 7 (`basis-not-in-regime`); GDPR 10; decision 0011.
 */
import type { Instant } from '../../facts/fact.ts';
import type { DeclaredPurpose } from '../../facts/registry.ts';
import { basisFault, forRegime, isRegime, isUnderGdpr } from '../../law/law.ts';
import { type FieldError, type Problem, problem } from '../../vocabulary/problems.ts';
import { optOutExceptions } from '../../vocabulary/purpose.ts';
import { unfitMember } from '../refusal.ts';

export function unfitPurpose(body: DeclaredPurpose, now: Instant): Problem | undefined {
  const unknown = [...unknownRegimes(body), ...unknownExceptions(body), ...groundNotNamed(body)];
  if (unknown.length > 0) return problem('validation-failed', undefined, unknown);
  const bases = basesNotThere(body, now);
  return bases.length === 0 ? undefined : problem('basis-not-in-regime', undefined, bases);
}

function unknownRegimes({
  legalBasis,
  specialCategory,
  art22,
  criminalDataGround,
  optOutExceptions: exceptions,
}: DeclaredPurpose): readonly FieldError[] {
  const words = {
    message: 'There is no such body of law.',
    fix: 'Use EU, EU-DE, UK, US, US-CA, BR, CA, CA-QC and the like.',
  };
  const maps = {
    legalBasis,
    specialCategory: specialCategory ?? {},
    art22: art22 ?? {},
    criminalDataGround: criminalDataGround ?? {},
  };
  const inMaps = Object.entries(maps).flatMap(([member, map]) =>
    Object.keys(map).map((regime) => [`/${member}/${regime}`, regime] as const),
  );
  const inExceptions = (exceptions ?? []).map(
    ({ regime }, place) => [`/optOutExceptions/${place}/regime`, regime] as const,
  );
  return [...inMaps, ...inExceptions]
    .filter(([, regime]) => !isRegime(regime))
    .map(([pointer]) => unfitMember(pointer, 'unknown-regime', words));
}

function unknownExceptions({ optOutExceptions: exceptions }: DeclaredPurpose): readonly FieldError[] {
  const words = {
    message: 'There is no such exception to an opt-out.',
    fix: `Use one of ${Object.keys(optOutExceptions).join(', ')}.`,
  };
  return (exceptions ?? []).flatMap(({ code }, place) =>
    Object.hasOwn(optOutExceptions, code)
      ? []
      : [unfitMember(`/optOutExceptions/${place}/code`, 'unknown-exception', words)],
  );
}

function basesNotThere({ legalBasis, sensitive }: DeclaredPurpose, now: Instant): readonly FieldError[] {
  return Object.entries(legalBasis).flatMap(([regime, basis]) => {
    const fault = basisFault(regime, basis, { sensitive: sensitive ?? false, on: now });
    if (fault === undefined) return [];
    const words = {
      message: `The law of ${regime} does not know or not allow ${basis} here (${fault.source}).`,
      fix: `Choose a legal basis of that law: ${fault.instead.join(', ')}.`,
    };
    return [unfitMember(`/legalBasis/${regime}`, 'basis-not-in-regime', words)];
  });
}

/**
 * GDPR 10 wants its own ground beside the basis, whatever the basis is. A purpose that names it for some of its regimes
 * is published, and the evaluation refuses it in the others.
 */
function groundNotNamed({ criminalData, criminalDataGround, legalBasis }: DeclaredPurpose): readonly FieldError[] {
  const regimes = criminalData === true ? Object.keys(legalBasis).filter(isUnderGdpr) : [];
  if (regimes.length === 0) return [];
  if (regimes.some((regime) => forRegime(criminalDataGround ?? {}, regime) !== undefined)) return [];
  const words = {
    message: `Data about crimes needs a ground of its own under ${regimes.join(', ')} (GDPR 10).`,
    fix: 'Name it in criminalDataGround by regime: official-authority or law, with the reference of the law.',
  };
  return [unfitMember('/criminalDataGround', 'required', words)];
}
