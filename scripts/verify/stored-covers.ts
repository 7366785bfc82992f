/**
 * The erasures and expiries of a stored ledger: what each such fact covers, and whether the table `covered` says the
 * same.
 * Flow:    stored-log → here → verify-log.
 * Promise: the ranges come from the facts in the ledger; the table is only compared, because it is not in the tree.
 * Source:  docs/design.md 4 and 6.
 */
import { textOfUtf8 } from './bytes.ts';
import { type Range, rangesIn } from './covers.ts';
import { coveringFacts, type Rows, storedCovers } from './stored-log.ts';
import type { Findings } from './wrong.ts';

export interface Coverage {
  /** Entries that are bare leaves under an erasure. */
  readonly erased: readonly Range[];
  /** Entries that lost their content when its time was over. */
  readonly expired: readonly Range[];
}

export async function coverageOf(source: Rows, findings: Findings): Promise<Coverage> {
  const erased: Range[] = [];
  const expired: Range[] = [];
  const named = new Set<string>();
  for (const fact of await coveringFacts(source)) {
    const text = fact.payload === null ? undefined : textOfUtf8(fact.payload);
    const ranges = text === undefined ? undefined : rangesIn(text);
    if (ranges === undefined)
      findings.add(`log ${fact.log} index ${fact.index}`, `${fact.kind} does not name the entries that it covers`);
    for (const range of ranges ?? []) {
      named.add(nameOf(range, fact.id));
      if (range.log > fact.log || (range.log === fact.log && range.to >= fact.index)) {
        findings.add(`log ${fact.log} index ${fact.index}`, `${fact.kind} covers entries that came after it`);
      } else (fact.kind === 'person.erased' ? erased : expired).push(range);
    }
  }
  await compareWithTable(source, named, findings);
  return { erased, expired };
}

async function compareWithTable(source: Rows, named: Set<string>, findings: Findings): Promise<void> {
  for (const cover of await storedCovers(source)) {
    const name = nameOf(cover, cover.fact);
    if (!named.delete(name)) findings.add(`covered ${name}`, 'is named by no fact in the ledger');
  }
  for (const name of named) findings.add(`covered ${name}`, 'is named by a fact and missing in the table');
}

const nameOf = (range: Range, fact: string | null): string =>
  `log ${range.log} from ${range.from} to ${range.to} by ${fact}`;
