/**
 * A whole stored ledger: good ones are quiet, and every kind of tampering is named with its place (docs/promises.md F7
 * to F12, I9, I10).
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Mark } from '../../../scripts/verify/mark.ts';
import { leafHash } from '../../../scripts/verify/merkle.ts';
import { sqliteRows } from '../../../scripts/verify/sqlite-rows.ts';
import { verifyLog } from '../../../scripts/verify/verify-log.ts';
import { aLedger, aSubject, type MadeLedger, type Newest } from '../../given/verify/a-ledger.ts';
import { aSigner, base64 } from '../../given/verify/a-signer.ts';
import { type StoredLedger, storeLedgers } from '../../given/verify/a-stored-ledger.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function aYear(people: number, entries: number, ledger: MadeLedger = aLedger()): MadeLedger {
  ledger.add({ kind: 'purpose.published', payload: { v: 1, key: 'advice' } });
  for (let at = 1; at < entries; at += 1) {
    ledger.add({ kind: 'use.allowed', subject: aSubject(at % people), sealed: at % 3 !== 0 });
    if (at % 7 === 0) ledger.sign();
  }
  ledger.sign();
  return ledger;
}

function stored(...ledgers: MadeLedger[]): StoredLedger & { trusted: MadeLedger[] } {
  const kept = storeLedgers(...ledgers);
  folders.push(kept.folder);
  return { ...kept, trusted: ledgers };
}

/** In one thread and in several: both say the same, in the same order. */
async function judge({ folder, database, trusted }: ReturnType<typeof stored>, marks: readonly Mark[] = []) {
  database.close();
  const trust = { keys: trusted.map((ledger) => ledger.signer.vkey), source: 'the test' };
  const [alone, together] = await Promise.all(
    [0, 2].map(async (readers) => {
      const file = join(folder, 'candor.db');
      const source = await sqliteRows(file);
      try {
        return await verifyLog({ ...source, beside: { file, readers } }, trust, marks);
      } finally {
        await source.close();
      }
    }),
  );
  expect(together).toEqual(alone);
  return alone as NonNullable<typeof alone>;
}
const placesOf = async (ledger: ReturnType<typeof stored>, marks?: readonly Mark[]): Promise<string[]> =>
  (await judge(ledger, marks)).findings.map(({ place }) => place);

