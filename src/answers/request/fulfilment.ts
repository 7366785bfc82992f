/**
 * What a fulfilled request is answered with: the AI-use answer and the explanations as they stood then, and what is
 * left out.
 * Flow:    ask-letter.ts, ask-package.ts → here → ports/reads, answers/use, answers/explanation.
 * Promise: everything in it was recorded until the ledger had the size of the answer.
 * Source:  GDPR 15; docs/design.md 8.1.
 */
import { dayOf } from '../../law/law.ts';
import type { Reads } from '../../ports/reads.ts';
import { ofKind, payloadOfKind } from '../../views/of-kind.ts';
import { type RequestRow, treePointOf } from '../../views/request/request-row.ts';
import type { WithheldWish } from '../../vocabulary/withheld.ts';
import { askExplanation } from '../explanation/ask.ts';
import type { ExplanationAnswer } from '../explanation/explanation-answer.ts';
import { askWholeChain } from '../ledger/ask.ts';
import { type AiUseFound, askAiUse } from '../use/ask.ts';
import { windowOf } from '../window.ts';
import { answerInPart, explanationInPart, type InPart } from './withheld.ts';

export interface LetterReading {
  readonly audience: 'person' | 'officer';
  readonly language: string;
  /** True where this reading names its language; else the request's own decides. */
  readonly languageNamed?: boolean;
}

/**
 * A letter is written in the language in which the person asked, unless this reading names another. Where none is on
 * record, a person reads in their own and staff hand out English.
 */
export const letterLanguage = (row: RequestRow, { audience, language, languageNamed }: LetterReading): string =>
  languageNamed === true ? language : (row.language ?? (audience === 'person' ? language : 'en'));

/** What the answer leaves out, where it was given in part. */
async function askInPart(reads: Reads, row: RequestRow): Promise<InPart | undefined> {
  const { id, subject, regimes, state, closedAt, receivedAt } = row;
  if (subject === undefined || state !== 'fulfilled') return undefined;
  const steps = await askWholeChain(reads, subject, { kinds: ['request.fulfilled'] });
  const fulfilled = steps.flatMap((step) => payloadOfKind('request.fulfilled', step) ?? []);
  const payload = fulfilled.findLast(({ request }) => request === id);
  if (payload?.code === undefined) return undefined;
  const day = dayOf(closedAt ?? receivedAt);
  return { code: payload.code, regimes, day, wishes: (payload.withheld ?? []) as readonly WithheldWish[] };
}

/** What a fulfilled request is answered with, as it stood then; made once, however many parts of a package show it. */
export interface Fulfilment {
  /** The AI-use answer for the period that was asked for. */
  aiUse(): Promise<AiUseFound>;
  /** The explanation of each decision of the AI-use answer. */
  explanations(): Promise<readonly ExplanationAnswer[]>;
  /** What is left out of it. */
  inPart(): Promise<InPart | undefined>;
}

export function fulfilmentOf(reads: Reads, row: RequestRow, reading: LetterReading): Fulfilment {
  const { subject, closedAt, period } = row;
  const point = treePointOf(row);
  const query = {
    // Whoever fetches it, letter and package are written to the person.
    audience: 'person' as const,
    language: letterLanguage(row, reading),
    ...(point === undefined || closedAt === undefined ? {} : { asOf: { ...point, at: closedAt } }),
  };
  const inPart = once(() => askInPart(reads, row));
  const aiUse = once(async () => {
    const found = await askAiUse(reads, { ...query, identifier: subject ?? '', window: windowOf(period ?? {}) });
    const part = await inPart();
    return part === undefined ? found : { ...found, answer: answerInPart(found.answer, part, found.reader) };
  });
  const explanations = once(async () => {
    const decisions = (await aiUse()).answer.automatedDecisions;
    const facts = await reads.facts(decisions.map(({ id }) => id));
    const made = await Promise.all(
      decisions
        .flatMap(({ id }) => ofKind('decision.recorded', facts.get(id)) ?? [])
        .map((fact) => askExplanation(reads, fact, query)),
    );
    const part = await inPart();
    const { reader } = await aiUse();
    return part === undefined ? made : made.map((explanation) => explanationInPart(explanation, part, reader));
  });
  return { aiUse, explanations, inPart };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
