/**
 * The text of a head note: how many entries one person has at a tree size, and the leaf hash of the newest.
 * Flow:    evidence, receipts → here → seal (signs it under `<origin>/head`).
 * Promise: signed under a name of its own, so a head can never pass for a checkpoint.
 * Source:  docs/design.md 5.
 */
interface Head {
  readonly origin: string;
  readonly subject: string;
  /** The person's newest sequence number. */
  readonly n: number;
  /** Of the entry with that number. */
  readonly leafHash: Uint8Array;
  /** Tree size of the checkpoint that goes with it. */
  readonly size: number;
}

export function headText({ origin, subject, n, leafHash, size }: Head): string {
  return `candor-head/v1\n${origin}\n${subject}\n${n}\n${Buffer.from(leafHash).toString('base64')}\n${size}\n`;
}
