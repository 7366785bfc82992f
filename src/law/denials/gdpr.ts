/**
 * Grounds for refusing under the GDPR and the UK GDPR that are about the request itself or about the data asked for.
 * Flow:    here → denials.ts.
 * Promise: abuse and excess need text, because the burden of proof is on the controller.
 * Source:  GDPR 11–20, 23; C-526/24; C-203/22; DPA 2018 Sch 2–4; docs/law.md 3.4.
 */
import type { RequestKind } from '../../vocabulary/request.ts';
import { type Denial, ground } from './row.ts';

const BOTH = ['EU', 'UK'];
/** Article 15, whole or in parts. */
const accessing: readonly RequestKind[] = ['access', 'access-categories', 'third-party-list', 'ai-explanation'];
const disclosing: readonly RequestKind[] = [...accessing, 'portability'];
/** Articles 15 to 21, but for what is stopped at once. */
const listed: readonly RequestKind[] = [...disclosing, 'rectification', 'erasure', 'restriction', 'objection'];
const rights: readonly RequestKind[] = [...listed, 'human-review'];
const identified: readonly RequestKind[] = [...disclosing, 'rectification', 'erasure', 'restriction'];

const aboutTheRequest: readonly Denial[] = [
  ground('art11-unidentifiable', {
    regimes: BOTH,
    appliesTo: identified,
    identity: true,
    source: 'GDPR 11(2)',
    reason: 'With the data we hold we cannot tell which of it is yours. You can send us details that help us find it.',
  }),
  ground('art12-5-unfounded', {
    regimes: ['EU'],
    appliesTo: rights,
    text: true,
    source: 'GDPR 12(5)',
    reason: 'This request clearly has no basis. We say below why, and it is up to us to prove it.',
  }),
  ground('art12-5-excessive', {
    regimes: ['EU'],
    appliesTo: rights,
    text: true,
    checked: 'law',
    source: 'GDPR 12(5); C-526/24',
    reason:
      'This request goes beyond what the right is for. We say below what shows it, and it is up to us to prove it.',
  }),
  ground('art12-5-fee', {
    regimes: BOTH,
    appliesTo: rights,
    text: true,
    source: 'GDPR 12(5)(a)',
    reason: 'We can answer for a reasonable fee. We named it before, and it was not paid.',
  }),
  ground('art12-6-identity-not-resolved', {
    regimes: BOTH,
    appliesTo: rights,
    identity: true,
    source: 'GDPR 12(6)',
    reason: 'We had good reason to doubt who was asking, asked for proof, and did not get what we needed.',
  }),
  ground('art23-national-restriction', {
    regimes: ['EU'],
    appliesTo: rights,
    text: true,
    partial: true,
    source: 'GDPR 23; the national provision named in the text',
    reason: 'A national law limits this right here. It is named below.',
  }),
  ground('uk-12-5-unfounded-or-excessive', {
    regimes: ['UK'],
    appliesTo: rights,
    text: true,
    source: 'UK GDPR 12(5)',
    reason: 'This request clearly has no basis or goes beyond what the right is for. We say below why.',
  }),
  ground('uk-12a-no-clarification', {
    regimes: ['UK'],
    appliesTo: accessing,
    text: true,
    identity: true,
    paused: true,
    checked: 'our-choice',
    source: 'UK GDPR 12A',
    reason: 'We asked what you are looking for, and heard nothing. Tell us, and we take it up again.',
  }),
  ground('uk-exemption', {
    regimes: ['UK'],
    appliesTo: listed,
    text: true,
    partial: true,
    source: 'DPA 2018 Sch 2–4; the paragraph named in the text',
    reason: 'An exemption in the Data Protection Act applies. It is named below.',
  }),
  ground('uk-reasonable-proportionate-search', {
    regimes: ['UK'],
    appliesTo: accessing,
    text: true,
    partial: true,
    from: '2026-02-05',
    checked: 'notes',
    source: 'UK GDPR 15(1A)',
    reason: 'We searched as far as is reasonable, and no further. The rest of the answer is given.',
  }),
];

const aboutTheContent: readonly Denial[] = [
  ground('art15-4-rights-of-others', {
    regimes: BOTH,
    appliesTo: disclosing,
    partial: true,
    source: 'GDPR 15(4), 20(4)',
    reason: 'This part would show data of other people, so it is blacked out. The rest is given.',
  }),
  ground('trade-secret-balance', {
    regimes: BOTH,
    appliesTo: ['access', 'ai-explanation'],
    text: true,
    partial: true,
    checked: 'notes',
    source: 'C-203/22',
    reason:
      'This part is a trade secret. The authority or a court can weigh your interest against it, and we offer to submit it to them.',
  }),
  ground('accurate-data', {
    regimes: BOTH,
    appliesTo: ['rectification'],
    text: true,
    partial: true,
    source: 'GDPR 16',
    reason: 'We checked, and the data is right as it stands. We say below what we checked.',
  }),
  ground('art17-no-ground', {
    regimes: BOTH,
    appliesTo: ['erasure'],
    partial: true,
    source: 'GDPR 17(1)',
    reason: 'We still need this data for what it was collected for, and may keep using it.',
  }),
  ground('art17-3-a-expression', {
    regimes: BOTH,
    appliesTo: ['erasure'],
    text: true,
    partial: true,
    source: 'GDPR 17(3)(a)',
    reason: 'Keeping this data is necessary for freedom of expression and information.',
  }),
  ground('art17-3-b-legal-obligation', {
    regimes: BOTH,
    appliesTo: ['erasure'],
    text: true,
    partial: true,
    source: 'GDPR 17(3)(b)',
    reason: 'A law obliges us to keep this data for a time. Everything else is erased.',
  }),
  ground('art17-3-c-public-health', {
    regimes: BOTH,
    appliesTo: ['erasure'],
    text: true,
    partial: true,
    source: 'GDPR 17(3)(c)',
    reason: 'Keeping this data is necessary for public health.',
  }),
  ground('art17-3-d-archiving-research', {
    regimes: BOTH,
    appliesTo: ['erasure'],
    text: true,
    partial: true,
    source: 'GDPR 17(3)(d)',
    reason: 'Erasing this data would make research or archiving in the public interest impossible.',
  }),
  ground('art17-3-e-legal-claims', {
    regimes: BOTH,
    appliesTo: ['erasure'],
    text: true,
    partial: true,
    source: 'GDPR 17(3)(e)',
    reason: 'We need this data to make or defend a legal claim.',
  }),
  ground('art18-no-ground', {
    regimes: BOTH,
    appliesTo: ['restriction'],
    source: 'GDPR 18(1)',
    reason: 'None of the four reasons for which the law lets you freeze data applies here.',
  }),
  ground('art20-not-provided-by-subject', {
    regimes: BOTH,
    appliesTo: ['portability'],
    partial: true,
    source: 'GDPR 20(1)',
    reason: 'You did not give us this data; we worked it out. You can see it with an access request.',
  }),
  ground('art20-wrong-basis', {
    regimes: BOTH,
    appliesTo: ['portability'],
    partial: true,
    source: 'GDPR 20(1)(a)',
    reason:
      'We use this data neither with your consent nor for a contract with you. You can see it with an access request.',
  }),
  ground('art20-not-automated', {
    regimes: BOTH,
    appliesTo: ['portability'],
    partial: true,
    source: 'GDPR 20(1)(b)',
    reason: 'This data is on paper only. You can see it with an access request.',
  }),
];

export const gdprDenials: readonly Denial[] = [...aboutTheRequest, ...aboutTheContent];
