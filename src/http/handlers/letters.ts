/**
 * Chooses and writes the letter that answers a request, from its row, its facts and the answer of the same moment.
 * Flow:    packages, pages → here → answers/request.
 * Promise: a closed request always has its letter; what is told was recorded until the ledger had the size of the
 *          answer.
 * Source:  GDPR 12(3), 12(4), 15; docs/law.md 3.4.
 */

import type { ExplanationAnswer } from '../../answers/explanation/explanation-answer.ts';
import { type Reader, readerOf } from '../../answers/reader.ts';
import { type AccessMaterial, accessLetter } from '../../answers/request/access-letter.ts';
import { erasureLetter } from '../../answers/request/erasure-letter.ts';
import { explanationLetter } from '../../answers/request/explanation-letter.ts';
import { askedOf, type Letter } from '../../answers/request/letter.ts';
import { byHandLetter, cancelledLetter, deniedLetter, openLetter } from '../../answers/request/plain-letters.ts';
import {
  answerInPart,
  explanationInPart,
  type InPart,
  letterInPart,
  withheldRows,
} from '../../answers/request/withheld.ts';
import type { RequestFulfilled } from '../../facts/request.ts';
import type { House } from '../../house-port.ts';
import { ofKind } from '../../views/of-kind.ts';
import { type RequestRow, treePointOf } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { WithheldWish } from '../../vocabulary/withheld.ts';
import { erasureMaterial } from './certificate.ts';
import { explanationOf } from './explanation.ts';
import { type AiUseFound, aiUseFor, windowOf } from './gather.ts';
import { chainOf } from './held-data.ts';

export interface Told {
  readonly audience: 'person' | 'officer';
  readonly language: string;
  /** True where this reading names its language; else the request's own decides. */
  readonly languageNamed?: boolean;
}

export interface StepShown {
  readonly step: string;
  readonly at: string;
  /** The words of whoever took it. */
  readonly reason?: string;
}

/** A letter is written in the language in which the person asked, unless this reading names another. */
const languageOf = (row: RequestRow, { language, languageNamed }: Told): string =>
  languageNamed === true ? language : (row.language ?? language);

const stepKinds = [
  'received',
  'verified',
  'extended',
  'paused',
  'resumed',
  'denied',
  'fulfilled',
  'cancelled',
  'appealed',
].map((step) => `request.${step}`);

/** The steps of one request, the oldest first. */
export async function stepsOf(house: House, row: RequestRow): Promise<readonly StepShown[]> {
  if (row.subject === undefined) return [];
  const entries = await chainOf(house, row.subject, { kinds: stepKinds });
  return entries
    .filter(({ id, payload }) => id === row.id || payload?.request === row.id)
    .flatMap(({ kind, at, payload }) => {
      if (kind === undefined || at === undefined) return [];
      const reason = typeof payload?.reason === 'string' ? { reason: payload.reason } : {};
      return [{ step: kind.slice('request.'.length), at: timeOf(at), ...reason }];
    });
}

/** What the answer leaves out, where it was given in part. */
async function inPartOf(house: House, { id, subject, regimes, state }: RequestRow): Promise<InPart | undefined> {
  if (subject === undefined || state !== 'fulfilled') return undefined;
  const steps = await chainOf(house, subject, { kinds: ['request.fulfilled'] });
  const payload = steps.findLast((step) => step.payload?.request === id)?.payload as RequestFulfilled | undefined;
  if (payload?.code === undefined) return undefined;
  return { code: payload.code, regimes, wishes: (payload.withheld ?? []) as readonly WithheldWish[] };
}

/** What a fulfilled request is answered with, as it stood then; made once, however many parts of a package show it. */
export interface Given {
  /** The AI-use answer for the period that was asked for. */
  aiUse(): Promise<AiUseFound>;
  /** The explanation of each decision of the AI-use answer. */
  explanations(): Promise<readonly ExplanationAnswer[]>;
  /** What is left out of it. */
  inPart(): Promise<InPart | undefined>;
}

