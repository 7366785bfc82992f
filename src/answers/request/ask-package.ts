/**
 * The package that answers a fulfilled request: the letter, and for a copy the data, the AI-use answer and the
 * evidence.
 * Flow:    http → here → ports/reads, fulfilment.ts, ask-letter.ts.
 * Promise: computed from the ledger at the size of the fulfilment on every read, never stored.
 * Source:  docs/design.md 8.1; GDPR 15(3).
 */

import type { Reads } from '../../ports/reads.ts';
import { type RequestRow, treePointOf } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { askHeldData } from '../held-data/ask.ts';
import { portableData } from '../held-data/portable.ts';
import type { Withheld } from '../use/answer-parts.ts';
import { askLetter } from './ask-letter.ts';
import { askSteps } from './ask-steps.ts';
import { askSystems } from './ask-systems.ts';
import { type Fulfilment, fulfilmentOf, type LetterReading } from './fulfilment.ts';
import type { Letter } from './letter.ts';
import { dataInPart, leavesOutEvidence, withheldRows } from './withheld.ts';

interface RequestPackage {
  readonly letter: Letter;
  readonly body: Readonly<Record<string, unknown>>;
}

async function askContents(reads: Reads, row: RequestRow, fulfilment: Fulfilment): Promise<object> {
  const { kind, subject, closedAt } = row;
  const upTo = treePointOf(row);
  const part = await fulfilment.inPart();
  const data = async () => {
    const held = await askHeldData(reads, { subject, at: closedAt ?? reads.now(), ...defined({ upTo }) });
    return part === undefined ? held : dataInPart(held, part);
  };
  const evidence = async () =>
    part !== undefined && leavesOutEvidence(part) ? {} : { evidence: await reads.evidence(subject, upTo) };
  switch (kind) {
    case 'access':
      return {
        data: await data(),
        ...(await askSystems(reads, row)),
        aiUse: (await fulfilment.aiUse()).answer,
        ...(await evidence()),
      };
    case 'portability':
      return { data: portableData(await data()) };
    case 'access-categories':
    case 'third-party-list':
      return { aiUse: (await fulfilment.aiUse()).answer };
    case 'ai-explanation':
      return {
        automatedDecisions: (await fulfilment.aiUse()).answer.automatedDecisions,
        explanations: await fulfilment.explanations(),
      };
    default:
      return {};
  }
}

/** What the whole package leaves out, whatever its parts are. */
async function askWithheld(
  row: RequestRow,
  fulfilment: Fulfilment,
): Promise<{ readonly withheld?: readonly Withheld[] }> {
  const part = await fulfilment.inPart();
  if (part === undefined) return {};
  const { answer, reader } = await fulfilment.aiUse();
  return {
    withheld: withheldRows(part, { decisions: answer.automatedDecisions, evidence: row.kind === 'access' }, reader),
  };
}

export async function askPackage(reads: Reads, row: RequestRow, reading: LetterReading): Promise<RequestPackage> {
  const fulfilment = fulfilmentOf(reads, row, reading);
  const letter = await askLetter(reads, row, { ...reading, fulfilment, steps: await askSteps(reads, row) });
  const { id: request, kind, closedAt, treeSize } = row;
  const head = { request, kind, generatedAt: timeOf(closedAt ?? reads.now()), ...defined({ treeSize }) };
  return {
    letter,
    body: { ...head, letter, ...(await askWithheld(row, fulfilment)), ...(await askContents(reads, row, fulfilment)) },
  };
}
