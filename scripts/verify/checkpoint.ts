/**
 * The two texts that a log signs: a checkpoint (origin, tree size, root) and the head of one person's sequence.
 * Flow:    note → here → bundle, log.
 * Promise: numbers have one spelling; a text with a line too many or too few MUST be refused.
 * Source:  C2SP tlog-checkpoint; docs/design.md 5 for `candor-head/v1`.
 */
import { hashOfBase64 } from './bytes.ts';
import { openNote, type Signature } from './note.ts';
import { renamed, type Vkey } from './vkey.ts';
import { isWrong, type Wrong, wrong } from './wrong.ts';

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly text: string;
  readonly signatures: readonly Signature[];
}

export function openCheckpoint(note: string, keys: readonly Vkey[]): Checkpoint | Wrong {
  const opened = openNote(note, keys);
  if (isWrong(opened)) return opened;
  const lines = opened.text.slice(0, -1).split('\n');
  const [origin, sizeLine, rootLine] = lines;
  const size = parseDecimal(sizeLine);
  const root = hashOfBase64(rootLine);
  if (lines.length !== 3 || origin === undefined || size === undefined || root === undefined) {
    return wrong('is not a checkpoint (origin, tree size, root)');
  }
  if (origin !== opened.signedBy.name) return wrong('is signed under a name that is not its origin');
  return { origin, size, root, text: opened.text, signatures: opened.signatures };
}

export interface Head {
  readonly origin: string;
  readonly subject: string;
  readonly n: number;
  readonly leafHash: Uint8Array;
  readonly size: number;
}

/**
 * The head is signed by the log's own key under the name `<origin>/head`, so that it can never pass for a checkpoint.
 */
export function openHead(note: string, keys: readonly Vkey[]): Head | Wrong {
  const opened = openNote(
    note,
    keys.map((key) => renamed(key, `${key.name}/head`)),
  );
  if (isWrong(opened)) return opened;
  const lines = opened.text.slice(0, -1).split('\n');
  const [version, origin, subject, nLine, hashLine, sizeLine] = lines;
  const n = parseDecimal(nLine);
  const leafHash = hashOfBase64(hashLine);
  const size = parseDecimal(sizeLine);
  if (lines.length !== 6 || version !== 'candor-head/v1' || origin === undefined || subject === undefined) {
    return wrong('is not a head note (candor-head/v1)');
  }
  if (n === undefined || leafHash === undefined || size === undefined)
    return wrong('has a number or hash that cannot be read');
  if (`${origin}/head` !== opened.signedBy.name) return wrong('is signed under a name that is not its origin');
  return { origin, subject, n, leafHash, size };
}

/** A decimal number without sign, spaces or leading zeros. */
function parseDecimal(text: string | undefined): number | undefined {
  if (text === undefined || !/^(0|[1-9]\d*)$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