export function givenFor(house: House, row: RequestRow, told: Told): Given {
  const { subject, closedAt, period } = row;
  const point = treePointOf(row);
  const { audience } = told;
  const asked = {
    audience,
    language: languageOf(row, told),
    ...(point === undefined || closedAt === undefined ? {} : { asOf: { ...point, at: closedAt } }),
  };
  const inPart = once(() => inPartOf(house, row));
  const aiUse = once(async () => {
    const found = await aiUseFor(house, { ...asked, identifier: subject ?? '', window: windowOf(period ?? {}) });
    const part = await inPart();
    return part === undefined ? found : { ...found, answer: answerInPart(found.answer, part, found.reader) };
  });
  const explanations = once(async () => {
    const decisions = (await aiUse()).answer.automatedDecisions;
    const facts = await house.facts(decisions.map(({ id }) => id));
    const made = await Promise.all(
      decisions
        .flatMap(({ id }) => ofKind('decision.recorded', facts.get(id)) ?? [])
        .map((fact) => explanationOf(house, fact, asked)),
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

const filesFor = ({ id }: RequestRow, { audience }: Told): AccessMaterial['files'] =>
  audience === 'person'
    ? { data: '/me/data', evidence: '/me/evidence' }
    : { data: `/v1/requests/${id}/package`, evidence: `/v1/requests/${id}/package` };

const answeredWithData = new Set(['access', 'access-categories', 'portability', 'third-party-list']);

interface Writing {
  readonly given: Given;
  readonly reader: Reader;
  readonly closedAt: number;
  readonly text: string;
}

/** An erasure says in its own list what stays; every other answer in part says what it leaves out. */
async function fulfilledLetter(house: House, row: RequestRow, told: Told & Writing): Promise<Letter> {
  const letter = await wholeLetter(house, row, told);
  const part = row.kind === 'erasure' ? undefined : await told.given.inPart();
  if (part === undefined) return letter;
  // A letter by hand says the words of the officer already.
  const isWritten = !answeredWithData.has(row.kind) && row.kind !== 'ai-explanation';
  const decisions = isWritten ? [] : (await told.given.aiUse()).answer.automatedDecisions;
  const rows = withheldRows(part, { decisions, evidence: row.kind === 'access' }, told.reader);
  return letterInPart(letter, { rows, text: isWritten ? '' : told.text }, told.reader);
}

async function wholeLetter(house: House, row: RequestRow, told: Told & Writing): Promise<Letter> {
  const { given, reader, closedAt, text } = told;
  const asked = askedOf(row);
  if (row.kind === 'erasure')
    return erasureLetter(
      asked,
      erasureMaterial(await house.certificate(row.id), { closedAt, registry: await house.registry() }),
      reader,
    );
  if (!answeredWithData.has(row.kind) && row.kind !== 'ai-explanation')
    return byHandLetter(asked, { closedAt, text }, reader);
  const { answer } = await given.aiUse();
  if (row.kind === 'ai-explanation')
    return explanationLetter(
      asked,
      { fulfilledAt: closedAt, explanations: await given.explanations(), decisions: answer.numbers.decisions },
      reader,
    );
  return accessLetter(
    asked,
    { fulfilledAt: closedAt, treeSize: row.treeSize ?? 0, answer, files: filesFor(row, told) },
    reader,
  );
}

interface LetterWish extends Told {
  readonly steps: readonly StepShown[];
  /** Where more than the letter shows it. */
  readonly given?: Given;
}

/** The letter of a request as far as it is. */
export async function letterOf(house: House, row: RequestRow, told: LetterWish): Promise<Letter> {
  const reader = readerOf(languageOf(row, told), house.settings.timeZone);
  const asked = askedOf(row);
  const closedAt = row.closedAt ?? house.now();
  const text = told.steps.findLast(
    ({ reason, step }) => reason !== undefined && (step === 'denied' || step === 'fulfilled'),
  )?.reason;
  switch (row.state) {
    case 'cancelled':
      return cancelledLetter(asked, closedAt, reader);
    case 'denied':
      return deniedLetter(asked, { closedAt, code: row.denialCode ?? '', ...defined({ text }) }, reader);
    case 'fulfilled':
      return fulfilledLetter(house, row, {
        ...told,
        given: told.given ?? givenFor(house, row, told),
        reader,
        closedAt,
        text: text ?? '',
      });
    default:
      return openLetter(asked, reader);
  }
}
