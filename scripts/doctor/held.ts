/**
 * Opens every copy that a legal hold keeps and compares it with the leaf that stayed in the ledger.
 * Flow:    doctor --open → here → findings.
 * Promise: a copy that does not open, or is not what was recorded, is named by its place; contents are never shown.
 * Source:  docs/design.md 6.
 */
import type { Config } from '../../src/config.ts';
import { type KeptEntry, placeOfKept } from '../../src/ledger/erasure/holds.ts';
import { type CipherKey, commitment, leafHash, openBytes } from '../../src/seal/seal.ts';
import { wordsOfFault } from '../command-line/command.ts';
import { withKeyring } from '../installation/keys.ts';
import type { Row, Rows } from '../verify/stored-log.ts';
import { bad, type DoctorFinding, good } from './finding.ts';

const mostNamed = 20;

export async function lookAtHeld(config: Config, { rows }: Rows): Promise<readonly DoctorFinding[]> {
  try {
    const kept = await rows(
      'SELECT k.hold, k.log, k."index", k.key_id, k.sealed, e.leaf_hash FROM kept_entries k JOIN entries e ON e.log = k.log AND e."index" = k."index" ORDER BY k.hold, k.log, k."index"',
    );
    if (kept.length === 0) return [];
    return await withKeyring(config, async (keyring) => {
      const keys = await keyring.forOpening([...new Set(kept.map((row) => String(row['key_id'])))]);
      const wrong = kept.flatMap((row) => {
        const fault = faultOf(row, keys.get(String(row['key_id'])));
        return fault === undefined
          ? []
          : [bad('holds', `${row['hold']}: log ${row['log']} index ${row['index']} ${fault}`)];
      });
      return wrong.length === 0
        ? [good('holds', `${kept.length} copies under legal holds open, each as its leaf says`)]
        : wrong.slice(0, mostNamed);
    });
  } catch (fault) {
    return [bad('holds', wordsOfFault(fault))];
  }
}

function faultOf(row: Row, key: CipherKey | undefined): string | undefined {
  if (key === undefined) return 'is kept, and its key is missing';
  try {
    const place = placeOfKept(String(row['hold']), { log: Number(row['log']), index: Number(row['index']) });
    const { entry, salt, payload } = JSON.parse(
      Buffer.from(openBytes(key, place, row['sealed'] as Uint8Array)).toString(),
    ) as KeptEntry;
    const bytes = Buffer.from(entry, 'base64');
    const said = (JSON.parse(bytes.toString()) as { readonly commitment: string }).commitment;
    const isRecorded =
      Buffer.from(leafHash(bytes)).equals(Buffer.from(row['leaf_hash'] as Uint8Array)) &&
      commitment(Buffer.from(salt, 'base64'), payload) === said;
    return isRecorded ? undefined : 'is kept, and is not what was recorded';
  } catch {
    return 'is kept, and does not open';
  }
}
