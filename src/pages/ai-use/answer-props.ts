/**
 * What the page "How AI uses your data" and each of its sections are drawn from.
 * Flow:    page.tsx, the sections beside it → here (types) → answers/use.
 * Promise: a section is given the whole answer and nothing else, so that it cannot show more.
 * Source:  docs/design.md 12 (the AI-use page).
 */
import type { AiUseAnswer } from '../../answers/use/ai-use-answer.ts';
import type { Chrome } from '../chrome.ts';

export interface AnswerProps {
  readonly answer: AiUseAnswer;
  readonly chrome: Chrome;
}
