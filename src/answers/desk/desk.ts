/**
 * What the support desk sees of one person: enough to help at once, and the words to say.
 * Flow:    ask.ts (gathers) → here → http.
 * Promise: the same answer that the person gets, told for staff; the playbook is the one published for each AI system.
 * Source:  docs/design.md 12 (support); docs/law.md 9; docs/design.md 8.1 (`supportGuide`).
 */
import type { NoteAdded } from '../../facts/message.ts';
import type { MessageRow } from '../../views/message/message-row.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { untoldShown } from '../request/request-checklist.ts';
import type { AiUseAnswer } from '../use/ai-use-answer.ts';

export interface NoteRead extends Pick<NoteAdded, 'text' | 'about'> {
  readonly id: string;
  readonly at: number;
  readonly by: string;
}

interface DeskMaterial {
  readonly subject: string;
  readonly language: string | null;
  readonly answer: AiUseAnswer;
  readonly requests: readonly RequestRow[];
  readonly reviews: readonly ReviewRow[];
  readonly messages: readonly MessageRow[];
  readonly notes: readonly NoteRead[];
  /** Epoch milliseconds. */
  readonly now: number;
}

const playbookOf = ({ logic, supportGuide, limitations }: AiUseAnswer['systems'][number]) => ({
  whatItDoes: logic,
  whereItFails: supportGuide?.whereItFails ?? limitations[0] ?? null,
  sayThis: supportGuide?.sayThis ?? null,
  offerThis: supportGuide?.offerThis ?? null,
});

const isOpen = ({ closedAt }: { readonly closedAt?: number }): boolean => closedAt === undefined;

export function deskAnswer(material: DeskMaterial) {
  const { subject, language, answer, requests, reviews, messages, notes, now } = material;
  const newestReview = (decision: string): string | null =>
    reviews.find((row) => row.decision === decision)?.id ?? null;
  return {
    subject,
    language,
    regimes: answer.regimes,
    summary: answer.summary,
    systems: answer.systems.map((system) => ({
      key: system.key,
      name: system.name,
      status: system.status,
      choice: system.choice.words,
      playbook: playbookOf(system),
    })),
    decisions: answer.automatedDecisions.map(({ id, headline, adverse }) => ({
      id,
      headline,
      adverse: adverse as boolean | null,
      explanation: `/v1/automated-decisions/${id}/explanation`,
      review: newestReview(id),
    })),
    requests: requests
      .map((row) => ({ row, untold: untoldShown(row, now) }))
      .filter(({ row, untold }) => isOpen(row) || untold.length > 0)
      .map(({ row: { id, kind, state, dueAt }, untold }) => ({ id, kind, state, dueAt: timeOf(dueAt), untold })),
    reviews: reviews
      .filter(isOpen)
      .map(({ id, decision, state, dueAt }) => ({ id, decision, state, dueAt: timeOf(dueAt) })),
    messages: messages.map(({ id, template, at }) => ({ id, template, at: timeOf(at) })),
    notes: notes.map(({ id, at, by, text, about }) => ({ id, at: timeOf(at), by, text, about: about ?? null })),
    handOver: { method: 'POST', href: '/v1/reviews' } as const,
  };
}

export type DeskAnswer = ReturnType<typeof deskAnswer>;