describe('a stored ledger that nobody touched', () => {
  it.each([1, 2, 255, 256, 257, 600])('is good at size %d', async (size) => {
    const verdict = await judge(stored(aYear(5, size)));
    expect(verdict).toMatchObject({ findings: [], notes: [], logs: [{ size, tiles: Math.floor(size / 256) }] });
  });

  it('is good with its second level of tiles', async () => {
    const ledger = aLedger();
    const entry = ledger.add({ kind: 'purpose.published' });
    for (let at = 1; at < 65_536; at += 1) ledger.entries.push(entry);
    // The same entry again and again is no ledger; only its tiles are looked at here.
    ledger.sign();
    const kept = stored(ledgerOf(ledger));
    expect((await judge(kept)).findings.filter(({ place }) => place.includes('tile'))).toEqual([]);
  });

  it('is good after an erasure, in the middle of one, and after an expiry', async () => {
    const ledger = aYear(4, 40);
    const ranges = ledger.entries
      .filter(({ subject }) => subject === aSubject(2))
      .map(({ index }) => ({ log: 0, from: index, to: index }));
    ledger.add({ kind: 'person.erased', payload: { v: 1, covers: ranges, count: ranges.length, part: 1, parts: 1 } });
    ledger.add({ kind: 'payload.expired', payload: { v: 1, covers: [{ log: 0, from: 1, to: 3 }] } });
    ledger.sign();
    const half = stored(ledger);
    half.database.exec(
      `UPDATE entries SET id = NULL, kind = NULL, at = NULL, subject = NULL, n = NULL, entry = NULL, payload = NULL, salt = NULL, key_id = NULL WHERE subject = '${aSubject(2)}' AND "index" < 20`,
    );
    expect(await judge(half)).toMatchObject({
      findings: [],
      notes: [expect.stringContaining('interrupted')],
      logs: [{ bare: 5 }],
    });
    const whole = stored(ledger);
    whole.database.exec(
      `UPDATE entries SET id = NULL, kind = NULL, at = NULL, subject = NULL, n = NULL, entry = NULL, payload = NULL, salt = NULL, key_id = NULL WHERE subject = '${aSubject(2)}'`,
    );
    whole.database.exec('UPDATE entries SET payload = NULL, salt = NULL WHERE "index" IN (1, 3)');
    expect(await judge(whole)).toMatchObject({ findings: [], notes: [], logs: [{ bare: 10, emptied: 2 }] });
  });

  it('is good when it went on in a second log after a restore', async () => {
    const newest: Newest = new Map();
    const first = aYear(3, 20, aLedger(0, newest));
    const second = aLedger(1, newest);
    second.add({
      kind: 'log.continued',
      payload: { v: 1, origin: first.signer.name, size: 20, root: base64(first.root(20)) },
    });
    expect(await judge(stored(first, aYear(3, 20, second)))).toMatchObject({
      findings: [],
      logs: [{ size: 20 }, { size: 21 }],
    });
  });

  it('is good when it changed its key, and the key file holds only the first one', async () => {
    const ledger = aYear(3, 20);
    const next = aSigner(ledger.signer.name);
    ledger.add({ kind: 'log.key-changed', payload: { v: 1, vkey: next.vkey.text } });
    ledger.sign();
    ledger.add({ kind: 'use.allowed', subject: aSubject(1) });
    ledger.sign(next);
    expect(await placesOf(stored(ledger))).toEqual([]);
  });

  it('agrees with a mark that is as new as itself, or older', async () => {
    const ledger = aYear(3, 20);
    const marks = (size: number): Mark[] => [{ log: 0, size, root: ledger.root(size) }];
    expect(await judge(stored(ledger), marks(20))).toMatchObject({ findings: [], mark: 'agrees' });
    expect(await placesOf(stored(ledger), marks(13))).toEqual([]);
  });
});

const ledgerOf = (ledger: MadeLedger): MadeLedger => ({
  ...ledger,
  entries: ledger.entries.map((entry, index) => ({ ...entry, index })),
});

