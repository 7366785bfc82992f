/**
 * The package that answers a fulfilled request: the letter, and for a copy the data, the AI-use answer and the
 * evidence.
 * Flow:    requests → here → answers.
 * Promise: computed from the ledger at the size of the fulfilment on every read, never stored.
 * Source:  docs/design.md 8.1; GDPR 15(3).
 */

import type { Letter } from '../../answers/request/letter.ts';
import { dataInPart, leavesOutEvidence, withheldRows } from '../../answers/request/withheld.ts';
import type { Withheld } from '../../answers/use/answer-parts.ts';
import type { House } from '../../ports/house.ts';
import { type RequestRow, treePointOf } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { heldData } from './held-data.ts';
import { type Given, givenFor, letterOf, stepsOf, type Told } from './letters.ts';

export interface RequestPackage {
  readonly letter: Letter;
  readonly body: Readonly<Record<string, unknown>>;
}

async function contents(house: House, row: RequestRow, given: Given): Promise<object> {
  const { kind, subject, closedAt } = row;
  const upTo = treePointOf(row);
  const part = await given.inPart();
  const data = async () => {
    const held = await heldData(house, { subject, at: closedAt ?? house.now(), ...defined({ upTo }) });
    return part === undefined ? held : dataInPart(held, part);
  };
  const evidence = async () =>
    part !== undefined && leavesOutEvidence(part) ? {} : { evidence: await house.evidence(subject, upTo) };
  switch (kind) {
    case 'access':
      return { data: await data(), aiUse: (await given.aiUse()).answer, ...(await evidence()) };
    case 'portability':
      return { data: await data() };
    case 'access-categories':
    case 'third-party-list':
      return { aiUse: (await given.aiUse()).answer };
    case 'ai-explanation':
      return {
        automatedDecisions: (await given.aiUse()).answer.automatedDecisions,
        explanations: await given.explanations(),
      };
    default:
      return {};
  }
}

/** What the whole package leaves out, whatever its parts are. */
async function withheldIn(row: RequestRow, given: Given): Promise<{ readonly withheld?: readonly Withheld[] }> {
  const part = await given.inPart();
  if (part === undefined) return {};
  const { answer, reader } = await given.aiUse();
  return {
    withheld: withheldRows(part, { decisions: answer.automatedDecisions, evidence: row.kind === 'access' }, reader),
  };
}

export async function packageOf(house: House, row: RequestRow, told: Told): Promise<RequestPackage> {
  const given = givenFor(house, row, told);
  const letter = await letterOf(house, row, { ...told, given, steps: await stepsOf(house, row) });
  const { id: request, kind, closedAt, treeSize } = row;
  const head = { request, kind, generatedAt: timeOf(closedAt ?? house.now()), ...defined({ treeSize }) };
  return {
    letter,
    body: { ...head, letter, ...(await withheldIn(row, given)), ...(await contents(house, row, given)) },
  };
}
