/**
 * The first sentence of the AI-use answer, whole or in pieces with its numbers marked.
 * Flow:    answers/use/summary.ts (JSON) and pages (bold numbers) → here → say.ts.
 * Promise: page and JSON say the same sentence.
 * Source:  docs/design.md 12 (the lead is one sentence with the three numbers that matter).
 */
import { type MessageKey, type SentencePart, sayParts } from './say.ts';

interface SummaryNumbers {
  readonly systemsThatUsedYourData: number;
  readonly uses: number;
  readonly refused: number;
  readonly decisions: number;
  readonly decisionsCheckedByAPerson: number;
  readonly agreedTo: number;
  readonly usesWithoutPermission: number;
}

function leadOf({ uses, refused, decisions }: SummaryNumbers): MessageKey {
  if (uses > 0) return 'use.summary.used';
  if (decisions > 0) return 'use.summary.decided-only';
  return refused > 0 ? 'use.summary.refused-only' : 'use.summary.nothing';
}

/** `span` is the stretch of time the numbers are about: "In the last 12 months". */
export function summaryParts(language: string, numbers: SummaryNumbers, span: string): readonly SentencePart[] {
  const checked = numbers.decisionsCheckedByAPerson === numbers.decisions ? 'all' : 'some';
  const values = { ...numbers, span, checked };
  // What had no permission is said before everything else.
  const first =
    numbers.usesWithoutPermission === 0
      ? []
      : [...sayParts(language, 'use.summary.without-permission', values), { text: ' ', strong: false }];
  return [
    ...first,
    ...sayParts(language, leadOf(numbers), values),
    { text: ' ', strong: false },
    ...sayParts(language, 'use.summary.decisions', values),
  ];
}
