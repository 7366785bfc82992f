/**
 * What law would still ask of a registry entry, for the regimes of the person: named, so that it can be mended.
 * Flow:    systems.ts → here → required.ts, language.
 * Promise: a gap is reported only where a rule in force asks for the member; a gap never changes whether a use is
 *          allowed.
 * Source:  docs/law.md 4 level 1, docs/law.md 7, docs/law.md 9; GDPR 9(2), 10, 22(2), 22(4); docs/design.md 8.1
 *          (`completeness[]`).
 */

import { basisFor } from '../../evaluation/case.ts';
import type { Purpose } from '../../evaluation/registry.ts';
import type { DeclaredAiSystem } from '../../facts/registry.ts';
import { isGenericPurpose } from '../../language/plain/plain.ts';
import { type AnswerTag, fallsUnder, forRegime, isUnderGdpr } from '../../law/law.ts';
import type { Reader } from '../reader.ts';
import type { Gap } from './answer-parts.ts';
import { type Law, regimesOfTags, type SystemMember, systemMembers, tagsThatApply } from './required.ts';

interface Entry {
  readonly body: DeclaredAiSystem;
  readonly purposes: readonly Purpose[];
  /** Is there a notice for one of its purposes? */
  readonly hasNotice: boolean;
}

const isMissing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** Member → is it missing from what was published? Members that can never be missing are left out. */
const missing: Partial<Record<SystemMember, (entry: Entry) => boolean>> = {
  provider: ({ body }) => isMissing(body.provider),
  decisionTypes: ({ body, purposes }) => purposes.some(isSignificant) && isMissing(body.decisionTypes),
  sources: ({ body }) => isMissing(body.sources),
  logic: ({ body }) => isMissing(body.logic),
  output: ({ body }) => isMissing(body.outputType) || isMissing(body.outputUse),
  humanOversight: ({ body }) => isMissing(body.humanOversight),
  evaluation: ({ body }) => !(body.evaluations ?? []).some(({ done }) => done),
  benefits: ({ body }) => isMissing(body.benefits),
  limitations: ({ body }) => isMissing(body.limitations),
  possibleConsequences: ({ body, purposes }) => purposes.some(isSignificant) && isMissing(body.consequences),
  optOut: ({ body, purposes }) =>
    purposes.some(isSignificant) &&
    isMissing(body.optOut) &&
    !purposes.some(({ body: purpose }) => !isMissing(purpose.optOutExceptions)),
  alternativeProcess: ({ body, purposes }) =>
    purposes.some(isSignificant) &&
    isMissing(body.alternative) &&
    !purposes.some(({ body: purpose }) => !isMissing(purpose.optOutExceptions)),
  trainingUse: ({ body }) => isMissing(body.trainingUse),
  recipients: ({ body }) => isMissing(body.recipients),
  retention: ({ body }) => isMissing(body.retention),
};

const isSignificant = ({ significant }: Purpose): boolean => significant;

function memberGaps(entry: Entry, law: Law, reader: Reader): readonly Gap[] {
  return (Object.keys(missing) as SystemMember[]).flatMap((member) => {
    const tags: readonly AnswerTag[] = systemMembers[member];
    const regimes = regimesOfTags(tags, law);
    if (regimes.length === 0 || missing[member]?.(entry) !== true) return [];
    return [
      { code: gapCodes[member], words: reader.say(`gap.${member}`), regimes, requiredBy: tagsThatApply(tags, law) },
    ];
  });
}

const gapCodes: Readonly<Record<SystemMember, string>> = Object.fromEntries(
  (Object.keys(systemMembers) as SystemMember[]).map((member) => [
    member,
    `${member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-missing`,
  ]),
) as Record<SystemMember, string>;

const under = (law: Law, wider: string): readonly string[] => law.regimes.filter((regime) => fallsUnder(regime, wider));

/** A machine alone, deciding something that weighs on a person, needs one of the three gateways in the EU. */
const lacksGateway = (purpose: Purpose, entry: Entry, regime: string): boolean =>
  isSignificant(purpose) &&
  entry.body.humanOversight?.mode !== 'before-effect' &&
  forRegime(purpose.body.art22 ?? {}, regime) === undefined;

const lacksCondition = (purpose: Purpose, regime: string): boolean =>
  purpose.sensitive && forRegime(purpose.body.specialCategory ?? {}, regime) === undefined;

