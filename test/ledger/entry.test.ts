/**
 * An entry is written member by member for speed; here it is held against the canonicaliser for every text there may
 * be.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntryContent, entryText } from '../../src/ledger/entry.ts';
import { canonicalJson } from '../../src/seal/seal.ts';

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('sub_0', 'a"b', 'a\\b', 'ä', '\u2028', '</script>'),
);
const content: fc.Arbitrary<EntryContent> = fc
  .record({
    origin: text,
    id: text,
    kind: text,
    at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
    actor: fc.record({ id: text, role: fc.constantFrom('self', 'service', 'officer') }),
    commitment: fc.base64String({ maxLength: 44 }),
    chain: fc.option(
      fc.record({
        subject: text,
        n: fc.integer({ min: 1, max: 2 ** 53 - 1 }),
        prev: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      }),
    ),
  })
  .map(({ chain, actor, ...rest }) => ({
    ...rest,
    actor: actor as EntryContent['actor'],
    ...(chain === null ? {} : { subject: chain.subject, n: chain.n, ...(chain.n > 1 ? { prev: chain.prev } : {}) }),
  }));

describe('the text of an entry', () => {
  it('is the canonical JSON of its members, whatever they hold', () => {
    fc.assert(
      fc.property(content, (entry) => {
        const { at, prev, ...members } = entry;
        const time = new Date(at).toISOString();
        const before = prev === undefined ? {} : { prev: Buffer.from(prev).toString('base64') };
        expect(entryText(entry)).toBe(canonicalJson({ v: 1, ...members, at: time, ...before }));
      }),
    );
  });

  it('refuses half a character, as the canonicaliser does', () => {
    expect(() =>
      entryText({ origin: 'o', id: '\ud800', kind: 'k', at: 0, actor: { id: 'a', role: 'self' }, commitment: '' }),
    ).toThrow(TypeError);
  });
});