describe('a stored ledger that somebody touched', () => {
  const leafOf = (ledger: StoredLedger, index: number): Buffer => {
    const row = ledger.database.prepare('SELECT entry FROM entries WHERE "index" = ?').get(index) as { entry: Buffer };
    return row.entry;
  };
  const kinds: [string, (ledger: StoredLedger) => void, string[]][] = [
    [
      'an entry was changed',
      (l) =>
        l.database.exec(
          `UPDATE entries SET entry = CAST(replace(CAST(entry AS text), 'use.allowed', 'use.refused') AS blob) WHERE "index" = 300`,
        ),
      ['log 0 index 300 (sub_00000000000000000000000000 n 60)'],
    ],
    [
      'a stored leaf hash was changed',
      (l) => l.database.exec('UPDATE entries SET leaf_hash = zeroblob(32) WHERE "index" = 300'),
      ['log 0 index 300'],
    ],
    [
      'an entry and its leaf hash were changed together',
      (l) => {
        const entry = Buffer.from(leafOf(l, 100).toString().replace('use.allowed', 'use.refused'));
        l.database
          .prepare(`UPDATE entries SET entry = ?, leaf_hash = ?, kind = 'use.refused' WHERE "index" = 100`)
          .run(entry, leafHash(entry));
      },
      ['log 0 checkpoint 106', 'log 0 tile 0/0'],
    ],
    [
      'a column says something else',
      (l) => l.database.exec(`UPDATE entries SET kind = 'use.refused' WHERE "index" = 300`),
      ['log 0 index 300'],
    ],
    [
      'clear content was changed',
      (l) => l.database.exec(`UPDATE entries SET payload = CAST('{"v":1,"key":"ads"}' AS blob) WHERE "index" = 0`),
      ['log 0 index 0'],
    ],
    [
      'content was removed',
      (l) => l.database.exec('UPDATE entries SET payload = NULL, salt = NULL WHERE "index" = 300'),
      ['log 0 index 300'],
    ],
    [
      'an entry was emptied to its leaf',
      (l) =>
        l.database.exec(
          'UPDATE entries SET id = NULL, kind = NULL, at = NULL, subject = NULL, n = NULL, entry = NULL, payload = NULL, salt = NULL, key_id = NULL WHERE "index" = 300',
        ),
      ['log 0 index 300', 'log 0 index 305'],
    ],
    [
      'an entry was deleted from the middle',
      (l) => l.database.exec('DELETE FROM entries WHERE "index" = 300'),
      ['log 0 index 300', 'log 0 index 305'],
    ],
    ['the last entries were deleted', (l) => l.database.exec('DELETE FROM entries WHERE "index" >= 595'), ['log 0']],
    [
      'two entries were swapped',
      (l) =>
        l.database.exec(
          'UPDATE entries SET "index" = 1000 WHERE "index" = 300; UPDATE entries SET "index" = 300 WHERE "index" = 301; UPDATE entries SET "index" = 301 WHERE "index" = 1000',
        ),
      ['log 0 checkpoint 302', 'log 0 tile 0/1'],
    ],
    [
      'an entry was added at the end',
      (l) =>
        l.database.exec(
          'INSERT INTO entries SELECT log, 600, leaf_hash, id, kind, at, subject, n, entry, payload, salt, key_id FROM entries WHERE "index" = 300',
        ),
      ['log 0 index 600'],
    ],
    [
      'a checkpoint was changed',
      (l) => l.database.exec(`UPDATE checkpoints SET note = replace(note, 'ledger', 'lodger') WHERE size = 302`),
      ['log 0 checkpoint 302'],
    ],
    [
      'a checkpoint was replaced by one of another size',
      (l) =>
        l.database.exec(
          'UPDATE checkpoints SET note = (SELECT note FROM checkpoints WHERE size = 295) WHERE size = 302',
        ),
      ['log 0 checkpoint 302'],
    ],
    [
      'a tile was changed',
      (l) => l.database.exec('UPDATE tiles SET hashes = zeroblob(8192) WHERE "index" = 1'),
      ['log 0 tile 0/1'],
    ],
    [
      "a tile's root was changed",
      (l) => l.database.exec('UPDATE tiles SET root = zeroblob(32) WHERE "index" = 1'),
      ['log 0 tile 0/1'],
    ],
    ['a tile was removed', (l) => l.database.exec('DELETE FROM tiles WHERE "index" = 1'), ['log 0 tile 0/1']],
    [
      'a tile was added',
      (l) => l.database.exec('INSERT INTO tiles SELECT log, 1, "index", hashes, root FROM tiles WHERE "index" = 1'),
      ['log 0 tiles'],
    ],
    [
      'a covered range was made up',
      (l) => l.database.exec(`INSERT INTO covered VALUES (0, 300, 300, 'fact_0', 'entry')`),
      ['covered log 0 from 300 to 300 by fact_0'],
    ],
    [
      'the key of the log was exchanged',
      (l) => l.database.prepare('UPDATE logs SET vkey = ?').run(aSigner('ledger.example/0').vkey.text),
      ['log 0 vkey'],
    ],
    ['the log was renamed', (l) => l.database.exec(`UPDATE logs SET origin = 'ledger.example/1'`), ['log 0 origin']],
    ['the log was removed', (l) => l.database.exec('DELETE FROM logs'), ['logs']],
  ];

  it.each(kinds)('is bad, and the place is named: %s', async (_, touch, places) => {
    const ledger = stored(aYear(5, 600));
    touch(ledger);
    const found = await placesOf(ledger);
    for (const place of places)
      expect(
        found.some((name) => name.startsWith(place)),
        `${place} in ${found.slice(0, 6).join(', ')}`,
      ).toBe(true);
  });

  it('is bad when its newest entries, checkpoints and tiles are gone together, by its mark', async () => {
    const ledger = aYear(5, 600);
    const kept = stored(ledger);
    kept.database.exec(
      'DELETE FROM entries WHERE "index" >= 505; DELETE FROM checkpoints WHERE size > 505; DELETE FROM tiles WHERE "index" = 1',
    );
    expect(await placesOf(kept, [{ log: 0, size: 600, root: ledger.root(600) }])).toEqual(['log 0 mark']);
  });

  it('is bad when the whole history was signed again with the stolen key, by a mark with the old root', async () => {
    const ledger = aYear(5, 600);
    expect(await placesOf(stored(ledger), [{ log: 0, size: 300, root: ledger.root(301) }])).toEqual(['log 0 mark']);
  });

  it('is bad when it names a new key only under that key itself', async () => {
    const ledger = aYear(3, 20);
    const thief = aSigner(ledger.signer.name);
    ledger.add({ kind: 'log.key-changed', payload: { v: 1, vkey: thief.vkey.text } });
    ledger.sign(thief);
    ledger.add({ kind: 'use.allowed', subject: aSubject(1) });
    ledger.sign(thief);
    expect(await placesOf(stored(ledger))).toEqual(['log 0 checkpoint 21', 'log 0 checkpoint 22']);
  });

  it('is bad when a person is erased in the table but the erasure covers only a part: a gap is never accepted', async () => {
    const ledger = aYear(4, 40);
    const [second] = ledger.entries.filter(({ subject, n }) => subject === aSubject(2) && n === 2);
    ledger.add({
      kind: 'person.erased',
      payload: { v: 1, covers: [{ log: 0, from: second?.index, to: second?.index }] },
    });
    ledger.sign();
    const kept = stored(ledger);
    kept.database.exec(
      `UPDATE entries SET id = NULL, kind = NULL, at = NULL, subject = NULL, n = NULL, entry = NULL, payload = NULL, salt = NULL, key_id = NULL WHERE "index" = ${second?.index}`,
    );
    expect((await placesOf(kept))[0]).toContain(`(${aSubject(2)} n 3)`);
  });

  it('is bad for any bit of any entry, leaf hash, checkpoint root, note or tile', async () => {
    const targets = [
      { table: 'entries', column: 'entry', rows: 300 },
      { table: 'entries', column: 'leaf_hash', rows: 300 },
      { table: 'checkpoints', column: 'root', rows: 43 },
      { table: 'checkpoints', column: 'note', rows: 43 },
      { table: 'tiles', column: 'hashes', rows: 1 },
      { table: 'tiles', column: 'root', rows: 1 },
    ];
    const ledger = aYear(5, 300);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...targets),
        fc.record({ row: fc.nat(), at: fc.nat(), bit: fc.nat({ max: 7 }) }),
        async ({ table, column, rows }, { row, at, bit }) => {
          const kept = stored(ledger);
          const found = kept.database
            .prepare(`SELECT rowid, ${column} AS value FROM ${table} LIMIT 1 OFFSET ${row % rows}`)
            .get() as {
            rowid: number;
            value: Buffer | string;
          };
          const changed = Buffer.from(found.value as string);
          changed[at % changed.length] = (changed[at % changed.length] as number) ^ (1 << bit);
          kept.database
            .prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`)
            .run(typeof found.value === 'string' ? changed.toString('utf8') : changed, found.rowid);
          expect(await placesOf(kept)).not.toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