const lacksCriminalGround = ({ body }: Purpose, regime: string): boolean =>
  body.criminalData === true && isUnderGdpr(regime) && forRegime(body.criminalDataGround ?? {}, regime) === undefined;

const startOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

function ukBars(purpose: Purpose, entry: Entry, regime: string): boolean {
  if (!isSignificant(purpose) || entry.body.humanOversight?.mode === 'before-effect') return false;
  const basis = forRegime(purpose.body.legalBasis, regime);
  return (
    basis === 'recognised-legitimate-interests' ||
    (purpose.sensitive && forRegime(purpose.body.art22 ?? {}, regime) === undefined)
  );
}

function basisIsBare(purpose: Purpose, regime: string): boolean {
  const basis = forRegime(purpose.body.legalBasis, regime);
  return basis === 'legitimate-interests' && purpose.body.legitimateInterest === undefined;
}

type PurposeGap =
  | 'art22-gateway-missing'
  | 'uk-22b-ground-missing'
  | 'special-category-condition-missing'
  | 'criminal-data-ground-missing'
  | 'legal-basis-missing'
  | 'legitimate-interest-not-named';

interface Rule {
  readonly code: PurposeGap;
  readonly source: string;
  readonly regimes: (purpose: Purpose, entry: Entry, law: Law) => readonly string[];
}

const purposeRules: readonly Rule[] = [
  {
    code: 'art22-gateway-missing',
    source: 'gdpr-22',
    regimes: (purpose, entry, law) => under(law, 'EU').filter((regime) => lacksGateway(purpose, entry, regime)),
  },
  {
    code: 'uk-22b-ground-missing',
    source: 'uk-gdpr-22b',
    regimes: (purpose, entry, law) => under(law, 'UK').filter((regime) => ukBars(purpose, entry, regime)),
  },
  {
    code: 'special-category-condition-missing',
    source: 'gdpr-9-2',
    regimes: (purpose, _entry, law) =>
      [...under(law, 'EU'), ...under(law, 'UK')].filter((regime) => lacksCondition(purpose, regime)),
  },
  {
    code: 'criminal-data-ground-missing',
    source: 'gdpr-10',
    regimes: (purpose, _entry, law) => law.regimes.filter((regime) => lacksCriminalGround(purpose, regime)),
  },
  {
    code: 'legal-basis-missing',
    source: 'gdpr-6',
    regimes: (purpose, _entry, law) =>
      law.regimes.filter((regime) => basisFor(purpose, regime, startOf(law.day)) === undefined),
  },
  {
    code: 'legitimate-interest-not-named',
    source: 'gdpr-13',
    regimes: (purpose, _entry, law) =>
      [...under(law, 'EU'), ...under(law, 'UK')].filter((regime) => basisIsBare(purpose, regime)),
  },
];

function purposeGaps(entry: Entry, law: Law, reader: Reader): readonly Gap[] {
  return entry.purposes.flatMap((purpose) => {
    const name = reader.text(purpose.body.name) ?? purpose.key;
    const found = purposeRules
      .map(({ code, source, regimes }) => ({ code, source, regimes: regimes(purpose, entry, law) }))
      .filter(({ regimes }) => regimes.length > 0);
    const gaps = found.map(
      ({ code, source, regimes }): Gap => ({
        code,
        words: reader.say(`gap.${code}`, { purpose: name }),
        regimes,
        requiredBy: [source],
      }),
    );
    const description = `${name} ${reader.text(purpose.body.description) ?? ''}`;
    // 11 CCR 7220(c)(1) and the Article 29 Party's paper 203 refuse them.
    if (!isGenericPurpose(description)) return gaps;
    return [
      ...gaps,
      {
        code: 'purpose-generic',
        words: reader.say('gap.purpose-generic', { purpose: name }),
        regimes: law.regimes,
        requiredBy: ['gdpr-5-1-b', 'ccpa-7220-c'],
      },
    ];
  });
}

/** Every gap of one AI system for this person; empty when nothing is missing. */
export function gapsOf(entry: Entry, law: Law, reader: Reader): readonly Gap[] {
  const notice: readonly Gap[] = entry.hasNotice
    ? []
    : [
        {
          code: 'notice-missing',
          words: reader.say('gap.notice'),
          regimes: law.regimes,
          requiredBy: tagsThatApply(['gdpr-13', 'ccpa-7220-c'], law),
        },
      ];
  return [...purposeGaps(entry, law, reader), ...notice, ...memberGaps(entry, law, reader)];
}
