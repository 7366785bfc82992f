/**
 * A write is whole or nothing, one after the other; a read is of one moment and changes nothing.
 * Flow:    store.suite → here.
 * Promise: what a conflict or a fault leaves behind is nothing; writes to one log never interleave.
 * Source:  docs/design.md 4.
 */
import { eq, max } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { ask, put, rowsQuery, type Steps, wait } from '../../../src/store/query.ts';
import { Unavailable } from '../../../src/store/store.ts';
import {
  aLog,
  anEntry,
  clear,
  locks,
  metaAll,
  names,
  noParams,
  type Opened,
  p,
  record,
  write,
} from '../../given/store/place.ts';

const newest = rowsQuery<{ log: number }>()('suite newest', ({ db, t }) =>
  db
    .select({ index: max(t.entries.index) })
    .from(t.entries)
    .where(eq(t.entries.log, p('log'))),
);
const indexes = rowsQuery<{ log: number }>()('suite indexes', ({ db, t }) =>
  db
    .select({ index: t.entries.index, subject: t.entries.subject })
    .from(t.entries)
    .where(eq(t.entries.log, p('log')))
    .orderBy(t.entries.index),
);

const nextEntry = function* (log: number, subject: string): Steps<number> {
  const [row] = yield* ask(newest, { log });
  const index = Number(row?.index ?? -1) + 1;
  yield* put('entries', [anEntry([log, index], { subject, n: index })]);
  return index;
};

