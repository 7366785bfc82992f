/**
 * What is put into a store comes out as the same value, and two values that differ are never one.
 * Flow:    store.suite → here.
 * Promise: text is compared byte by byte; counts are exact to 2^53 − 1; bytes and nulls stay what they are.
 * Source:  docs/design.md 4.
 */
import { eq, isNull } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { put, rowsQuery } from '../../../src/store/query.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  aLog,
  bytesOf,
  clear,
  locks,
  metaAll,
  names,
  noParams,
  type Opened,
  p,
  write,
} from '../../given/store/place.ts';

const metaOf = rowsQuery<{ name: string }>()('suite meta of', ({ db, t }) =>
  db
    .select()
    .from(t.meta)
    .where(eq(t.meta.name, p('name'))),
);
const metaIn = rowsQuery<{ names: readonly string[] }>()(
  'suite meta in',
  ({ db, t, any }) => db.select().from(t.meta).where(any(t.meta.name, 'names')).orderBy(t.meta.name),
  ['names'],
);
const nodeAt = rowsQuery<{ lines: number }>()('suite node at', ({ db, t }) =>
  db
    .select()
    .from(t.nodes)
    .where(eq(t.nodes.lines, p('lines'))),
);
const nodesIn = rowsQuery<{ lines: readonly number[] }>()(
  'suite nodes in',
  ({ db, t, any }) => db.select().from(t.nodes).where(any(t.nodes.lines, 'lines')).orderBy(t.nodes.lines),
  ['lines'],
);
const repliesOf = rowsQuery<{ subject: string | null }>()('suite replies of', ({ db, t }) =>
  db
    .select({ key: t.idempotency.key })
    .from(t.idempotency)
    .where(eq(t.idempotency.subject, p('subject'))),
);
const repliesOfNobody = rowsQuery<object>()('suite replies of nobody', ({ db, t }) =>
  db.select({ key: t.idempotency.key }).from(t.idempotency).where(isNull(t.idempotency.subject)),
);
const replyOf = rowsQuery<{ key: string }>()('suite reply', ({ db, t }) =>
  db
    .select()
    .from(t.idempotency)
    .where(eq(t.idempotency.key, p('key'))),
);

const payloadsOf = rowsQuery<{ log: number }>()('suite payloads', ({ db, t }) =>
  db
    .select({ payload: t.entries.payload })
    .from(t.entries)
    .where(eq(t.entries.log, p('log')))
    .orderBy(t.entries.index),
);

const aReply = (key: string, reply: Uint8Array, subject: string | null = null) => ({
  key,
  body: 'body',
  status: 200,
  reply,
  keyId: null,
  subject,
  at: 1,
});

const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
const keep = (store: Store, texts: readonly string[]) =>
  write(
    store,
    'meta',
    texts.map((name) => ({ name, value: `of ${name}` })),
  );

/** Pairs that a collation of some language, a trimming driver or a folding index takes for one. */
const twins: readonly (readonly [what: string, one: string, other: string])[] = [
  ['upper and lower case', 'customer:Ada', 'customer:ada'],
  ['an accent and none', 'email:jose@example.org', 'email:josé@example.org'],
  ['an accent in one character and in two', 'caf\u00e9', 'cafe\u0301'],
  ['a space at the end and none', 'customer:1', 'customer:1 '],
  ['a space at the beginning and none', 'customer:2', ' customer:2'],
  ['a line break at the end and none', 'customer:3', 'customer:3\n'],
  ['a wide letter and a plain one', 'customer:４', 'customer:4'],
  ['a sharp s and two', 'stra\u00dfe', 'strasse'],
  ['a dotted and a dotless i', 'customer:i', 'customer:\u0131'],
  ['an invisible character and none', 'customer:5', 'customer:\u200b5'],
  ['a number with zeros before it and none', '007', '7'],
];

