/**
 * The text of a proof file: where an entry stands, the hashes from it to the root, and the checkpoint that signs it.
 * Flow:    answers/receipt → here → a file that verifiers which are not ours read.
 * Promise: exactly the lines of the format; nothing in `extra` is signed, so a reader has to check it against the tree.
 * Source:  C2SP tlog-proof; RFC 6962 section 2.1.1.
 */
import { base64 } from './base64.ts';

interface TlogProof {
  /** What a reader needs to compute the leaf hash. */
  readonly extra: string;
  readonly index: number;
  /** From leaf to root. */
  readonly proof: readonly Uint8Array[];
  /** The signed note. */
  readonly checkpoint: string;
}

const encoder = new TextEncoder();

export const tlogProof = ({ extra, index, proof, checkpoint }: TlogProof): string =>
  [
    'c2sp.org/tlog-proof@v1',
    `extra ${base64(encoder.encode(extra))}`,
    `index ${index}`,
    ...proof.map(base64),
    '',
    checkpoint,
  ].join('\n');
