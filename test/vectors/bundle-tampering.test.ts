/** Whatever is changed in good evidence, by chance or on purpose, the verifier refuses it. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { keyId, parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { base64, bytes, type VectorBundle, ledgerVectors as vectors } from './ledger-vectors.ts';

const trust = { keys: [parseVkey(vectors.vkey) as Vkey], source: 'the vectors' };
const judge = (bundle: VectorBundle) => verifyBundle(Buffer.from(JSON.stringify(bundle)), trust).findings;
const copy = (): VectorBundle => structuredClone(vectors.bundle);
const entryAt = (bundle: VectorBundle, at: number) => bundle.entries[at] as VectorBundle['entries'][number];

/** One bit of one byte, anywhere. */
const aFlip = {
  entry: fc.nat({ max: vectors.bundle.entries.length - 1 }),
  at: fc.nat({ max: 100_000 }),
  bit: fc.nat({ max: 7 }),
};
const flipped = (text: string, at: number, bit: number): string => {
  const changed = Buffer.from(bytes(text));
  const place = at % changed.length;
  changed[place] = (changed[place] as number) ^ (1 << bit);
  return base64(changed);
};
/** Another character at this place, so that the text stays text. */
const misspelt = (text: string, at: number, bit: number): string => {
  const place = at % text.length;
  return text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ (1 << bit)) + text.slice(place + 1);
};

describe('good evidence with one change', () => {
  it('in any bit of any entry is refused', () => {
    fc.assert(
      fc.property(aFlip.entry, aFlip.at, aFlip.bit, (entry, at, bit) => {
        const bundle = copy();
        entryAt(bundle, entry).entry = flipped(entryAt(bundle, entry).entry, at, bit);
        expect(judge(bundle)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('in any character of any payload is refused, at that payload', () => {
    fc.assert(
      fc.property(aFlip.entry, aFlip.at, aFlip.bit, (entry, at, bit) => {
        const bundle = copy();
        entryAt(bundle, entry).payload = misspelt(entryAt(bundle, entry).payload ?? '', at, bit);
        expect(judge(bundle).map(({ place }) => place)).toEqual([`entries[${entry}].payload`]);
      }),
      { numRuns: 300 },
    );
  });

  it('in any bit of any salt is refused, at that content', () => {
    fc.assert(
      fc.property(aFlip.entry, aFlip.at, aFlip.bit, (entry, at, bit) => {
        const bundle = copy();
        entryAt(bundle, entry).salt = flipped(entryAt(bundle, entry).salt ?? '', at, bit);
        expect(judge(bundle).map(({ place }) => place)).toEqual([`entries[${entry}].payload`]);
      }),
      { numRuns: 300 },
    );
  });

  it('in any bit of any proof is refused, at that proof', () => {
    fc.assert(
      fc.property(fc.record({ ...aFlip, step: fc.nat({ max: 30 }) }), ({ entry, step, at, bit }) => {
        const bundle = copy();
        const { proof } = entryAt(bundle, entry);
        const place = step % proof.length;
        proof[place] = flipped(proof[place] as string, at, bit);
        expect(judge(bundle).map((finding) => finding.place)).toEqual([`entries[${entry}].proof`]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['head', 'checkpoint', 'vkey', 'origin', 'subject'] as const)(
    'in any character of its %s is refused',
    (member) => {
      fc.assert(
        fc.property(aFlip.at, aFlip.bit, (at, bit) => {
          const bundle = copy();
          bundle[member] = misspelt(bundle[member] as string, at, bit);
          expect(judge(bundle)).not.toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
  );

  it.each(['checkpoint', 'vkey', 'origin'] as const)('in any character of the %s of its log is refused', (member) => {
    fc.assert(
      fc.property(aFlip.at, aFlip.bit, (at, bit) => {
        const bundle = copy();
        const [log] = bundle.logs;
        if (log !== undefined) log[member] = misspelt(log[member], at, bit);
        expect(judge(bundle)).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('in its structure is refused: entries dropped, doubled, moved, or of another log', () => {
    const changes: ((bundle: VectorBundle) => unknown)[] = [
      (bundle) => void bundle.entries.pop(),
      (bundle) => void bundle.entries.shift(),
      (bundle) => void bundle.entries.push(entryAt(bundle, 17)),
      (bundle) => void bundle.registry.push(entryAt(bundle, 3)),
      (bundle) => void bundle.entries.reverse(),
      (bundle) => void bundle.entries.splice(0),
      (bundle) => void bundle.logs.splice(0),
      (bundle) => void bundle.logs.push(...structuredClone(bundle.logs)),
      (bundle) => Object.assign(bundle, { head: null }),
      (bundle) => Object.assign(bundle, { subject: null }),
      (bundle) => Object.assign(entryAt(bundle, 2), { log: 1 }),
      (bundle) => Object.assign(entryAt(bundle, 2), { salt: null }),
      (bundle) => Object.assign(bundle, { v: 2 }),
    ];
    for (const change of changes) {
      const bundle = copy();
      change(bundle);
      expect(judge(bundle)).not.toEqual([]);
    }
  });
});

describe('evidence that somebody else signed', () => {
  it('is refused although every hash in it fits: the key that comes along is only compared', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const bundle = resigned(privateKey, rawKey(publicKey));
    const found = judge(bundle).map(({ place }) => place);
    expect(found).toContain('logs[0].vkey');
    expect(found).toContain('logs[0].checkpoint');
  });

  it('is good again when signed with the key of the vectors, so it is the key and nothing else that was refused', () => {
    const pkcs8 = Buffer.concat([
      Buffer.from('302e020100300506032b657004220420', 'hex'),
      bytes(vectors.privateKeySeed),
    ]);
    const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    expect(judge(resigned(privateKey, rawKey(createPublicKey(privateKey))))).toEqual([]);
  });
});

const rawKey = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'spki' }).subarray(-32);

function resigned(privateKey: KeyObject, raw: Uint8Array): VectorBundle {
  const bundle = copy();
  const again = (note: string, name: string): string => {
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
    const signature = Buffer.concat([
      Buffer.from(keyId(name, 1, raw), 'hex'),
      sign(null, Buffer.from(text), privateKey),
    ]);
    return `${text}\n\u2014 ${name} ${base64(signature)}\n`;
  };
  const vkey = `${bundle.origin}+${keyId(bundle.origin, 1, raw)}+${base64(Buffer.concat([Uint8Array.of(1), raw]))}`;
  const checkpoint = again(bundle.checkpoint, bundle.origin);
  const logs = bundle.logs.map((log) => ({ ...log, vkey, checkpoint }));
  return { ...bundle, vkey, checkpoint, logs, head: again(bundle.head ?? '', `${bundle.origin}/head`) };
}
