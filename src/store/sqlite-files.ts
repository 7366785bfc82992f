/**
 * Looks whether the files of a SQLite database were really cleaned of what was deleted.
 * Flow:    sqlite, keystore-sqlite → here; doctor → here.
 * Promise: reads only; a connection that does not overwrite, unused pages that hold anything, and what holds anything
 *          between the rows of a page in use, are all noticed, whoever wrote them.
 * Source:  docs/decisions/0056-what-an-engine-keeps.md; sqlite.org/fileformat2.html (1.5, The Freelist; 1.6, B-tree
 *          Pages); sqlite.org/pragma.html (secure_delete).
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type Database from 'better-sqlite3';

export const overwritesDeleted = (db: Database.Database): boolean => db.pragma('secure_delete', { simple: true }) === 1;

/** How many unused pages of the file hold bytes; where deleted content is overwritten there is none. */
export function unusedPagesHolding(file: string): number {
  if (!existsSync(file)) return 0;
  const handle = openSync(file, 'r');
  try {
    const header = bytesAt(handle, 0, HEADER);
    const pageSize = pageSizeIn(header);
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

/** Bytes of the header of the file, which stands in its first page. */
const HEADER = 100;
const pageSizeIn = (header: Buffer): number => {
  const said = header.readUInt16BE(16);
  return said === 1 ? 65_536 : said;
};

/** So many pages are read at once: a file may be larger than memory. */
const PAGES_AT_ONCE = 256;

/** How many pages in use hold bytes in a gap that a deleted row left; reads the whole file. */
export function gapsHolding(file: string): number {
  if (!existsSync(file)) return 0;
  const handle = openSync(file, 'r');
  try {
    const pageSize = pageSizeIn(bytesAt(handle, 0, HEADER));
    const chunk = Buffer.alloc(pageSize * PAGES_AT_ONCE);
    let holding = 0;
    for (let position = 0, length = chunk.length; length === chunk.length; position += length) {
      length = readSync(handle, chunk, 0, chunk.length, position);
      for (let at = 0; at + pageSize <= length; at += pageSize) {
        const start = position + at === 0 ? HEADER : 0;
        if (hasGapHolding(chunk.subarray(at, at + pageSize), start)) holding += 1;
      }
    }
    return holding;
  } finally {
    closeSync(handle);
  }
}

/** Inner and outer pages of indexes and of tables; an overflow page begins with the number of the next one. */
const TREE_PAGES: ReadonlySet<number> = new Set([2, 5, 10, 13]);
/** Each gap begins with where the next one is and how long it is itself. */
const GAP_HEADER = 4;

function hasGapHolding(page: Buffer, start: number): boolean {
  if (!TREE_PAGES.has(page[start] ?? 0)) return false;
  // They stand in order, so that a page that is none of these ends the walk.
  for (let gap = page.readUInt16BE(start + 1), before = start; gap > before && gap + GAP_HEADER <= page.length; ) {
    const end = gap + page.readUInt16BE(gap + 2);
    if (end > page.length) return false;
    if (page.subarray(gap + GAP_HEADER, end).some((byte) => byte !== 0)) return true;
    before = gap;
    gap = page.readUInt16BE(gap);
  }
  return false;
}

function bytesAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(handle, bytes, 0, length, position);
  return bytes;
}
