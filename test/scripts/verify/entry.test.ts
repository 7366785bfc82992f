import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../scripts/verify/entry.ts';
import { aLedger, aSubject } from '../../given/verify/a-ledger.ts';

const ledger = aLedger();
ledger.add({ kind: 'use.allowed', subject: aSubject(1) });
const good = JSON.parse(ledger.add({ kind: 'use.allowed', subject: aSubject(1) }).entry.toString()) as Record<
  string,
  unknown
>;
const { n: _n, prev: _prev, ...first } = good;
const bytesOf = (entry: unknown): Uint8Array =>
  entry instanceof Uint8Array ? entry : Buffer.from(typeof entry === 'string' ? entry : JSON.stringify(entry));
const read = (entry: unknown) => parseEntry(bytesOf(entry));

describe('an entry', () => {
  it('with its members, and no others, is read', () => {
    expect(read(good)).toMatchObject({ id: good['id'], n: 2 });
    expect(read({ ...first, n: 1 })).toMatchObject({ n: 1 });
  });

  it('is read the same however its JSON is spaced or ordered', () => {
    const strange = JSON.stringify(Object.fromEntries(Object.entries(good).reverse()), undefined, 1);
    expect(read(strange)).toEqual(read(good));
    expect(read(JSON.stringify({ ...first, n: 1 }, undefined, 2))).toEqual(read({ ...first, n: 1 }));
  });

  it.each([
    ['a member too many', { ...good, note: 'hello' }],
    ['a null where a member should be absent', { ...first, n: 1, prev: null }],
    ['another version', { ...good, v: 2 }],
    ['a time without milliseconds', { ...good, at: '2026-01-01T08:00:00Z' }],
    ['a day that does not exist', { ...good, at: '2026-02-30T08:00:00.000Z' }],
    ['a person of another form', { ...good, subject: 'customer:17' }],
    ['an id with letters that are easily confused', { ...good, id: `fact_${'l'.repeat(26)}` }],
    ['a sequence number of 0', { ...good, n: 0 }],
    [
      'a sequence number and no person',
      Object.fromEntries(Object.entries(good).filter(([name]) => name !== 'subject')),
    ],
    ['no entry before it, though it is the second', { ...first, n: 2 }],
    ['an entry before it, though it is the first', { ...good, n: 1 }],
    ['an actor with more to say', { ...good, actor: { id: 'a', role: 'service', name: 'b' } }],
    ['a short commitment', { ...good, commitment: 'AAAA' }],
    ['a kind that is not one', { ...good, kind: 'USE' }],
    ['more bytes than allowed', { ...good, origin: 'x'.repeat(2048) }],
    ['a member twice', JSON.stringify(good).replace('{', '{"n":2,')],
    ['bytes that are no text', Uint8Array.of(0x22, 0xff, 0x22)],
    ['no object', '[]'],
  ])('with %s is refused', (_, entry) => {
    expect(read(entry)).toHaveProperty('wrong');
  });
});
