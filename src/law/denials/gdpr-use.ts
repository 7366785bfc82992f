/**
 * Grounds for refusing under the GDPR, the UK GDPR and the AI Act that are about how data is used: objections and
 * automated decisions.
 * Flow:    here → denials.ts.
 * Promise: objecting to marketing has no ground against it.
 * Source:  GDPR 21, 22; UK GDPR 22A; AI Act 86; docs/law.md 3.4.
 */
import type { RequestKind } from '../../vocabulary/request.ts';
import { type Denial, ground } from './row.ts';

const BOTH = ['EU', 'UK'];
const automated: readonly RequestKind[] = ['human-review', 'ai-explanation'];

export const objectionDenials: readonly Denial[] = [
  ground('art21-compelling-grounds', {
    regimes: BOTH,
    appliesTo: ['objection'],
    text: true,
    source: 'GDPR 21(1)',
    reason: 'We have pressing reasons to go on that weigh more than yours here. They are named below.',
  }),
  ground('art21-legal-claims', {
    regimes: BOTH,
    appliesTo: ['objection'],
    text: true,
    source: 'GDPR 21(1)',
    reason: 'We need this data to make or defend a legal claim.',
  }),
  ground('art21-6-research-public-interest', {
    regimes: BOTH,
    appliesTo: ['objection'],
    text: true,
    source: 'GDPR 21(6)',
    reason: 'This research is necessary for a task in the public interest.',
  }),
  ground('art22-not-solely-automated', {
    regimes: ['EU'],
    appliesTo: automated,
    partial: true,
    source: 'GDPR 22(1)',
    reason: 'A person made this decision, not only a machine. We still tell you how the AI system was used.',
  }),
  ground('art22-no-significant-effect', {
    regimes: ['EU'],
    appliesTo: ['human-review'],
    source: 'GDPR 22(1)',
    reason: 'This decision has no legal or similarly strong effect on you.',
  }),
  ground('not-solely-automated', {
    regimes: ['UK'],
    appliesTo: ['human-review'],
    from: '2026-02-05',
    source: 'UK GDPR 22A(1)(a)',
    reason: 'A person with real influence took part in this decision.',
  }),
  ground('no-significant-effect', {
    regimes: ['UK'],
    appliesTo: ['human-review'],
    from: '2026-02-05',
    source: 'UK GDPR 22A(1)(b)',
    reason: 'This decision has no legal or similarly strong effect on you.',
  }),
  ground('ai-act-86-2-exception', {
    regimes: ['EU'],
    appliesTo: ['ai-explanation'],
    text: true,
    partial: true,
    checked: 'law',
    from: '2027-12-02',
    source: 'AI Act 86(2)',
    reason: 'A law exempts or limits this explanation. It is named below.',
  }),
  ground('ai-act-86-3-other-union-right', {
    regimes: ['EU'],
    appliesTo: ['ai-explanation'],
    partial: true,
    checked: 'law',
    from: '2027-12-02',
    source: 'AI Act 86(3)',
    reason: 'Another European law already gives you this explanation, and we answer under that one.',
  }),
];
