/**
 * Chooses and writes the letter that answers a request, from its row, its facts and the answer of the same moment.
 * Flow:    http, ask-package.ts → here → ports/reads, the letters beside it.
 * Promise: a closed request always has its letter; what it says was recorded until the ledger had the size of the
 *          answer.
 * Source:  GDPR 12(3), 12(4), 15; docs/law.md 3.4.
 */

import type { Rectified } from '../../facts/request.ts';
import type { Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { saysNo } from '../../vocabulary/request-limits.ts';
import { type ContactTold, contactsOf } from '../contacts.ts';
import { type Reader, readerOf } from '../reader.ts';
import { type AccessMaterial, accessLetter } from './access-letter.ts';
import { askCertificate } from './ask-certificate.ts';
import type { StepShown } from './ask-steps.ts';
import { askRecipientsTold, toldSection } from './ask-told.ts';
import { erasureMaterial } from './certificate.ts';
import { erasureLetter } from './erasure-letter.ts';
import { explanationLetter } from './explanation-letter.ts';
import { type Fulfilment, fulfilmentOf, type LetterReading, letterLanguage } from './fulfilment.ts';
import { answeredRequest, type Letter, type LetterSection } from './letter.ts';
import { askOwnWords } from './own-words.ts';
import {
  byHandLetter,
  cancelledLetter,
  deniedLetter,
  openLetter,
  rectifiedLetter,
  stoppedLetter,
} from './plain-letters.ts';
import { stoppedSection, withSection } from './stopped.ts';
import { letterInPart, withheldRows } from './withheld.ts';

const filesFor = ({ id }: RequestRow, { audience }: LetterReading): AccessMaterial['files'] =>
  audience === 'person'
    ? { data: '/me/data', evidence: '/me/evidence' }
    : { data: `/v1/requests/${id}/package`, evidence: `/v1/requests/${id}/package` };

const answeredWithData = new Set(['access', 'access-categories', 'portability', 'third-party-list']);

interface Writing extends LetterReading {
  readonly fulfilment: Fulfilment;
  readonly reader: Reader;
  readonly closedAt: number;
  readonly text: string;
  readonly rectified: readonly Rectified[];
}

/** An erasure says in its own list what stays; every other answer in part says what it leaves out. */
async function writeFulfilled(reads: Reads, row: RequestRow, writing: Writing): Promise<Letter> {
  const letter = await writeWhole(reads, row, writing);
  const part = row.kind === 'erasure' ? undefined : await writing.fulfilment.inPart();
  if (part === undefined) return letter;
  // A letter by hand says the words of the officer already.
  const isWritten = !answeredWithData.has(row.kind) && row.kind !== 'ai-explanation';
  const decisions = isWritten ? [] : (await writing.fulfilment.aiUse()).answer.automatedDecisions;
  const rows = withheldRows(part, { decisions, evidence: row.kind === 'access' }, writing.reader);
  return letterInPart(letter, { rows, text: isWritten ? '' : writing.text }, writing.reader);
}

async function writeWhole(reads: Reads, row: RequestRow, writing: Writing): Promise<Letter> {
  const { fulfilment, reader, closedAt, text, rectified } = writing;
  const about = answeredRequest(row);
  if (row.kind === 'erasure')
    return erasureLetter(
      about,
      erasureMaterial(await askCertificate(reads, row.id), { closedAt, registry: await reads.registry() }),
      reader,
    );
  if (rectified.length > 0) return rectifiedLetter(about, { closedAt, text, rectified }, reader);
  const looked = await askOutcomes(reads, row, reader);
  if (looked !== '') return byHandLetter(about, { closedAt, text: looked }, reader);
  if (saysNo(row.kind) && row.stopped !== undefined) return stoppedLetter(about, { closedAt, text }, reader);
  if (!answeredWithData.has(row.kind) && row.kind !== 'ai-explanation')
    return byHandLetter(about, { closedAt, text }, reader);
  const { answer } = await fulfilment.aiUse();
  if (row.kind === 'ai-explanation')
    return explanationLetter(
      about,
      {
        fulfilledAt: closedAt,
        explanations: await fulfilment.explanations(),
        decisions: answer.numbers.decisions,
        answer,
      },
      reader,
    );
  return accessLetter(
    about,
    { fulfilledAt: closedAt, treeSize: row.treeSize ?? 0, answer, files: filesFor(row, writing) },
    reader,
  );
}

/** A refusal lifts what its request set, and nothing that stood before. */
const lifts = ({ stopped = [] }: RequestRow): boolean => stopped.some(({ already }) => already !== true);

/** How each look of a human ended, in a sentence. */
async function askOutcomes(reads: Reads, { reviews = [] }: RequestRow, reader: Reader): Promise<string> {
  const rows = await Promise.all(reviews.map((id) => reads.review(id)));
  return rows
    .flatMap((row) => (row?.outcome === undefined ? [] : reader.say(`review.outcome.${row.outcome}`)))
    .join('\n\n');
}

interface LetterQuery extends LetterReading {
  readonly steps: readonly StepShown[];
  /** Where more than the letter shows it. */
  readonly fulfilment?: Fulfilment;
}

/** Every letter ends with whom to write to. */
function withContacts(letter: Letter, contacts: readonly ContactTold[], reader: Reader): Letter {
  if (contacts.length === 0) return letter;
  const section = { title: reader.say('contact.title'), list: contacts.map(({ words }) => words) };
  return { ...letter, sections: [...letter.sections, section] };
}

/** The last section of a letter is the way to disagree, and who was told goes before it. */
const withTold = (letter: Letter, told: LetterSection | undefined): Letter =>
  told === undefined
    ? letter
    : { ...letter, sections: [...letter.sections.slice(0, -1), told, ...letter.sections.slice(-1)] };

/** The letter of a request as far as it is. */
export async function askLetter(reads: Reads, row: RequestRow, query: LetterQuery): Promise<Letter> {
  const reader = readerOf(letterLanguage(row, query), reads.settings.timeZone);
  const told = toldSection(await askRecipientsTold(reads, row, reader), row.kind, reader);
  const answer = withSection(await writeLetter(reads, row, query), await askOwnWords(reads, row, reader));
  const letter = withTold(answer, told);
  return withContacts(letter, contactsOf(reads.settings, reader), reader);
}

async function writeLetter(reads: Reads, row: RequestRow, query: LetterQuery): Promise<Letter> {
  const reader = readerOf(letterLanguage(row, query), reads.settings.timeZone);
  const about = answeredRequest(row);
  const closedAt = row.closedAt ?? reads.now();
  const wordsOf = (...taken: readonly string[]) =>
    query.steps.findLast(({ reason, step }) => reason !== undefined && taken.includes(step))?.reason;
  const text = wordsOf('denied', 'fulfilled');
  const stopped = stoppedSection(row, { registry: await reads.registry(), now: reads.now(), reader });
  switch (row.state) {
    case 'cancelled':
      return withSection(cancelledLetter(about, closedAt, reader), stopped);
    case 'denied':
      return deniedLetter(
        about,
        { closedAt, code: row.denialCode ?? '', ...defined({ text }), lifted: lifts(row) },
        reader,
      );
    case 'fulfilled': {
      const fulfilment = query.fulfilment ?? fulfilmentOf(reads, row, query);
      const rectified = query.steps.findLast(({ step }) => step === 'fulfilled')?.rectified ?? [];
      const writing = { ...query, fulfilment, reader, closedAt, text: text ?? '', rectified };
      const written = await writeFulfilled(reads, row, writing);
      return withSection(written, stopped);
    }
    default:
      return withSection(openLetter(about, reader, row.extended ? wordsOf('extended') : undefined), stopped);
  }
}
