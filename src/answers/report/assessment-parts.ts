/**
 * What a data protection impact assessment and a fundamental rights impact assessment have to contain, part by part,
 * and which member of the registry or figure of the ledger says something to it.
 * Flow:    ask-assessments.ts → here.
 * Promise: every part that the law names stands here once, whether anything is known to it or not.
 * Source:  GDPR 35(7); AI Act 27(1); docs/law.md 8.
 */
import type { Assessed, WorksheetKind } from '../../vocabulary/assessment.ts';

interface Part {
  /** The letter under which the law names it. */
  readonly part: 'a' | 'b' | 'c' | 'd' | 'e' | 'f';
  readonly asks: readonly Assessed[];
}

export const citationOf: Readonly<Record<WorksheetKind, string>> = { dpia: 'GDPR 35(7)', fria: 'AI Act 27(1)' };

export const worksheetParts: Readonly<Record<WorksheetKind, readonly Part[]>> = {
  dpia: [
    { part: 'a', asks: ['description', 'purposes', 'data', 'sources', 'logic', 'recipients', 'retention'] },
    { part: 'b', asks: ['basis', 'output-use', 'alternative'] },
    { part: 'c', asks: ['consequences', 'limitations', 'evaluations', 'reviews'] },
    { part: 'd', asks: ['oversight', 'opt-out', 'appeal', 'incident-contact', 'next-review'] },
  ],
  fria: [
    { part: 'a', asks: ['description', 'purposes', 'output-use'] },
    { part: 'b', asks: ['uses', 'next-review'] },
    // Who is likely to be affected, and how they differ, no registry knows: that is for a person to write.
    { part: 'c', asks: ['people'] },
    { part: 'd', asks: ['consequences', 'limitations', 'evaluations'] },
    { part: 'e', asks: ['oversight'] },
    { part: 'f', asks: ['incident-contact', 'appeal', 'alternative'] },
  ],
};
