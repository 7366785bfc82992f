/**
 * Grounds for refusing where this catalogue has no table of the country's own, and where there is no such right.
 * Flow:    here → denials.ts.
 * Promise: a national ground is always named in the text.
 * Source:  docs/law.md 3.8, 3.9 ("national").
 */
import { type Denial, ground, refusable } from './row.ts';

export const elsewhereDenials: readonly Denial[] = [
  ground('national-exemption', {
    regimes: ['BR', 'CA', 'CA-QC', 'CH', 'IN'],
    appliesTo: refusable,
    text: true,
    partial: true,
    checked: 'our-choice',
    source: 'the national provision named in the text',
    reason: 'A national law limits this right here. It is named below.',
  }),
  {
    ...ground('right-not-in-regime', {
      regimes: ['*'],
      appliesTo: refusable,
      text: true,
      checked: 'our-choice',
      source: 'no such right in the law that applies',
      reason: 'The law that applies to you does not give this right. We say below what we can do for you instead.',
    }),
    onlyWithoutRight: true,
  },
];
