import { describe, expect, it } from 'vitest';
import { answerListFor, answerListNames, requiredBy } from '../../src/law/answer-lists.ts';
import { denialCodesFor, denials, regimesOfDenial } from '../../src/law/denials.ts';
import { regimeCodes, regimesToTry } from '../../src/law/regimes.ts';
import { hasRight, lawOf, rowFor } from '../../src/law/request-kinds.ts';
import { complaintRoutes, rightsFor } from '../../src/law/rights.ts';
import { ruleText } from '../../src/law/rules.ts';
import { levelsFor } from '../../src/law/verification.ts';
import { type RequestKind, requestKinds } from '../../src/vocabulary/request.ts';

// A day on which every row is in force: Article 86 of the AI Act is the last.
const DAY = '2028-06-01';

/**
 * docs/law.md 3.9, kebab-case: kind, regime, verification, acknowledgement, rule, grounds for refusing that it names.
 */
const block = `
access|EU|doubt-resolved|-|EU_MONTHS(1,3)|art11-unidentifiable,art12-5-unfounded,art12-5-excessive,art12-6-identity-not-resolved,art15-4-rights-of-others,art23-national-restriction
access|UK|doubt-resolved|-|UK_MONTHS(1,3)|uk-12-5-unfounded-or-excessive,uk-exemption,uk-reasonable-proportionate-search,art15-4-rights-of-others
access|US-CA|reasonably-high,account-reauth|BUS_DAYS(10)|CAL_DAYS(45,90)|ca-unverified,ca-twice-in-12-months,ca-exempt-145,ca-never-disclose,ca-unfounded-excessive,ca-disproportionate-effort
access-categories|US-CA|reasonable|BUS_DAYS(10)|CAL_DAYS(45,90)|ca-unverified,ca-exempt-145
access|US-VA|reasonable|-|CAL_DAYS(45,90)|us-unauthenticated,us-unfounded-excessive-repetitive,us-exempt-entity,us-exempt-data,us-trade-secret,us-pseudonymous-separate,us-legal-claims
access|US-IA|reasonable|-|CAL_DAYS(90,135)|us-unauthenticated
ai-explanation|EU|doubt-resolved|-|EU_MONTHS(1,3)|trade-secret-balance,art22-not-solely-automated,ai-act-86-2-exception,art12-5-unfounded
ai-explanation|UK|doubt-resolved|-|UK_MONTHS(1,3)|uk-exemption,uk-12-5-unfounded-or-excessive
ai-explanation|US-CA|reasonably-high,account-reauth|BUS_DAYS(10)|CAL_DAYS(45,90)|ca-unverified,ca-not-significant-decision,ca-not-admt-human-involved,ca-exempt-145
ai-explanation|US-MN|reasonable|-|CAL_DAYS(45,90)|us-unauthenticated,us-trade-secret
ai-explanation|US-CT|reasonable|-|CAL_DAYS(45,90)|us-unauthenticated,us-trade-secret
human-review|EU|session|-|EU_MONTHS(1,3)|art22-not-solely-automated,art22-no-significant-effect
human-review|UK|session|-|UK_MONTHS(1,3)|not-solely-automated,no-significant-effect
human-review|US-CA|reasonable|BUS_DAYS(10)|CAL_DAYS(45,90)|ca-unverified,ca-not-significant-decision
human-review|US-CO|reasonable|-|CAL_DAYS(45,90)|co-not-commercially-reasonable
rectification|EU|doubt-resolved|-|EU_MONTHS(1,3)|art12-5-excessive,accurate-data
rectification|UK|doubt-resolved|-|UK_MONTHS(1,3)|uk-12-5-unfounded-or-excessive,accurate-data
rectification|US-CA|reasonable,reasonably-high|BUS_DAYS(10)|CAL_DAYS(45,90)|ca-correct-accurate-totality,ca-correct-repeat-6-months,ca-correct-fraud
erasure|EU|doubt-resolved|-|EU_MONTHS(1,3)|art17-no-ground,art17-3-a-expression,art17-3-b-legal-obligation,art17-3-c-public-health,art17-3-d-archiving-research,art17-3-e-legal-claims,art12-5-unfounded
erasure|UK|doubt-resolved|-|UK_MONTHS(1,3)|art17-no-ground,art17-3-e-legal-claims,uk-exemption
erasure|US-CA|reasonable,reasonably-high|BUS_DAYS(10)|CAL_DAYS(45,90)|ca-unverified,ca-del-transaction,ca-del-security,ca-del-debug,ca-del-speech,ca-del-calecpa,ca-del-research,ca-del-internal-aligned,ca-del-legal-obligation,ca-exempt-145
erasure|US-TX|reasonable|-|CAL_DAYS(45,90)|us-unauthenticated,us-internal-ops
restriction|EU|doubt-resolved|-|EU_MONTHS(1,3)|art18-no-ground
restriction|UK|doubt-resolved|-|UK_MONTHS(1,3)|art18-no-ground
portability|EU|doubt-resolved|-|EU_MONTHS(1,3)|art20-not-provided-by-subject,art20-wrong-basis,art20-not-automated
portability|UK|doubt-resolved|-|UK_MONTHS(1,3)|art20-wrong-basis
objection|EU|session|-|EU_MONTHS(1,3)|art21-compelling-grounds,art21-legal-claims,art21-6-research-public-interest
objection|UK|session|-|UK_MONTHS(1,3)|art21-compelling-grounds
objection-marketing|EU|none|-|IMMEDIATE|
consent-withdrawal|US-CA|session|-|IMMEDIATE|
consent-withdrawal|CA-QC|session|-|IMMEDIATE|
optout-sale-share|US-CA|none|-|BUS_DAYS(15)|ca-fraud-belief
limit-sensitive|US-CA|none|-|BUS_DAYS(15)|ca-fraud-belief,ca-limit-permitted-purpose
optout-admt|US-CA|none|-|BUS_DAYS(15)|ca-fraud-belief,ca-admt-human-appeal,ca-admt-hiring-admission,ca-admt-work-allocation
optout-profiling|US-CO|none|-|CAL_DAYS(45,90)|us-exempt-data,co-human-involved
third-party-list|US-OR|reasonable|-|CAL_DAYS(45,90)|us-unauthenticated
dsr-appeal|US-CO|reasonable|-|CAL_DAYS(45,105)|us-legal-claims
complaint|UK|session|CAL_DAYS(29)|UK_MONTHS(1,3)|
access|BR|reasonable|-|CAL_DAYS(15)|national-exemption
access|CA|reasonable|-|CAL_DAYS(30,60)|national-exemption
access|CA-QC|reasonable|-|CAL_DAYS(30)|national-exemption`;

