/**
 * Looks whether the files of a SQLite database were really cleaned of what was deleted.
 * Flow:    sqlite, keystore-sqlite → here; doctor → here.
 * Promise: reads only; a connection that does not overwrite, and unused pages that hold anything, are both noticed,
 *          whoever wrote them.
 * Source:  docs/decisions/0056-what-an-engine-keeps.md; sqlite.org/fileformat2.html (1.5, The Freelist);
 *          sqlite.org/pragma.html (secure_delete).
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type Database from 'better-sqlite3';

export const overwritesDeleted = (db: Database.Database): boolean => db.pragma('secure_delete', { simple: true }) === 1;

/** How many unused pages of the file hold bytes; where deleted content is overwritten there is none. */
export function unusedPagesHolding(file: string): number {
  if (!existsSync(file)) return 0;
  const handle = openSync(file, 'r');
  try {
    const header = bytesAt(handle, 0, 100);
    const said = header.readUInt16BE(16);
    const pageSize = said === 1 ? 65_536 : said;
    let holding = 0;
    for (let trunk = header.readUInt32BE(32), seen = 0; trunk !== 0 && seen < header.readUInt32BE(36); seen += 1) {
      const page = bytesAt(handle, (trunk - 1) * pageSize, pageSize);
      const count = Math.min(page.readUInt32BE(4), pageSize / 4 - 2);
      for (let at = 0; at < count; at += 1) {
        const leaf = bytesAt(handle, (page.readUInt32BE(8 + at * 4) - 1) * pageSize, pageSize);
        if (leaf.some((byte) => byte !== 0)) holding += 1;
      }
      trunk = page.readUInt32BE(0);
    }
    return holding;
  } finally {
    closeSync(handle);
  }
}

function bytesAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(handle, bytes, 0, length, position);
  return bytes;
}
