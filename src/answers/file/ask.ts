/**
 * Asks for a file that somebody sent.
 * Flow:    http → here → ports/reads.
 * Promise: a file of somebody else is not found, as a missing one.
 * Source:  docs/design.md 8.
 */
import type { FileAdded } from '../../facts/message.ts';
import type { Reads } from '../../ports/reads.ts';
import { findSubject } from '../person.ts';

export interface FileAnswer {
  readonly id: string;
  readonly type: FileAdded['type'];
  readonly bytes: Uint8Array;
}

export async function askFile(reads: Reads, id: string): Promise<FileAnswer | undefined> {
  const [found, facts] = [await reads.file(id), await reads.facts([id])];
  const fact = facts.get(id);
  if (found === undefined || fact?.kind !== 'file.added') return undefined;
  return { id, type: fact.payload.type, bytes: found.bytes };
}

/** A file of the person under this identifier. */
export async function askOwnFile(reads: Reads, id: string, identifier: string): Promise<FileAnswer | undefined> {
  const subject = await findSubject(reads, identifier);
  const found = await reads.file(id);
  return found === undefined || subject === undefined || found.subject !== subject ? undefined : askFile(reads, id);
}
