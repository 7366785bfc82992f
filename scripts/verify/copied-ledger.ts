/**
 * A copy of a SQLite ledger whose own folder cannot be written, with what stands in its log.
 * Flow:    sqlite-rows, doctor/views → here → a folder of this account alone.
 * Promise: gone again after `drop`, also where the copying itself failed.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface CopiedLedger {
  readonly folder: string;
  readonly file: string;
  drop(): void;
}

export function copyLedger(from: string): CopiedLedger {
  const folder = mkdtempSync(join(tmpdir(), 'candor-verify-'));
  const file = join(folder, 'candor.db');
  const drop = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const end of ['', '-wal']) if (existsSync(`${from}${end}`)) copyFileSync(`${from}${end}`, `${file}${end}`);
    return { folder, file, drop };
  } catch (fault) {
    drop();
    throw fault;
  }
}