export function keepsValues({ store: opened, engine }: Opened): void {
  const { refusedText } = engine.differences;
  beforeEach(() => clear(opened()));

  it.each(twins)('tells two identifiers apart that differ in %s', async (_what, one, other) => {
    await keep(opened(), [one, other]);
    for (const name of [one, other]) {
      expect(await opened().one(metaOf, { name })).toEqual([{ name, value: `of ${name}` }]);
      expect(await opened().one(metaIn, { names: [name] })).toEqual([{ name, value: `of ${name}` }]);
    }
  });

  it('finds nobody by an identifier in another case', async () => {
    await keep(opened(), ['sub_01H']);
    expect(await opened().one(metaOf, { name: 'sub_01h' })).toEqual([]);
    expect(await opened().one(metaIn, { names: ['SUB_01H'] })).toEqual([]);
  });

  it('orders text by its bytes, whatever the language of the machine', async () => {
    const texts = ['b', 'a', 'B', 'A', '_', '10', '9', 'é', 'z', 'ß', 'a b', 'ab', 'a-b', '\uffee', '\u{1f600}', ''];
    await keep(opened(), texts);
    expect(await names(opened())).toEqual([...texts].sort(byBytes));
  });

  it('keeps text as it is: empty, quoted, escaped, of any script, very long', async () => {
    const texts = [
      '',
      "'",
      '"',
      '\\',
      '%_',
      '{}',
      '{"a":null}',
      'null',
      '\t\r\n',
      '\u0001',
      '中文',
      '\u{1f469}\u200d\u{1f4bb}',
    ];
    await write(
      opened(),
      'meta',
      texts.map((value, at) => ({ name: `${at}`, value })),
    );
    await write(opened(), 'meta', [{ name: 'long', value: 'é'.repeat(500_000) }]);
    for (const [at, value] of texts.entries())
      expect((await opened().one(metaOf, { name: `${at}` }))[0]?.value).toBe(value);
    expect((await opened().one(metaOf, { name: 'long' }))[0]?.value).toBe('é'.repeat(500_000));
  });

  it.each(refusedText)(
    'refuses text that it cannot keep, and keeps nothing else in its place: $because',
    async (no) => {
      await expect(write(opened(), 'meta', [{ name: 'refused', value: no.text }])).rejects.toMatchObject({
        name: 'Error',
        code: expect.any(String),
      });
      expect(await opened().one(metaOf, { name: 'refused' })).toEqual([]);
    },
  );

  it('finds the longest identifiers there can be, and tells them apart by their last character', async () => {
    // 400 characters are the most that a caller may send; four bytes are the most that one takes.
    const long = Array.from({ length: 399 }, (_, at) => String.fromCodePoint(0x1f300 + ((at * 7919) % 700))).join('');
    await keep(opened(), [`${long}a`, `${long}b`, long]);
    for (const name of [`${long}a`, `${long}b`, long])
      expect((await opened().one(metaOf, { name })).map((row) => row.name)).toEqual([name]);
  });

  it('counts exactly up to 2^53 − 1 on both sides of zero', async () => {
    const counts = [Number.MIN_SAFE_INTEGER, -1, 0, 1, 2 ** 31, 2 ** 32 + 1, 2 ** 53 - 2, Number.MAX_SAFE_INTEGER];
    await write(
      opened(),
      'nodes',
      counts.map((lines) => ({ node: `${lines}`, lines, lastAt: lines })),
    );
    const rows = await opened().one(nodesIn, { lines: counts });
    expect(rows).toEqual(counts.map((lines) => ({ node: `${lines}`, lines, lastAt: lines })));
    for (const lines of counts)
      expect((await opened().one(nodeAt, { lines })).map(({ node }) => node)).toEqual([`${lines}`]);
  });

  it('keeps bytes of every value, and tells none of them from no bytes at all', async () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const many = new Uint8Array(300_000).fill(7);
    const rows = { every, many, empty: new Uint8Array(0), zero: Uint8Array.of(0) };
    await write(
      opened(),
      'idempotency',
      Object.entries(rows).map(([key, reply]) => aReply(key, reply)),
    );
    for (const [key, reply] of Object.entries(rows)) {
      const [row] = await opened().one(replyOf, { key });
      expect(row?.reply).toBeInstanceOf(Uint8Array);
      expect(Buffer.compare(row!.reply, reply)).toBe(0);
    }
    const log = aLog();
    await write(opened(), 'entries', [
      { log, index: 1, leafHash: bytesOf('leaf'), payload: new Uint8Array(0) },
      { log, index: 2, leafHash: bytesOf('leaf'), payload: null },
    ]);
    const payloads = await opened().one(payloadsOf, { log });
    expect(payloads.map(({ payload }) => payload?.length ?? null)).toEqual([0, null]);
  });

  it('reads a column without a value as null, and as nothing else', async () => {
    await write(opened(), 'idempotency', [aReply('null', bytesOf('x')), aReply('empty', bytesOf('x'), '')]);
    expect(await opened().one(replyOf, { key: 'null' })).toMatchObject([{ subject: null, keyId: null }]);
    expect(await opened().one(replyOf, { key: 'empty' })).toMatchObject([{ subject: '', keyId: null }]);
  });

  it('a filter by null finds nobody, so that what belongs to no one is never shown to one', async () => {
    await write(opened(), 'idempotency', [
      aReply('of nobody', bytesOf('x')),
      aReply('of empty', bytesOf('x'), ''),
      aReply('of one', bytesOf('x'), 'sub_1'),
    ]);
    expect(await opened().one(repliesOf, { subject: null })).toEqual([]);
    expect(await opened().one(repliesOf, { subject: '' })).toEqual([{ key: 'of empty' }]);
    expect(await opened().one(repliesOf, { subject: 'null' })).toEqual([]);
    expect(await opened().one(repliesOfNobody, noParams)).toEqual([{ key: 'of nobody' }]);
  });

  it('a list of none finds nothing, and a list of many finds each once', async () => {
    const texts = Array.from({ length: 2_000 }, (_, at) => `many ${at}`);
    await keep(opened(), texts);
    expect(await opened().one(metaIn, { names: [] })).toEqual([]);
    const found = await opened().one(metaIn, { names: [...texts, ...texts, 'not there'] });
    expect(found.map(({ name }) => name)).toEqual([...texts].sort(byBytes));
  });

  it('puts no rows without a word, and rows by member, not by place', async () => {
    await opened().write(() => put('meta', []), locks);
    await write(opened(), 'meta', [{ value: 'value', name: 'name' }]);
    expect(await opened().one(metaAll, noParams)).toEqual([{ name: 'name', value: 'value' }]);
  });
}