export function writesWhole({ store, place, engine }: Opened): void {
  const { differences } = engine;
  beforeEach(() => clear(store()));

  it('a key that is there already is a conflict, and nothing of that write stays', async () => {
    await write(store(), 'meta', [{ name: 'a', value: 'first' }]);
    const rows = [
      { name: 'b', value: 'new' },
      { name: 'a', value: 'second' },
    ];
    await expect(write(store(), 'meta', rows)).rejects.toBeInstanceOf(Unavailable);
    expect(await store().one(metaAll, noParams)).toEqual([{ name: 'a', value: 'first' }]);
  });

  it('a unique column conflicts as a key does, but values that are missing never conflict', async () => {
    const log = aLog();
    const nobody = { id: null, subject: null, n: null };
    const first = anEntry([log, 0]);
    await write(store(), 'entries', [first, anEntry([log, 1], nobody), anEntry([log, 2], nobody)]);
    const twice = [anEntry([log, 3], { id: first.id! }), anEntry([log, 3], { subject: first.subject! })];
    for (const entry of twice) await expect(write(store(), 'entries', [entry])).rejects.toBeInstanceOf(Unavailable);
    expect((await store().one(indexes, { log })).map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('a row put over another replaces it whole, also with missing values', async () => {
    const row = { key: 'k', body: 'b', status: 200, reply: Uint8Array.of(1), keyId: 'key', subject: 'sub', at: 1 };
    const next = { ...row, status: 201, reply: Uint8Array.of(2), keyId: null, subject: null };
    await write(store(), 'idempotency', [row]);
    await store().write(() => put('idempotency', [next], true), locks);
    const [found] = await store().one(replies, noParams);
    expect({ ...found, reply: [...found!.reply] }).toEqual({ ...next, reply: [2] });
  });

  it('a fault in the middle leaves nothing, and reaches the caller as it is', async () => {
    const fault = new TypeError('ours');
    const steps = function* (): Steps<void> {
      yield* put('meta', [{ name: 'half', value: 'x' }]);
      throw fault;
    };
    await expect(record(store(), steps)).rejects.toBe(fault);
    expect(await names(store())).toEqual([]);
    await write(store(), 'meta', [{ name: 'after', value: 'x' }]);
    expect(await names(store())).toEqual(['after']);
  });

  it('what the driver says never reaches the caller in its message', async () => {
    await write(store(), 'meta', [{ name: 'secret person', value: 'x' }]);
    const again = write(store(), 'meta', [{ name: 'secret person', value: 'x' }]);
    const fault = await again.catch((cause: unknown) => cause as Unavailable);
    expect(fault).toBeInstanceOf(Unavailable);
    expect((fault as Unavailable).message).not.toMatch(/secret|meta/);
  });

  it('a write sees what it has put itself, and nobody else does until it is done', async () => {
    let [inside, outside]: (readonly string[])[] = [[], []];
    await record(store(), function* (): Steps<void> {
      yield* put('meta', [{ name: 'mine', value: 'x' }]);
      inside = (yield* ask(metaAll, noParams)).map(({ name }) => name);
      outside = (yield* wait(store().one(metaAll, noParams))).map(({ name }) => name);
    });
    expect([inside, outside, await names(store())]).toEqual([['mine'], [], ['mine']]);
  });

  it('a read is of one moment, whatever is written while it is under way', async () => {
    await write(store(), 'meta', [{ name: 'before', value: 'x' }]);
    let writing: Promise<void> | undefined;
    const seen = await store().read(function* () {
      const first = yield* ask(metaAll, noParams);
      if (differences.neverWaits === undefined) {
        writing = write(store(), 'meta', [{ name: 'during', value: 'x' }]);
        yield* wait(writing);
      } else queueMicrotask(() => (writing = write(store(), 'meta', [{ name: 'during', value: 'x' }])));
      return [first, yield* ask(metaAll, noParams)].map((rows) => rows.map(({ name }) => name));
    });
    await writing;
    expect(seen).toEqual([['before'], ['before']]);
    expect(await names(store())).toEqual(['before', 'during']);
  });

  it('a read can write nothing', async () => {
    const sneaking = store().read(() => put('meta', [{ name: 'sneaked', value: 'x' }]));
    await expect(sneaking).rejects.toBeInstanceOf(Unavailable);
    expect(await names(store())).toEqual([]);
  });

  it('appends that come at once stand one after the other, without a gap or a loss', async () => {
    const log = aLog();
    const people = Array.from({ length: 30 }, (_, at) => `sub_at_once_${at}`);
    const placed = await Promise.all(people.map((subject) => record(store(), () => nextEntry(log, subject))));
    expect([...placed].sort((one, other) => one - other)).toEqual(people.map((_, at) => at));
    const rows = await store().one(indexes, { log });
    expect(rows.map(({ subject }) => subject).sort()).toEqual([...people].sort());
  });

  const { oneProcess, neverWaits } = differences;
  if (oneProcess === undefined)
    it('two nodes that append to one person at once leave one unbroken sequence', async () => {
      const log = aLog();
      const other = await place().open();
      try {
        const nodes = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? store() : other));
        await Promise.all(nodes.map((node) => record(node, () => nextEntry(log, 'sub_one'))));
        const rows = await other.one(indexes, { log });
        expect(rows).toEqual(nodes.map((_, index) => ({ index, subject: 'sub_one' })));
      } finally {
        await other.close();
      }
    });
  else
    it(`a second process may not open the same place: ${oneProcess.because}`, async () => {
      await expect((async () => place().open())()).rejects.toMatchObject({ code: 'data-folder-in-use' });
      await write(store(), 'meta', [{ name: 'still', value: 'ours' }]);
      expect(await names(store())).toEqual(['still']);
    });

  if (neverWaits !== undefined)
    it(`a step may not wait inside a write: ${neverWaits.because}`, async () => {
      const steps = function* (): Steps<void> {
        yield* put('meta', [{ name: 'half', value: 'x' }]);
        yield* wait(Promise.resolve());
      };
      await expect(record(store(), steps)).rejects.toMatchObject({ code: 'promise-inside-a-batch' });
      expect(await names(store())).toEqual([]);
    });

  it('what was written is there when it is opened again, over the same tables', async () => {
    const own = await engine.aPlace();
    try {
      const first = await own.open();
      await write(first, 'meta', [{ name: 'kept', value: 'x' }]);
      await first.close();
      const again = await own.open();
      expect(await names(again)).toEqual(['kept']);
      await again.close();
    } finally {
      await own.drop();
    }
  });
}

const replies = rowsQuery<object>()('suite replies', ({ db, t }) => db.select().from(t.idempotency));
