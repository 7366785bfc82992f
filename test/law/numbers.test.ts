/**
 * Every clock, day and number of the law against a table that was written from the laws a second time, on both sides
 * of every day and of every number.
 * Source: test/vectors/law-numbers.ts.
 */
import { describe, expect, it } from 'vitest';
import { aggregateRuleFor, aggregateWindow } from '../../src/law/aggregate-answer.ts';
import { requiredBy } from '../../src/law/answer-lists.ts';
import { type AnswerTag, answerRules, tagApplies } from '../../src/law/answer-rules.ts';
import { basisFault, wantsOptInForSensitive } from '../../src/law/bases.ts';
import { isWorkingDay } from '../../src/law/calendar.ts';
import { denials, regimesOfDenial } from '../../src/law/denials.ts';
import { explanationChecklist } from '../../src/law/explanation-checklist.ts';
import {
  humanInvolvementOf,
  knowsSignal,
  mayBeUnder,
  pauseReasonsFor,
  protectedFeatureIn,
  regimeCodes,
  saysLittle,
} from '../../src/law/law.ts';
import { californiaLists } from '../../src/law/lists/california.ts';
import { gdprLists } from '../../src/law/lists/gdpr.ts';
import { severalLawsLists } from '../../src/law/lists/several-laws.ts';
import { adverseNoticeClock, owesPreUseNotice, sparesChild, tellsOfAutomation } from '../../src/law/notices.ts';
import { hasRight, rowFor } from '../../src/law/request-kinds.ts';
import { complaintRoutes } from '../../src/law/rights.ts';
import { ruleText } from '../../src/law/rules.ts';
import { isSureEnough } from '../../src/law/verification.ts';
import { type LegalBasis, legalBases } from '../../src/vocabulary/basis.ts';
import { requestKinds, verificationLevels } from '../../src/vocabulary/request.ts';
import { walk } from '../given/law/naive-days.ts';
import { sources } from '../house/sources.ts';
import {
  acts,
  beginnings,
  clocks,
  generalClocks,
  grounds,
  inFiles,
  inWords,
  listed,
  listedLater,
  wholeElsewhere,
} from '../vectors/law-numbers.ts';

const on = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
/** The own law first, then the one it stands in; Québec stands alone. */
const lawsOf = (regime: string): readonly string[] =>
  regime === 'CA-QC' ? [regime] : [...new Set([regime, regime.split('-')[0] ?? ''])];

const law = sources.filter(({ path }) => path.startsWith('src/law/'));
const fileOf = (path: string): string => path.slice('src/law/'.length);
const unique = (found: readonly string[]): readonly string[] => [...new Set(found)].sort();
const daysIn = (text: string): readonly string[] => unique(text.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? []);

/** Each day that stands in src/law or in a table, with the day before it. */
const days = unique(
  [...law.flatMap(({ code }) => daysIn(code)), ...inFiles.flatMap(([, , dates = '']) => daysIn(dates))].flatMap(
    (day) => [walk(day, -1), day],
  ),
);

