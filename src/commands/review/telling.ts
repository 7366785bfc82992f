/**
 * The person is told that somebody looks at a decision about them, and how it ended, with the reasons in the reviewer's
 * words.
 * Flow:    openings and conclusions of reviews → here → message/tell.ts → fact `message.written`, outbox.
 * Promise: in the same commit as the opening or the end. Where every draft of an AI system waits for a human, only
 *          decisions that matter and ends that change something are told, so that the messages that count are read.
 * Source:  docs/law.md 7 (result and own reasons to the person); UK GDPR 22C(2)(a).
 */
import { inForceOrFirst } from '../../evaluation/registry.ts';
import type { FactOf, Instant } from '../../facts/fact.ts';
import type { ReviewConcluded, ReviewOpened } from '../../facts/review.ts';
import { selectorOf } from '../../language/say.ts';
import { pickText } from '../../language/text.ts';
import type { State } from '../command.ts';
import { complaintValues } from '../message/complaint.ts';
import { type Listener, tell, type WrittenMessage } from '../message/tell.ts';

type Texts = Readonly<Record<string, string>>;

interface ReviewMessage {
  /** `msg_…`, drawn for this command. */
  readonly id: string;
  readonly subject: string;
  readonly review: string;
  /** What the decision was about. */
  readonly what: Texts;
  readonly now: Instant;
}

/** Nobody is told under a pseudonym that nobody bears any more. */
function listenerOf(state: State, subject: string): Listener {
  const person = state.person(subject);
  return { subject, standing: person.found === 'known' ? person.standing : {} };
}

const matters = (state: State, purpose: string, now: Instant): boolean =>
  inForceOrFirst(state.registry.purposes.get(purpose), now)?.significant !== false;

/** What a recorded decision was about, by language. */
export const whatOf = ({ payload }: FactOf<'decision.recorded'>): Texts => payload.what;

const wordsIn = (texts: Texts | undefined, language: string): string => pickText(texts, language)?.text ?? '';
const about = ({ id, review }: ReviewMessage) => ({ id, about: review, href: `/me/reviews/${review}` });

export function tellOpened(state: State, opened: ReviewOpened, of: ReviewMessage): readonly WrittenMessage[] {
  if (opened.why === 'before-effect' && !matters(state, opened.purpose, of.now)) return [];
  const told = tell(state, listenerOf(state, of.subject), {
    ...about(of),
    template: 'review-opened',
    values: ({ language, day }) => ({
      why: selectorOf(opened.why),
      day: day(of.now),
      due: day(Date.parse(opened.dueAt)),
      what: wordsIn(of.what, language),
    }),
  });
  return [told];
}

export function tellConcluded(
  state: State,
  concluded: ReviewConcluded,
  of: ReviewMessage & { readonly why: string; readonly purpose: string; readonly regimes: readonly string[] },
): readonly WrittenMessage[] {
  const changesNothing = concluded.outcome === 'upheld' && of.why === 'before-effect';
  if (changesNothing && !matters(state, of.purpose, of.now)) return [];
  const told = tell(state, listenerOf(state, of.subject), {
    ...about(of),
    template: 'review-concluded',
    values: ({ language }) => ({
      what: wordsIn(of.what, language),
      outcome: selectorOf(concluded.outcome),
      newOutcome: wordsIn(concluded.newOutcome, language),
      reasons: concluded.reasons,
      ...complaintValues(language, of.regimes, of.now),
    }),
  });
  return [told];
}
