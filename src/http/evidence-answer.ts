/**
 * The evidence of one person as an answer that is written while it is read.
 * Flow:    handlers → here → ledger/evidence-pages (through ports), answers/package/texts → the connection.
 * Promise: memory does not grow with the record, and a reader who is slow is waited for. A fault of the first page is
 *          answered as one; a later one, an erasure among them, ends the connection, and nobody takes a half for whole.
 * Source:  docs/design.md 5 (evidence bundle); GDPR 15(3).
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { evidenceText } from '../answers/package/texts.ts';
import type { Reads } from '../ports/reads.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';
import type { StreamAnswer } from './answer.ts';
import { json } from './send.ts';

/** What is read before the answer begins: what stands before the entries, and the first page of them. */
const BEFORE = 2;

async function begun(text: AsyncGenerator<string>): Promise<readonly string[]> {
  const pieces: string[] = [];
  while (pieces.length < BEFORE) {
    const { done, value } = await text.next();
    if (done === true) break;
    pieces.push(value);
  }
  return pieces;
}

async function* whole(first: readonly string[], rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield* first;
  yield* rest;
}

/** About somebody, or about nobody; before the first entry of the ledger there is nothing to prove. */
export async function evidenceAnswer(reads: Reads, subject: string | undefined): Promise<StreamAnswer | Problem> {
  const pages = await reads.evidencePages(subject);
  if (pages === undefined) return problem('not-found');
  const text = evidenceText(pages);
  const first = await begun(text);
  return {
    status: 200,
    media: json,
    stream(response) {
      pipeline(Readable.from(whole(first, text)), response).catch(() => response.destroy());
    },
  };
}
