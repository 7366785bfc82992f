/** The evidence bundle of one person in a made ledger. */
import type { VectorBundle, VectorItem } from '../../vectors/ledger-vectors.ts';
import type { MadeEntry, MadeLedger } from './a-ledger.ts';
import { base64, type Signer } from './a-signer.ts';

export function anItem(ledger: MadeLedger, made: MadeEntry, size = ledger.entries.length): VectorItem {
  return {
    log: ledger.log,
    index: made.index,
    entry: base64(made.entry),
    payload: made.payload.toString(),
    salt: base64(made.salt),
    proof: ledger.proof(made.index, size).map(base64),
  };
}

export interface BundleOptions {
  readonly registry?: readonly MadeEntry[];
  /** The key that signs checkpoint and head, where it is not the first one of the ledger. */
  readonly signer?: Signer;
}

/** Of one or several logs of one installation; the last one is the log that is written to now. */
export function aBundle(ledgers: readonly MadeLedger[], subject: string, options: BundleOptions = {}): VectorBundle {
  const current = ledgers.at(-1) as MadeLedger;
  const signer = options.signer ?? current.signer;
  for (const ledger of ledgers) ledger.sign(ledger === current ? signer : ledger.signer);
  const logs = ledgers.map((ledger) => ({
    log: ledger.log,
    origin: ledger.signer.name,
    vkey: (ledger === current ? signer : ledger.signer).vkey.text,
    checkpoint: ledger.checkpoints.at(-1)?.note ?? '',
    keys: [],
  }));
  const own = ledgers.flatMap((ledger) =>
    ledger.entries.filter((made) => made.subject === subject).map((made) => ({ ledger, made })),
  );
  const last = own.at(-1)?.made;
  const head = `candor-head/v1\n${signer.name}\n${subject}\n${last?.n}\n${base64(last?.leafHash ?? Buffer.alloc(0))}\n${current.entries.length}\n`;
  return {
    v: 1,
    subject,
    origin: signer.name,
    vkey: signer.vkey.text,
    checkpoint: current.checkpoints.at(-1)?.note ?? '',
    logs,
    head: `${head}\n${signer.line(head, `${signer.name}/head`)}`,
    entries: own.map(({ ledger, made }) => anItem(ledger, made)),
    registry: (options.registry ?? []).map((made) => anItem(current, made)),
  };
}
