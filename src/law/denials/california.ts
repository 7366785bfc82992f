/**
 * Grounds for refusing under the CCPA and its regulations.
 * Flow:    here → denials.ts.
 * Promise: security, fraud and trade secrets are never grounds against opting out of automated decisions; the list is
 *          closed.
 * Source:  Cal. Civ. Code 1798.105(d), .130, .145; 11 CCR 7022–7027, 7060–7063, 7221, 7222; docs/law.md 3.4, 3.6.
 */
import type { RequestKind } from '../../vocabulary/request.ts';
import { type Denial, ground, refusable } from './row.ts';

const CA = ['US-CA'];
const know: readonly RequestKind[] = ['access', 'access-categories', 'portability', 'third-party-list'];
const verified: readonly RequestKind[] = [
  ...know,
  'rectification',
  'erasure',
  'ai-explanation',
  'human-review',
  'sensitive-accuracy-check',
];
const optOuts: readonly RequestKind[] = ['optout-sale-share', 'limit-sensitive', 'optout-admt'];

const general: readonly Denial[] = [
  ground('ca-unverified', {
    regimes: CA,
    appliesTo: verified,
    identity: true,
    source: '11 CCR 7060–7062',
    reason: 'We could not make sure that it was you who asked.',
  }),
  ground('ca-fraud-belief', {
    regimes: CA,
    appliesTo: [...verified, ...optOuts],
    identity: true,
    text: true,
    checked: 'law',
    source: '11 CCR 7026(e), 7221(g)',
    reason: 'We have documented reasons to believe that this request is fraudulent. We explain them below.',
  }),
  ground('ca-not-consumer', {
    regimes: CA,
    appliesTo: refusable,
    identity: true,
    source: 'Cal. Civ. Code 1798.140(i)',
    reason: 'The Californian law covers residents of California, and our records say that you are not one.',
  }),
  ground('ca-twice-in-12-months', {
    regimes: CA,
    appliesTo: know,
    source: 'Cal. Civ. Code 1798.130(b)',
    reason: 'We already answered this twice in the last twelve months.',
  }),
  ground('ca-exempt-145', {
    regimes: CA,
    appliesTo: refusable,
    text: true,
    partial: true,
    source: 'Cal. Civ. Code 1798.145; the paragraph named in the text',
    reason: 'The law exempts this data. The paragraph is named below.',
  }),
  ground('ca-never-disclose', {
    regimes: CA,
    appliesTo: [...know, 'ai-explanation'],
    partial: true,
    source: '11 CCR 7024(d)',
    reason: 'We hold this kind of data, but sending it would put you at risk, so the law does not let us show it.',
  }),
  ground('ca-disproportionate-effort', {
    regimes: CA,
    appliesTo: [...know, 'rectification', 'erasure'],
    text: true,
    partial: true,
    checked: 'law',
    source: '11 CCR 7001, 7022–7024',
    reason: 'For this part the effort would be out of proportion. We explain below in detail why.',
  }),
  ground('ca-unfounded-excessive', {
    regimes: CA,
    appliesTo: verified,
    text: true,
    source: 'Cal. Civ. Code 1798.145(h)(3)',
    reason: 'This request clearly has no basis or repeats itself too often. We say below why.',
  }),
];

const erasing = (code: string, letter: string, reason: string): Denial =>
  ground(code, {
    regimes: CA,
    appliesTo: ['erasure'],
    text: true,
    partial: true,
    source: `Cal. Civ. Code 1798.105(d)(${letter})`,
    reason,
  });

const deletion: readonly Denial[] = [
  erasing('ca-del-transaction', '1', 'We need this data to complete what you ordered or asked for.'),
  erasing('ca-del-security', '2', 'We need this data to keep our systems secure.'),
  erasing('ca-del-debug', '3', 'We need this data to find and fix errors.'),
  erasing('ca-del-speech', '4', 'Keeping this data protects free speech or another right given by law.'),
  erasing('ca-del-calecpa', '5', 'A law of California on electronic messages requires us to keep this data.'),
  erasing('ca-del-research', '6', 'This data is part of public-interest research you agreed to.'),
  erasing(
    'ca-del-internal-aligned',
    '7',
    'We use this data internally only, in ways that fit what you would expect from our relationship.',
  ),
  erasing('ca-del-legal-obligation', '8', 'A law obliges us to keep this data.'),
];

const correction: readonly Denial[] = [
  ground('ca-correct-accurate-totality', {
    regimes: CA,
    appliesTo: ['rectification'],
    text: true,
    partial: true,
    source: '11 CCR 7023(b)',
    reason: 'When we look at everything we have, the data is more likely right than wrong. We say below why.',
  }),
  ground('ca-correct-repeat-6-months', {
    regimes: CA,
    appliesTo: ['rectification'],
    source: '11 CCR 7023(g)',
    reason: 'We refused the same correction in the last six months, and nothing new was sent.',
  }),
  ground('ca-correct-fraud', {
    regimes: CA,
    appliesTo: ['rectification'],
    identity: true,
    text: true,
    source: '11 CCR 7023(h)',
    reason: 'We have documented reasons to believe that this request is fraudulent or abusive.',
  }),
];

const exception = (code: string, letter: string, reason: string): Denial =>
  ground(code, {
    regimes: CA,
    appliesTo: ['optout-admt'],
    text: true,
    from: '2023-01-01',
    checked: 'law',
    source: `11 CCR 7221(b)(${letter})`,
    reason,
  });

const admt: readonly Denial[] = [
  exception(
    'ca-admt-human-appeal',
    '1',
    'You cannot opt out here, but a person with the power to change the decision will look at it again if you appeal.',
  ),
  exception(
    'ca-admt-hiring-admission',
    '2',
    'You cannot opt out here: the system is used only to judge whether somebody can do the job or the course. It works without discriminating.',
  ),
  exception(
    'ca-admt-work-allocation',
    '3',
    'You cannot opt out here: the system is used only to share out work or set pay, and it works without discriminating.',
  ),
  ground('ca-not-significant-decision', {
    regimes: CA,
    appliesTo: ['ai-explanation', 'human-review', 'optout-admt'],
    checked: 'law',
    source: '11 CCR 7001(ddd)',
    reason: 'This decision is not one of those the law means: about money, housing, education, work or health care.',
  }),
  ground('ca-not-admt-human-involved', {
    regimes: CA,
    appliesTo: ['ai-explanation', 'optout-admt'],
    checked: 'law',
    source: '11 CCR 7001(e)',
    reason:
      'The decision was made by a person who understands the output, looked at more than that, and could change it.',
  }),
  ground('ca-limit-permitted-purpose', {
    regimes: CA,
    appliesTo: ['limit-sensitive'],
    text: true,
    partial: true,
    source: '11 CCR 7027(m)',
    reason: 'We use this sensitive data only for purposes that the law lets us keep. They are named below.',
  }),
];

export const californiaDenials: readonly Denial[] = [...general, ...deletion, ...correction, ...admt];