const lines = block
  .trim()
  .split('\n')
  .map((line) => line.split('|'));

describe('the table of requests says what the law file says', () => {
  it.each(lines)('%s under %s', (...line) => {
    const [kind, regime = '', verification = '', ack, rule, codes = ''] = line as [RequestKind, ...string[]];
    const row = rowFor(kind, regime, DAY);
    expect([row.verification.join(','), row.ack === undefined ? '-' : ruleText(row.ack), ruleText(row.rule)]).toEqual([
      verification,
      ack,
      rule,
    ]);
    const fitting = denialCodesFor({ kind, regimes: [regime], day: DAY });
    for (const code of codes.split(',').filter((named) => named !== '')) expect(fitting).toContain(code);
  });

  it('every kind in every regime has a rule with a source, on every day', () => {
    for (const kind of requestKinds) {
      for (const regime of regimeCodes) {
        for (const day of ['2024-01-01', '2026-11-23', DAY]) {
          expect(rowFor(kind, regime, day).source.length).toBeGreaterThan(3);
          expect(levelsFor({ kind, regimes: [regime], day }).length).toBeGreaterThan(0);
        }
      }
    }
  });

  it('every checklist that a row names exists and asks for something', () => {
    for (const kind of requestKinds) {
      for (const regime of regimeCodes) {
        const checklist = lawOf(kind, regime, DAY)?.checklist;
        if (checklist !== undefined) expect(answerListNames).toContain(checklist);
      }
    }
  });
});