describe('the clock of every request under every law, on both sides of every day', () => {
  const rowsOf = new Map<string, (readonly string[])[]>();
  for (const [regimes = '', kinds = '', ...row] of clocks)
    for (const regime of regimes.split(','))
      for (const kind of kinds.split(',')) {
        const key = `${kind} ${regime}`;
        rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
      }
  const general = new Map(generalClocks.map(([regime = '', ...clock]) => [regime, clock]));

  function written(kind: string, regime: string, day: string): readonly string[] {
    for (const law of lawsOf(regime)) {
      const begun = (rowsOf.get(`${kind} ${law}`) ?? []).filter(([from = '']) => from <= day);
      const newest = begun.reduce<readonly string[] | undefined>(
        (best, row) => (best === undefined || (best[0] ?? '') <= (row[0] ?? '') ? row : best),
        undefined,
      );
      if (newest === undefined) continue;
      const [, rule = '', ack = '', right = ''] = newest;
      const hasAct = !regime.startsWith('US-') || (acts.get(regime) ?? '9999') <= day;
      const needsNone = kind === 'complaint' || kind === 'consent-withdrawal';
      return [rule, ack, right === 'yes' && (hasAct || needsNone) ? 'yes' : 'no'];
    }
    const [rule = '', ack = ''] = lawsOf(regime).flatMap((law) => general.get(law) ?? []);
    return [rule, ack, 'no'];
  }

  it.each(requestKinds)('%s', (kind) => {
    const wrong: unknown[] = [];
    for (const regime of regimeCodes)
      for (const day of days) {
        const row = rowFor(kind, regime, day);
        const ack = row.ack === undefined ? '-' : ruleText(row.ack);
        const found = [ruleText(row.rule), ack, hasRight(kind, regime, day) ? 'yes' : 'no'];
        const wanted = written(kind, regime, day);
        if (found.join() !== wanted.join()) wrong.push({ regime, day, found, wanted });
      }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

type Probe = (regime: string, day: string) => boolean;
const awaits =
  (reason: string): Probe =>
  (regime, day) =>
    (pauseReasonsFor({ kind: 'access', regimes: [regime], day }) as readonly string[]).includes(reason);
const adverse = { aiRole: 'sole', kind: undefined } as const;

const probes: Readonly<Record<string, Probe>> = {
  'one answer about more than four': (regime, day) =>
    aggregateRuleFor({ regimes: [regime], day, uses: 5 }) !== undefined,
  'notice before a decision': (regime, day) => owesPreUseNotice(regime, { kind: undefined, on: on(day) }),
  'told that a machine decided': (regime, day) => tellsOfAutomation(regime, on(day)),
  'children spared': (regime, day) => sparesChild(regime, { ageBand: '16-17', on: on(day) }),
  'notice of an outcome against a person': (regime, day) =>
    adverseNoticeClock({ ...adverse, regimes: [regime], on: on(day) }, { timeZone: 'UTC', holidays: [] }) !== undefined,
  'signal is an opt-out': (regime, day) => knowsSignal(regime, on(day)),
  'yes before sensitive data': (regime, day) => wantsOptInForSensitive(regime, on(day)),
  'wait for a proof of identity': awaits('identity'),
  'wait for a mandate': awaits('authority'),
  'wait for a fee': awaits('fee'),
  'wait for a clarification': awaits('clarification'),
  'complaint to an authority': (regime, day) => complaintRoutes([regime], day).length > 0,
  ...Object.fromEntries(
    legalBases.map((basis: LegalBasis): [string, Probe] => [
      `no use on ${basis}`,
      (regime, day) => basisFault(regime, basis, { on: on(day) }) !== undefined,
    ]),
  ),
  ...Object.fromEntries(
    (Object.keys(answerRules) as AnswerTag[]).map((tag): [string, Probe] => [
      `answer about AI, ${tag}`,
      (regime, day) => tagApplies(tag, { regimes: [regime], day, annexIII: true }),
    ]),
  ),
};

describe('what begins on its day and not on the day before, under every law', () => {
  it.each(Object.entries(probes))('%s', (what, holds) => {
    const lines = beginnings.filter(([name]) => name === what);
    const begun = (law: string, day: string): boolean => {
      const past = lines.filter(([, where, from = '']) => where === law && from.replace(/^-/, '') <= day);
      return past.length > 0 && !past.some(([, , from = '']) => from.startsWith('-'));
    };
    const wrong: unknown[] = [];
    for (const regime of regimeCodes)
      for (const day of days) {
        const wanted = lawsOf(regime).some((law) => begun(law, day));
        if (holds(regime, day) !== wanted) wrong.push({ regime, day, wanted });
      }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('and no line of the table is about anything else', () => {
    expect(unique(beginnings.map(([what = '']) => what)).filter((what) => probes[what] === undefined)).toEqual([]);
  });

  it.each(denials)('the ground $code', ({ code, appliesTo, regimes }) => {
    const from = grounds.get(code) ?? '2018-05-25';
    const regime = regimes.includes('*') ? 'US-NY' : (regimes[0] ?? '');
    // Where a ground fits only without a right, a state without an act has none.
    const fits = (day: string): boolean =>
      appliesTo.some((kind) => regimesOfDenial(code, { kind, regimes: [regime], day }).length > 0);
    expect([fits(from), fits(walk(from, -1))]).toEqual([true, false]);
  });

  const lists = Object.entries({ ...gdprLists, ...californiaLists, ...severalLawsLists });
  it.each(lists)('what an answer must hold: %s', (list, items) => {
    const wrong: unknown[] = [];
    for (const { field, source } of items)
      for (const regime of ['EU-DE', 'UK', 'US-CA', 'US-MN', 'US-CT', 'US-CO', 'US-TX', 'CA-QC', 'CH'])
        for (const day of days) {
          const [, laws = '', usual = ''] =
            listed
              .filter(([name = '']) => source.startsWith(name))
              .sort((one, two) => ((two[0] ?? '') > (one[0] ?? '') ? 1 : -1))[0] ?? [];
          const later = listedLater.find(([where, what]) => where === list && what === field);
          const from = source.startsWith('11 CCR') ? (later?.[2] ?? usual) : usual;
          const wanted = from <= day && lawsOf(regime).some((law) => laws.split(',').includes(law));
          if (requiredBy(list, field, { regimes: [regime], day }).includes(source) !== wanted)
            wrong.push({ field, source, regime, day, wanted });
        }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('what a person is and law protects, since 2000', () => {
    expect([
      protectedFeatureIn(['religion'], on('1999-12-31')),
      protectedFeatureIn(['religion'], on('2000-01-01'))?.feature,
    ]).toEqual([undefined, 'religion']);
  });
});

describe('every other number of the law, and the one beside it', () => {
  it('four uses are answered one by one, five together as well, within twelve months', () => {
    const rule = (uses: number) => aggregateRuleFor({ regimes: ['US-CA'], day: '2027-06-01', uses })?.source;
    expect([rule(4), rule(5)]).toEqual([undefined, '11 CCR 7222(j)']);
    const from = (at: string): string => new Date(aggregateWindow(Date.parse(at))).toISOString();
    expect(from('2027-06-01T08:30:00.000Z')).toBe('2026-06-01T08:30:00.000Z');
    expect(from('2028-02-29T08:30:00.000Z')).toBe('2027-03-01T08:30:00.000Z');
  });

  it('Friday is a working day, Saturday and Sunday are none, Monday is one', () => {
    const week = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'];
    expect(week.map((day) => isWorkingDay(day, new Set()))).toEqual([true, false, false, true]);
  });

  it('reasons have twenty characters and four words', () => {
    const words = (text: string): boolean => saysLittle(text);
    expect([words('the sum was too hig'), words('the sum was too high')]).toEqual([true, false]);
    expect([words('payslip contradicts everything'), words('payslip contradicts everything else')]).toEqual([
      true,
      false,
    ]);
  });

  it('a look takes half a minute to an own view and a minute to the end', () => {
    const lacks = (toOwnView: number, toConclusion: number) =>
      humanInvolvementOf({
        assigned: 'fact_a',
        training: [{ code: 'loans', at: 0 }],
        authority: ['change-outcome'],
        trainingAsked: ['loans'],
        toSee: ['inputs'],
        seen: ['inputs'],
        viewed: { at: 1000, facts: ['fact_v'] },
        noted: { at: 1000 + toOwnView, facts: ['fact_n'] },
        concluded: { at: 1000 + toConclusion, fact: 'fact_c', reasons: 'The payslip of May shows more than was used.' },
      }).lacks;
    expect([lacks(30_000, 60_000), lacks(29_999, 60_000), lacks(30_000, 59_999)]).toEqual([
      [],
      ['too-fast'],
      ['too-fast'],
    ]);
  });

  it('an age band may be under every age above its youngest', () => {
    const youngest = { 'under-13': 0, '13-15': 13, '16-17': 16, adult: 18 };
    for (const [band, least] of Object.entries(youngest))
      for (let age = 0; age <= 21; age += 1)
        expect([band, age, mayBeUnder(band, age)]).toEqual([band, age, age > least]);
    expect([
      sparesChild('EU', { ageBand: '16-17', on: on('2026-06-01') }),
      sparesChild('EU', { ageBand: 'adult', on: on('2026-06-01') }),
    ]).toEqual([true, false]);
  });

  it.each([
    [
      'EU',
      'access',
      [
        'session',
        'account-reauth',
        'reasonable',
        'reasonably-high',
        'agent-signed',
        'agent-poa',
        'parent',
        'doubt-resolved',
      ],
    ],
    [
      'US-VA',
      'access',
      ['account-reauth', 'reasonable', 'reasonably-high', 'agent-signed', 'agent-poa', 'parent', 'doubt-resolved'],
    ],
    ['US-CA', 'access', ['account-reauth', 'reasonably-high', 'agent-poa', 'parent']],
  ] as const)('under %s it is sure enough who asks for %s with %j and no other level', (regime, kind, enough) => {
    const request = { kind, regimes: [regime], day: '2027-06-01' };
    expect(verificationLevels.filter((level) => isSureEnough(level, request))).toEqual(enough);
  });

  it('an answer about AI speaks of the system, the decision and the rights, in this order', () => {
    const level = (field: string) => explanationChecklist.find((row) => row.field === field)?.level;
    expect(['systemName', 'what', 'humanReview'].map(level)).toEqual([1, 2, 3]);
  });

  it('a British complaint is acknowledged within the thirty days that people are told, the day it came counted', () => {
    const [route] = complaintRoutes(['UK'], '2026-11-23');
    const { ack } = rowFor('complaint', 'UK', '2026-11-23');
    expect([route?.words.match(/\d+ days/)?.[0], ack]).toEqual(['30 days', { code: 'CAL_DAYS', n: 29 }]);
  });
});

describe('a number or a day that no table names', () => {
  const NUMBER = /(?<![\w$.'-])\d[\d_]*(?![\w'])/g;
  const IN_WORDS =
    /\b\d+ (?:days|months|hours|years|times)\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g;
  /** Sources stand in templates, too; what is computed there has its numbers elsewhere. */
  const TEMPLATE = /`[^`]*`/g;
  const numbersIn = (bare: string): readonly string[] =>
    [...new Set((bare.replaceAll(TEMPLATE, '').match(NUMBER) ?? []).map((text) => Number(text.replaceAll('_', ''))))]
      .filter((number) => number > 1)
      .sort((one, two) => one - two)
      .map(String);

  const read = law.filter(({ path }) => !wholeElsewhere.has(fileOf(path)));

  it('does not stand in src/law', () => {
    const found = read.flatMap(({ path, code, bare }) => {
      const [numbers, dates] = [numbersIn(bare).join(' '), daysIn(code).join(' ')];
      return numbers === '' && dates === '' ? [] : [[fileOf(path), numbers, dates]];
    });
    expect(found).toEqual(inFiles);
  });

  it('does not stand in its sentences', () => {
    const found = read.flatMap(({ path, code }) => {
      const said = unique(code.match(IN_WORDS) ?? []);
      return said.length === 0 ? [] : [[fileOf(path), said.join(',')]];
    });
    expect(found).toEqual(inWords);
  });

  it('is found where it stands', () => {
    expect(numbersIn('const a = { n: 45, longest: 9_0 }; f(1, 13)')).toEqual(['13', '45', '90']);
  });
});
