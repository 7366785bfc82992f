import { describe, expect, it } from 'vitest';
import { basisAllowedIn, basisFault } from '../../src/law/bases.ts';
import { lawOf, rowFor } from '../../src/law/request-kinds.ts';
import { complaintRoutes, opensCourt, rightsFor } from '../../src/law/rights.ts';
import { ruleText } from '../../src/law/rules.ts';
import { isSureEnough } from '../../src/law/verification.ts';
import type { LegalBasis } from '../../src/vocabulary/basis.ts';
import type { RequestKind, VerificationLevel } from '../../src/vocabulary/request.ts';
import { cellsOf, frozenRows } from '../vectors/law-rows.ts';

const DAY = '2027-06-01';

describe('the rows of law say what was written down a second time', () => {
  it.each(frozenRows)('%s under %s: right %s, %s', (...cells) => {
    const [kind, regime = '', right, rule, verification, source] = cells as [RequestKind, ...string[]];
    const row = rowFor(kind, regime, DAY);
    const given = rightsFor([regime], DAY).find((each) => each.right === kind);
    expect([given?.available ? 'yes' : 'no', ruleText(row.rule), row.verification.join(','), row.source]).toEqual([
      right,
      rule,
      verification,
      source,
    ]);
  });

  it('Iowa takes 90 days and 45 more for whatever is asked, but for an appeal and what stops at once', () => {
    for (const kind of ['ai-explanation', 'human-review', 'restriction', 'objection', 'third-party-list'] as const)
      expect(ruleText(rowFor(kind, 'US-IA', DAY).rule)).toBe('CAL_DAYS(90,135)');
    expect(ruleText(rowFor('consent-withdrawal', 'US-IA', DAY).rule)).toBe('IMMEDIATE');
  });

  it.each([
    ['access', 'US-FL', '2024-06-30', false],
    ['access', 'US-FL', '2024-07-01', true],
    ['erasure', 'US-WA', '2024-03-30', false],
    ['erasure', 'US-WA', '2024-03-31', true],
    ['access', 'US-NV', '2024-03-30', false],
    ['access', 'US-NV', '2024-03-31', true],
    ['optout-sale-share', 'US-NV', '2021-10-01', true],
  ] as const)('%s under %s on %s: %s', (...[kind, regime, day, is]) => {
    expect(rightsFor([regime], day).find(({ right }) => right === kind)?.available).toBe(is);
  });

  it('a right of narrow law is marked as one, and only there', () => {
    const narrow = (regime: string) => rightsFor([regime], DAY).find(({ right }) => right === 'access')?.narrow;
    expect(['US-FL', 'US-WA', 'US-NV', 'US-VA', 'EU'].map(narrow)).toEqual([['US-FL'], ['US-WA'], ['US-NV'], [], []]);
  });

  it('names of recipients are promised where a law has them told, kinds elsewhere', () => {
    const told = (regimes: readonly string[]) =>
      rightsFor(regimes, DAY).find(({ right }) => right === 'third-party-list')?.recipients;
    expect([['US-CA'], ['CH'], ['EU-FR'], ['UK'], ['US-OR'], ['US-MN'], ['BR'], ['US-CA', 'EU']].map(told)).toEqual([
      'by-kind',
      'by-kind',
      'by-name',
      'by-name',
      'by-name',
      'by-name',
      'by-name',
      'by-name',
    ]);
  });

  it('California gives a human review only where the human appeal is relied on', () => {
    const review = (regimes: readonly string[], humanAppeal: boolean) =>
      rightsFor(regimes, DAY, { humanAppeal }).find(({ right }) => right === 'human-review')?.available;
    expect([review(['US-CA'], false), review(['US-CA'], true), review(['EU'], false)]).toEqual([false, true, true]);
  });

  it('Article 86 of the AI Act stands in no source before its day', () => {
    expect(lawOf('ai-explanation', 'EU', DAY)?.source).not.toContain('AI Act');
  });
});

describe('whether a court is open is one table', () => {
  it.each([
    ['EU', true],
    ['EU-DE', true],
    ['UK', true],
    ['BR', true],
    ['CH', true],
    ['US', false],
    ['US-CA', false],
    ['US-CO', false],
    ['US-WA', false],
    ['CA', false],
    ['CA-QC', false],
    ['IN', false],
  ] as const)('%s: %s, and the words say the same', (regime, open) => {
    expect(opensCourt([regime], DAY)).toBe(open);
    for (const { words } of complaintRoutes([regime], DAY)) expect(/\bcourt\b/.test(words)).toBe(open);
  });
});

/** Regime, basis, whether a purpose may rest on it. */
const bases = `
CA|legitimate-interests|no
CA|recognised-legitimate-interests|no
CA|public-task|no
CA|consent|yes
CA|contract|yes
CA|opt-out|yes
CA-QC|legitimate-interests|no
CA-QC|contract|no
CA-QC|public-task|no
CA-QC|opt-out|no
CA-QC|consent|yes
CA-QC|legal-obligation|yes
IN|legitimate-interests|no
IN|recognised-legitimate-interests|no
IN|contract|no
IN|opt-out|no
IN|consent|yes
IN|legal-obligation|yes
IN|public-task|yes
EU|recognised-legitimate-interests|no
EU-FR|recognised-legitimate-interests|no
US|recognised-legitimate-interests|no
US-TX|recognised-legitimate-interests|no
BR|recognised-legitimate-interests|no
CH|recognised-legitimate-interests|no
UK|recognised-legitimate-interests|yes
EU|legitimate-interests|yes
UK|legitimate-interests|yes
BR|legitimate-interests|yes
CH|legitimate-interests|yes`;

describe('which basis exists where', () => {
  it.each(cellsOf(bases))('%s: %s: %s', (...[regime = '', basis, may]) => {
    const question = [regime, basis as LegalBasis, { on: Date.parse('2026-11-02T09:00:00.000Z') }] as const;
    expect(basisAllowedIn(...question)).toBe(may === 'yes');
    for (const other of basisFault(...question)?.instead ?? [])
      expect([regime, other, basisAllowedIn(regime, other, question[2])]).toEqual([regime, other, true]);
  });
});

/** Kind, regime, and for each level whether an answer may be given. */
const levels = `
access|US-CA|session:no,reasonable:no,agent-signed:no,account-reauth:yes,reasonably-high:yes
ai-explanation|US-CA|session:no,reasonable:no,account-reauth:yes
erasure|US-CA|session:no,reasonable:yes,account-reauth:yes
rectification|US-CA|none:no,session:no,reasonable:yes
access-categories|US-CA|session:no,reasonable:yes
access|US-VA|session:no,reasonable:yes
access|EU|none:no,session:yes,doubt-resolved:yes
access|UK|none:no,session:yes
rectification|EU|none:yes
objection|EU|none:yes
optout-sale-share|US-CA|none:yes
optout-admt|US-CA|none:yes`;

describe('how sure one must be who asks', () => {
  it.each(cellsOf(levels))('%s under %s', (...[kind, regime = '', each = '']) => {
    for (const [level, enough] of each.split(',').map((pair) => pair.split(':')))
      expect([
        level,
        isSureEnough(level as VerificationLevel, { kind: kind as RequestKind, regimes: [regime], day: DAY }),
      ]).toEqual([level, enough === 'yes']);
  });

  it('of several laws the strictest decides', () => {
    expect(isSureEnough('session', { kind: 'access', regimes: ['EU', 'US-CA'], day: DAY })).toBe(false);
  });
});
