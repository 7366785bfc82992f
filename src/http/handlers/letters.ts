/**
 * Chooses and writes the letter that answers a request, from its row, its facts and the answer of the same moment.
 * Flow:    packages, pages → here → answers/request.
 * Promise: a closed request always has its letter; what is told was recorded until the ledger had the size of the answer.
 * Source:  GDPR 12(3), 12(4), 15; LAW 3.4.
 */

import type { ExplanationAnswer } from '../../answers/explanation/explanation-answer.ts';
import { type Reader, readerOf } from '../../answers/reader.ts';
import { type AccessMaterial, accessLetter } from '../../answers/request/access-letter.ts';
import { erasureLetter } from '../../answers/request/erasure-letter.ts';
import { explanationLetter } from '../../answers/request/explanation-letter.ts';
import { askedOf, type Letter } from '../../answers/request/letter.ts';
import { byHandLetter, cancelledLetter, deniedLetter, openLetter } from '../../answers/request/plain-letters.ts';
import type { House } from '../../house-port.ts';
import { type RequestRow, treePointOf } from '../../views/request/request-row.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { erasureMaterial } from './certificate.ts';
import { explanationOf } from './explanation.ts';
import { type AiUseFound, aiUseFor } from './gather.ts';
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
const languageOf = (row: RequestRow, { language, languageNamed }: Told): string => (languageNamed === true ? language : (row.language ?? language));

const requestKinds = ['received', 'verified', 'extended', 'paused', 'resumed', 'denied', 'fulfilled', 'cancelled', 'appealed'].map((step) => `request.${step}`);

/** The steps of one request, the oldest first. */
export async function stepsOf(house: House, row: RequestRow): Promise<readonly StepShown[]> {
  if (row.subject === undefined) return [];
  const entries = await chainOf(house, row.subject, { kinds: requestKinds });
  return entries
    .filter(({ id, payload }) => id === row.id || payload?.request === row.id)
    .flatMap(({ kind, at, payload }) => {
      if (kind === undefined || at === undefined) return [];
      const reason = typeof payload?.reason === 'string' ? { reason: payload.reason } : {};
      return [{ step: kind.slice('request.'.length), at: timeOf(at), ...reason }];
    });
}

/** The AI-use answer as it stood when the request was fulfilled, for the period that was asked for. */
export function answerAt(house: House, row: RequestRow, told: Told): Promise<AiUseFound> {
  const { subject, closedAt, period } = row;
  const window = {
    ...(period?.from === undefined ? {} : { from: Date.parse(period.from) }),
    ...(period?.to === undefined ? {} : { to: Date.parse(period.to) }),
  };
  const point = treePointOf(row);
  const asOf = point === undefined || closedAt === undefined ? {} : { asOf: { ...point, at: closedAt } };
  return aiUseFor(house, { identifier: subject ?? '', audience: told.audience, language: languageOf(row, told), window, ...asOf });
}

/** The explanation of each decision of the AI-use answer, as it stood then. */
export async function explanationsAt(house: House, row: RequestRow, told: Told): Promise<readonly ExplanationAnswer[]> {
  const { answer } = await answerAt(house, row, told);
  const { closedAt } = row;
  const point = treePointOf(row);
  const asOf = point === undefined || closedAt === undefined ? {} : { asOf: { ...point, at: closedAt } };
  const language = languageOf(row, told);
  const facts = await house.facts(answer.automatedDecisions.map(({ id }) => id));
  const opened = answer.automatedDecisions.flatMap(({ id }) => facts.get(id) ?? []);
  return Promise.all(opened.map((fact) => explanationOf(house, fact, { audience: told.audience, language, ...asOf })));
}

const filesFor = ({ id }: RequestRow, { audience }: Told): AccessMaterial['files'] =>
  audience === 'person' ? { data: '/me/data', evidence: '/me/evidence' } : { data: `/v1/requests/${id}/package`, evidence: `/v1/requests/${id}/package` };

const answeredWithData = new Set(['access', 'access-categories', 'portability', 'third-party-list']);

interface Writing {
  readonly reader: Reader;
  readonly closedAt: number;
  readonly text: string;
}

async function fulfilledLetter(house: House, row: RequestRow, told: Told & Writing): Promise<Letter> {
  const { reader, closedAt, text } = told;
  const asked = askedOf(row);
  if (row.kind === 'erasure') return erasureLetter(asked, erasureMaterial(await house.certificate(row.id), closedAt), reader);
  if (!answeredWithData.has(row.kind) && row.kind !== 'ai-explanation') return byHandLetter(asked, { closedAt, text }, reader);
  if (row.kind === 'ai-explanation') return explanationLetter(asked, { fulfilledAt: closedAt, explanations: await explanationsAt(house, row, told) }, reader);
  const { answer } = await answerAt(house, row, told);
  return accessLetter(asked, { fulfilledAt: closedAt, treeSize: row.treeSize ?? 0, answer, files: filesFor(row, told) }, reader);
}

/** The letter of a request as far as it is. */
export async function letterOf(house: House, row: RequestRow, told: Told & { readonly steps: readonly StepShown[] }): Promise<Letter> {
  const reader = readerOf(languageOf(row, told), house.settings.timeZone);
  const asked = askedOf(row);
  const closedAt = row.closedAt ?? house.now();
  const text = told.steps.findLast(({ reason, step }) => reason !== undefined && (step === 'denied' || step === 'fulfilled'))?.reason;
  switch (row.state) {
    case 'cancelled':
      return cancelledLetter(asked, closedAt, reader);
    case 'denied':
      return deniedLetter(asked, { closedAt, code: row.denialCode ?? '', ...(text === undefined ? {} : { text }) }, reader);
    case 'fulfilled':
      return fulfilledLetter(house, row, { ...told, reader, closedAt, text: text ?? '' });
    default:
      return openLetter(asked, reader);
  }
}