describe('grounds for refusing', () => {
  it('never touch a withdrawal of consent or an objection to marketing', () => {
    for (const kind of ['consent-withdrawal', 'objection-marketing'] as const)
      expect(denialCodesFor({ kind, regimes: regimeCodes, day: DAY })).toEqual([]);
  });

  it('security, fraud prevention and trade secrets do not stand against opting out of automated decisions', () => {
    expect(denialCodesFor({ kind: 'optout-admt', regimes: ['US-CA'], day: DAY })).toEqual([
      'ca-fraud-belief',
      'ca-not-consumer',
      'ca-exempt-145',
      'ca-admt-human-appeal',
      'ca-admt-hiring-admission',
      'ca-admt-work-allocation',
      'ca-not-significant-decision',
      'ca-not-admt-human-involved',
    ]);
  });

  it('of one law do not fit another', () => {
    const erasure = (regimes: readonly string[], code: string) =>
      regimesOfDenial(code, { kind: 'erasure', regimes, day: DAY });
    expect(erasure(['EU'], 'ca-del-debug')).toEqual([]);
    expect(erasure(['US-CA'], 'us-legal-claims')).toEqual([]);
    expect(erasure(['EU-DE', 'US-CA'], 'art17-no-ground')).toEqual(['EU-DE']);
    expect(erasure(['US-NY'], 'right-not-in-regime')).toEqual(['US-NY']);
    expect(erasure(['EU'], 'right-not-in-regime')).toEqual([]);
  });

  it('each have a code in kebab-case, a reason in a plain sentence and a place in the law', () => {
    for (const denial of denials) {
      expect(denial.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(denial.reason).toMatch(/^[A-Z].{20,}\.$/);
      expect(denial.source.length).toBeGreaterThan(3);
    }
  });
});

describe('rights and where to complain', () => {
  it('Québec is never read from Canada, a state from the common model', () => {
    expect(regimesToTry('CA-QC')).toEqual(['CA-QC']);
    expect(regimesToTry('US-TX')).toEqual(['US-TX', 'US']);
    expect(regimesToTry('EU-DE')).toEqual(['EU-DE', 'EU']);
  });

  it.each([
    ['portability', 'EU-FR', DAY, true],
    ['optout-admt', 'US-CA', '2026-11-23', false],
    ['optout-admt', 'US-CA', '2027-01-01', true],
    ['human-review', 'US-CO', '2026-12-31', false],
    ['human-review', 'US-CO', '2027-01-01', true],
    ['rectification', 'US-UT', '2026-06-30', false],
    ['rectification', 'US-UT', '2026-07-01', true],
    ['rectification', 'US-IA', DAY, false],
    ['dsr-appeal', 'US-UT', DAY, false],
    ['access', 'US-NY', DAY, false],
    ['access', 'US-OK', '2026-12-31', false],
    ['access', 'US-OK', '2027-01-01', true],
    ['optout-profiling', 'EU', DAY, false],
    ['complaint', 'EU', DAY, true],
  ] as const)('%s under %s on %s: %s', (...[kind, regime, day, has]) => {
    expect(hasRight(kind, regime, day)).toBe(has);
  });

  it('every kind of request is listed for everybody, with its clock, whether or not there is a right', () => {
    for (const regime of regimeCodes) {
      const rights = rightsFor([regime], DAY);
      expect(rights.map((each) => each.right)).toEqual(requestKinds);
      expect(rights.every((each) => each.answerWithin.length > 0)).toBe(true);
    }
  });

  it('a person in Europe can go to an authority and to court; a Californian to the agency', () => {
    expect(complaintRoutes(['EU-DE', 'EU-FR'], DAY)).toMatchObject([{ regime: 'EU-DE', court: true }]);
    expect(complaintRoutes(['US-CA'], DAY)[0]?.to).toContain('California');
    for (const regime of regimeCodes) expect(complaintRoutes([regime], DAY).length).toBe(1);
  });
});

describe('what an answer must hold', () => {
  it('an access answer in Europe names recipients, and in California never shows passwords', () => {
    const both = answerListFor('access', { regimes: ['EU', 'US-CA'], day: DAY });
    expect(both.find((item) => item.field === 'recipients')?.requiredBy).toEqual([
      'GDPR 15(1)(c); C-154/21',
      'Cal. Civ. Code 1798.110(a)(4), 1798.115',
    ]);
    expect(both.map((item) => item.field)).toContain('neverShown');
  });

  it('asks for nothing before a rule is in force, and for nothing of another law', () => {
    expect(requiredBy('ai-use', 'factors', { regimes: ['US-CA'], day: '2026-12-31' })).toEqual([]);
    expect(requiredBy('ai-use', 'factors', { regimes: ['US-CA'], day: '2027-01-01' })).toEqual(['11 CCR 7222(b)(2)']);
    expect(
      answerListFor('access', { regimes: ['US-NY'], day: DAY }).every((item) =>
        item.requiredBy.every((place) => !place.includes('GDPR')),
      ),
    ).toBe(true);
  });
});
