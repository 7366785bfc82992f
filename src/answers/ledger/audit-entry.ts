/**
 * One entry of the audit: what it says in words, every field that was recorded, and its proof as it was checked now.
 * Flow:    http/handlers/console/audit.ts (after the look) → here → ports/reads → pages/console/audit-entry.
 * Promise: an erased entry has no fields and a proof all the same; what is held back from a reviewer is not here.
 * Source:  docs/design.md 5; RFC 9162 section 2.1.3.
 */
import type { EntryProof } from '../../ports/ledger-reader.ts';
import type { ChainEntry, Reads } from '../../ports/reads.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { ConsoleContext } from '../console/review-card.ts';
import { type AuditRow, auditRow } from './audit-row.ts';
import { entryAnswer, namesIn } from './person-ledger.ts';

/** One recorded value by its way through the content, `inputs.0.value`. */
interface RecordedField {
  readonly name: string;
  readonly value: string;
}

interface ShownProof extends Omit<EntryProof, 'leafHash' | 'root' | 'steps'> {
  readonly leafHash: string;
  readonly root: string;
  readonly steps: readonly { readonly beside: string; readonly isLeft: boolean; readonly makes: string }[];
  readonly isGood: boolean;
  /** RFC 3339; when it was checked. */
  readonly at: string;
}

export interface AuditEntry {
  readonly row: AuditRow;
  readonly id: string | null;
  readonly n: number | null;
  /** The published name of the purpose that its row names. */
  readonly purpose: string | null;
  /** What the person reads of it in their own record. */
  readonly sentence: string;
  readonly fields: readonly RecordedField[];
  /** True where there are more fields than are shown. */
  readonly isCut: boolean;
  readonly proof: ShownProof | null;
}

const MOST_FIELDS = 120;

function* fieldsIn(value: unknown, name: string): Generator<RecordedField> {
  if (typeof value !== 'object' || value === null) {
    yield { name, value: String(value) };
    return;
  }
  for (const [member, inner] of Object.entries(value))
    yield* fieldsIn(inner, name === '' ? member : `${name}.${member}`);
}

function shownProof(proof: EntryProof, now: number): ShownProof {
  const { leafHash, root, steps, ...rest } = proof;
  return {
    ...rest,
    leafHash: base64(leafHash),
    root: base64(root),
    steps: steps.map(({ beside, isLeft, makes }) => ({ beside: base64(beside), isLeft, makes: base64(makes) })),
    isGood: proof.leadsToRoot && proof.isSigned && proof.isAsHashed !== false && proof.isAsCommitted !== false,
    at: timeOf(now),
  };
}

export async function askAuditEntry(reads: Reads, entry: ChainEntry, work: ConsoleContext): Promise<AuditEntry> {
  const { registry, now, reader } = work;
  const nameOf = namesIn(registry, now, reader);
  const { words } = entryAnswer(entry, reader, nameOf);
  const row = auditRow(entry, work);
  const fields = entry.payload === undefined ? [] : [...fieldsIn(entry.payload, '')];
  const proof = await reads.ledger.prove(entry.log, entry.index);
  return {
    row,
    purpose: row.purpose === undefined ? null : nameOf('purpose', row.purpose),
    id: entry.id ?? null,
    n: entry.n ?? null,
    sentence: words,
    fields: fields.slice(0, MOST_FIELDS),
    isCut: fields.length > MOST_FIELDS,
    proof: proof === undefined ? null : shownProof(proof, reads.now()),
  };
}
