import { describe, expect, it } from 'vitest';
import { commitment, leafHash, nodeHash, sha256 } from '../../src/seal/hashes.ts';
import { crockford, newId, newSalt } from '../../src/seal/ids.ts';
import { privateKeyOf, publicKeyOf, signNote, vkeyOf } from '../../src/seal/note.ts';
import { base64, bytes, ledgerVectors } from '../vectors/ledger-vectors.ts';

const { origin, vkey, privateKeySeed, checkpoints, facts, bundle } = ledgerVectors;
const key = privateKeyOf(bytes(privateKeySeed));
const textOf = (note: string): string => note.slice(0, note.indexOf('\n\n') + 1);

describe('signed notes', () => {
  it('the same seed gives the frozen public key', () => expect(vkeyOf(origin, publicKeyOf(key))).toBe(vkey));

  it('every frozen checkpoint is signed to the same bytes', () => {
    for (const { note } of checkpoints) expect(signNote(origin, textOf(note), key)).toBe(note);
  });

  it('the head of a person is signed under its own name', () => {
    expect(signNote(`${origin}/head`, textOf(bundle.head ?? ''), key)).toBe(bundle.head);
  });

  it('a text that is not whole lines, or a name that cannot stand in a note, is refused', () => {
    expect(() => signNote(origin, 'no newline', key)).toThrow(TypeError);
    expect(() => signNote(origin, 'a\tb\n', key)).toThrow(TypeError);
    expect(() => signNote('a b', 'a\n', key)).toThrow(TypeError);
    expect(() => signNote('a+b', 'a\n', key)).toThrow(TypeError);
  });
});

describe('hashes of the ledger', () => {
  it('leaves and commitments are those of the frozen vectors', () => {
    for (const { entry, leafHash: leaf, salt, payload } of facts) {
      expect(base64(leafHash(bytes(entry)))).toBe(leaf);
      if (payload) expect(JSON.parse(bytes(entry).toString()).commitment).toBe(commitment(bytes(salt), payload));
    }
  });

  it('a node of two leaves is the frozen root of size two', () => {
    const [one, two] = facts.map(({ leafHash: leaf }) => bytes(leaf));
    expect(base64(nodeHash(one!, two!))).toBe(checkpoints.find(({ size }) => size === 2)?.root);
  });

  it('sha256 is the published one', () =>
    expect(Buffer.from(sha256('abc')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ));
});

describe('ids', () => {
  it('have their prefix and 26 characters, and never come twice', () => {
    const ids = Array.from({ length: 5000 }, () => newId('con'));
    expect(ids.every((id) => /^con_[0-9a-hjkmnp-tv-z]{26}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('use every character', () =>
    expect(new Set(crockford(Uint8Array.from({ length: 256 }, (_, at) => at))).size).toBe(32));

  it('a salt keeps its bytes while others are drawn', () => {
    const salt = newSalt();
    const before = base64(salt);
    for (let drawn = 0; drawn < 1000; drawn += 1) newSalt();
    expect([salt.length, base64(salt)]).toEqual([32, before]);
  });
});
