import { describe, expect, it } from 'vitest';
import { commitment, leafHash, nodeHash, sha256 } from '../../src/seal/hashes.ts';
import { crockford, newChance, newId, newSalt, newSecret } from '../../src/seal/ids.ts';
import { isSignedBy, privateKeyOf, publicKeyOf, signNote, vkeyOf } from '../../src/seal/note.ts';
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
    for (const text of ['no newline', 'a\tb\n']) expect(() => signNote(origin, text, key)).toThrow(/whole lines/);
    for (const name of ['a b', 'a+b']) expect(() => signNote(name, 'a\n', key)).toThrow(/without spaces and plus/);
  });

  const [{ note } = { note: '' }] = checkpoints;
  const other = privateKeyOf(Buffer.alloc(32, 7));
  const lineOf = (signed: string): string => signed.slice(signed.indexOf('\n\n') + 2);
  // In base64 a plus sign is a digit.
  const [, id = '', ...digits] = vkey.split('+');
  const bare = digits.join('+');
  const cosigned = `${textOf(note)}\n${lineOf(signNote('example.org/witness', textOf(note), other))}${lineOf(note)}`;

  it.each([
    ['as it was frozen', note, vkey],
    ['by a key whose line ends', note, `${vkey}\n`],
    ['beside a witness', cosigned, vkey],
    ['by that witness', cosigned, vkeyOf('example.org/witness', publicKeyOf(other))],
  ])('a note is known as signed %s', (_how, signed, line) => expect(isSignedBy(signed, line)).toBe(true));

  it.each([
    ['whose text is another', `1${note}`, vkey],
    ['that another key signed under the same name', signNote(origin, textOf(note), other), vkey],
    ['that the key signed under another name', signNote(`${origin}/head`, textOf(note), key), vkey],
    ['without a signature', `${textOf(note)}\n`, vkey],
    ['without an empty line', note.replace('\n\n', '\n'), vkey],
    ['with a signature that is cut', `${note.slice(0, -20)}\n`, vkey],
    ['whose signature names another key', note.replace(/ ([^ ]{4})([^ ]+\n)$/, ' AAAA$2'), vkey],
    ['for a line that is no key', note, 'nothing'],
    [
      'for a key of another algorithm',
      note,
      `${origin}+${id}+${Buffer.concat([Buffer.of(2), Buffer.from(bare, 'base64').subarray(1)]).toString('base64')}`,
    ],
    [
      'for a key that is too long',
      note,
      `${origin}+${id}+${Buffer.concat([Buffer.from(bare, 'base64'), Buffer.of(0)]).toString('base64')}`,
    ],
    ['for a line with something before it', note, ` ${vkey}`],
    ['for a line with something after it', note, `${vkey} x`],
  ])('a note %s is not', (_what, signed, line) => expect(isSignedBy(signed, line)).toBe(false));
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

  it('a secret has 32 random bytes, and a chance lies between 0 and 1', () => {
    expect(new Set(Array.from({ length: 100 }, () => newSecret())).size).toBe(100);
    expect(Buffer.from(newSecret(), 'base64url')).toHaveLength(32);
    const chances = Array.from({ length: 1000 }, newChance);
    expect(chances.every((chance) => chance >= 0 && chance < 1)).toBe(true);
    expect(Math.max(...chances) - Math.min(...chances)).toBeGreaterThan(0.5);
  });

  it('a salt keeps its bytes while others are drawn', () => {
    const salt = newSalt();
    const before = base64(salt);
    for (let drawn = 0; drawn < 1000; drawn += 1) newSalt();
    expect([salt.length, base64(salt)]).toEqual([32, before]);
  });
});
