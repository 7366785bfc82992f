/**
 * Grounds for refusing under the other US state laws.
 * Flow:    here → denials.ts.
 * Promise: none of them fits in California, which has its own closed list.
 * Source:  docs/law.md 3.4, 3.7.
 */
import type { RequestKind } from '../../vocabulary/request.ts';
import { type Denial, ground, refusable } from './row.ts';

const US = { regimes: ['US'], except: ['US-CA'] } as const;
const disclosing: readonly RequestKind[] = [
  'access',
  'access-categories',
  'portability',
  'third-party-list',
  'ai-explanation',
];
const model: readonly RequestKind[] = [
  ...disclosing,
  'human-review',
  'rectification',
  'erasure',
  'optout-sale-share',
  'optout-profiling',
  'dsr-appeal',
];
const identified: readonly RequestKind[] = [...disclosing, 'human-review', 'rectification', 'erasure', 'dsr-appeal'];

export const usStateDenials: readonly Denial[] = [
  ground('us-unauthenticated', {
    ...US,
    appliesTo: identified,
    identity: true,
    source: 'state acts, authentication of requests',
    reason:
      'We could not make sure that it was you who asked. Please send us what we asked for, and we will look again.',
  }),
  ground('us-unfounded-excessive-repetitive', {
    ...US,
    appliesTo: model,
    text: true,
    source: 'state acts, manifestly unfounded, excessive or repetitive requests',
    reason:
      'This request clearly has no basis or repeats itself too often. We say below why, and it is up to us to prove it.',
  }),
  ground('us-exempt-entity', {
    ...US,
    appliesTo: refusable,
    text: true,
    source: 'state acts, exempt entities',
    reason: 'The law of your state does not apply to us. The exemption is named below.',
  }),
  ground('us-exempt-data', {
    ...US,
    appliesTo: refusable,
    text: true,
    partial: true,
    source: 'state acts, exempt data',
    reason: 'The law of your state does not cover this data. The exemption is named below.',
  }),
  ground('us-trade-secret', {
    ...US,
    appliesTo: disclosing,
    text: true,
    partial: true,
    source: 'state acts, trade secrets',
    reason: 'This part is a trade secret. The rest is given.',
  }),
  ground('us-pseudonymous-separate', {
    ...US,
    appliesTo: [...disclosing, 'rectification', 'erasure'],
    partial: true,
    source: 'state acts, pseudonymous data',
    reason: 'This data is kept apart from anything that would tell us it is yours.',
  }),
  ground('us-legal-claims', {
    ...US,
    appliesTo: model,
    text: true,
    partial: true,
    source: 'state acts, limitations',
    reason: 'We need this data to make or defend a legal claim.',
  }),
  ground('us-internal-ops', {
    ...US,
    appliesTo: ['erasure', 'optout-profiling'],
    text: true,
    partial: true,
    source: 'state acts, internal operations',
    reason: 'We use this data internally only, in ways you would expect.',
  }),
  ground('co-human-involved', {
    regimes: ['US-CO'],
    appliesTo: ['optout-profiling'],
    text: true,
    from: '2023-07-01',
    source: '4 CCR 904-3-9.04',
    reason: 'A person is really involved in these decisions. We explain below how.',
  }),
  ground('co-not-commercially-reasonable', {
    regimes: ['US-CO'],
    appliesTo: ['human-review'],
    text: true,
    from: '2027-01-01',
    checked: 'notes',
    source: 'C.R.S. 6-1-1705',
    reason: 'Having a person look again is not reasonably possible here. We say below why.',
  }),
];
