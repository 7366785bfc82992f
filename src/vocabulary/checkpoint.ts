/**
 * The text of a checkpoint: origin, tree size, root; what the log signs once a batch.
 * Flow:    ledger/batch → here → seal (signs the note) → checkpoints; and back wherever one is read.
 * Promise: numbers and hashes have one spelling, and what is read back is refused in any other.
 * Source:  C2SP tlog-checkpoint.
 */
interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Bytes of a SHA-256. */
const ROOT_LENGTH = 32;

export function checkpointText(origin: string, size: number, root: Uint8Array): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Reads the text of a checkpoint, or the signed note that holds it. Signatures are not judged here. */
export function parseCheckpoint(note: string): Checkpoint | undefined {
  const [text = ''] = note.split('\n\n', 1);
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  const [origin, sizeText, rootText] = lines;
  if (lines.length !== 3 || origin === undefined || origin === '' || !/^(0|[1-9]\d{0,15})$/.test(sizeText ?? ''))
    return undefined;
  const root = new Uint8Array(Buffer.from(rootText ?? '', 'base64'));
  const size = Number(sizeText);
  if (!Number.isSafeInteger(size) || root.length !== ROOT_LENGTH || Buffer.from(root).toString('base64') !== rootText)
    return undefined;
  return { origin, size, root };
}
