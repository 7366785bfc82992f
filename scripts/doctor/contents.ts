/**
 * Opens every content of the ledger and compares it with what its entry committed to.
 * Flow:    doctor --open → here → findings.
 * Promise: a missing key is good only where an erasure or retention fact covers the entry; contents are never shown.
 * Source:  docs/design.md 5 (`doctor --open`).
 */
import type { Config } from '../../src/config.ts';
import { type CipherKey, commitment, type Keyring, openPayload } from '../../src/seal/seal.ts';
import { wordsOfFault } from '../command-line/command.ts';
import { withKeyring } from '../installation/keys.ts';
import type { Row, Rows } from '../verify/stored-log.ts';
import { bad, type DoctorFinding, good } from './finding.ts';

const pageSize = 1000;
const mostNamed = 20;

interface Seen {
  opened: number;
  readonly wrong: string[];
}

export async function lookAtContents(config: Config, rows: Rows): Promise<readonly DoctorFinding[]> {
  try {
    return await withKeyring(config, async (keyring) => {
      const seen: Seen = { opened: 0, wrong: [] };
      for await (const page of pagesOf(rows)) await openPage(keyring, page, seen);
      if (seen.wrong.length === 0)
        return [good('contents', `${seen.opened} contents opened, each as its entry committed to`)];
      const more = seen.wrong.length > mostNamed ? [bad('contents', `and ${seen.wrong.length - mostNamed} more`)] : [];
      return [...seen.wrong.slice(0, mostNamed).map((words) => bad('contents', words)), ...more];
    });
  } catch (fault) {
    return [bad('contents', wordsOfFault(fault))];
  }
}

/** Entries that still have a content; those that lost it under no fact are named by the check of the structure. */
async function* pagesOf({ rows }: Rows): AsyncGenerator<readonly Row[]> {
  const columns = 'log, "index", id, kind, subject, entry, payload, salt, key_id';
  for (let log = 0, after = -1; ; ) {
    const page = await rows(
      `SELECT ${columns} FROM entries WHERE payload IS NOT NULL AND (log, "index") > (${log}, ${after}) ORDER BY log, "index" LIMIT ${pageSize}`,
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    [log, after] = [Number(last['log']), Number(last['index'])];
  }
}

async function openPage(keyring: Keyring, page: readonly Row[], seen: Seen): Promise<void> {
  const ids = [...new Set(page.flatMap((row) => (typeof row['key_id'] === 'string' ? [row['key_id']] : [])))];
  const keys = await keyring.forOpening(ids);
  for (const row of page) {
    const fault = faultOf(row, keys);
    if (fault === undefined) seen.opened += 1;
    else seen.wrong.push(`log ${row['log']} index ${row['index']} ${fault}`);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function faultOf(row: Row, keys: ReadonlyMap<string, CipherKey>): string | undefined {
  try {
    const entry = JSON.parse(utf8.decode(row['entry'] as Uint8Array)) as { readonly commitment?: string };
    const salted = openedBy(row, keys);
    if (salted === undefined) return 'has a sealed content whose key is missing, and no erasure explains it';
    return commitment(salted.salt, salted.payload) === entry.commitment
      ? undefined
      : 'has a content that is not what its entry committed to';
  } catch {
    return 'has a content that does not open';
  }
}

function openedBy(row: Row, keys: ReadonlyMap<string, CipherKey>) {
  const payload = row['payload'] as Uint8Array;
  const id = row['key_id'];
  if (typeof id !== 'string') return { salt: row['salt'] as Uint8Array, payload: utf8.decode(payload) };
  const key = keys.get(id);
  return key === undefined
    ? undefined
    : openPayload(
        { id, key },
        { id: String(row['id']), subject: String(row['subject'] ?? ''), kind: String(row['kind']) },
        payload,
      );
}
