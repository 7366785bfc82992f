/**
 * What leaves the house under a signature, checked as whoever gets it would: by the standard alone, with nothing of
 * this room.
 * Source: Standard Webhooks; RFC 7515.
 */
import { createHash, createHmac, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileHash, hashing } from '../../src/seal/file-hash.ts';
import { commitment, nameByHash, nodeHash } from '../../src/seal/hashes.ts';
import { receiptSigner } from '../../src/seal/jws.ts';
import { newSigningSecret, signDelivery, verifyingKeyOf } from '../../src/seal/webhook-signature.ts';

const delivery = { id: 'msg_1', at: 1_800_000_000, body: '{"kind":"erased"}' };
const signed = 'msg_1.1800000000.{"kind":"erased"}';
/** A raw Ed25519 public key behind what DER puts before one. */
const keyOf = (raw: Buffer) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]),
    format: 'der',
    type: 'spki',
  });

describe('a delivery to a webhook', () => {
  it('is signed with the bytes of a secret that is shared', () => {
    const secret = newSigningSecret('hmac-sha256');
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(verifyingKeyOf(secret)).toBe(secret);
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    expect(signDelivery([secret], delivery)).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  });

  it('is signed with a private key whose public one the receiver has', () => {
    const secret = newSigningSecret('ed25519');
    expect(secret).toMatch(/^whsk_[A-Za-z0-9+/]{43}=$/);
    const shown = verifyingKeyOf(secret);
    expect(shown).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
    const raw = Buffer.from(shown.slice('whpk_'.length), 'base64');
    const [kind, signature = ''] = signDelivery([secret], delivery).split(',');
    expect(kind).toBe('v1a');
    expect(verify(null, Buffer.from(signed), keyOf(raw), Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, Buffer.from(`${signed} `), keyOf(raw), Buffer.from(signature, 'base64'))).toBe(false);
  });

  it('carries the signature of each secret that is good, the newest first', () => {
    const secrets = [newSigningSecret('hmac-sha256'), newSigningSecret('ed25519')];
    const each = secrets.map((secret) => signDelivery([secret], delivery));
    expect(signDelivery(secrets, delivery)).toBe(each.join(' '));
    expect(new Set(Array.from({ length: 20 }, () => newSigningSecret('ed25519'))).size).toBe(20);
  });
});

describe('a receipt', () => {
  it('is a JWS that names its key, its kind and what is in it', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const document = '{"receipt":"ä"}';
    const [header = '', payload = '', signature = '', ...more] = receiptSigner(
      'key-1',
      privateKey,
    )(document).split('.');
    expect(more).toEqual([]);
    const read = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');
    expect(JSON.parse(read(header))).toEqual({
      alg: 'EdDSA',
      cty: 'ld+json',
      kid: 'key-1',
      typ: 'consent-receipt+jws',
    });
    expect(read(payload)).toBe(document);
    const input = Buffer.from(`${header}.${payload}`);
    expect(verify(null, input, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
  });
});

describe('a hash', () => {
  it('of a file is that of all its bytes, however they come', () => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-hash-'));
    for (const length of [0, 1, 1024 * 1024, 1024 * 1024 + 7]) {
      const bytes = Buffer.alloc(length, 7);
      writeFileSync(join(folder, 'file'), bytes);
      const wanted = createHash('sha256').update(bytes).digest('hex');
      expect(fileHash(join(folder, 'file'))).toBe(wanted);
      const piecewise = hashing();
      for (let at = 0; at < length; at += 500_000) piecewise.update(bytes.subarray(at, at + 500_000));
      expect(piecewise.hex()).toBe(wanted);
    }
    rmSync(folder, { recursive: true });
    expect(() => fileHash(join(folder, 'file'))).toThrow('ENOENT');
  });

  it('of a salt and what it hides is that of both, as text', () => {
    const salt = Buffer.alloc(32, 3);
    const wanted = createHash('sha256').update(salt).update('{"v":1}').digest('base64');
    expect(commitment(salt, '{"v":1}')).toBe(wanted);
    expect(nameByHash('ä')).toBe(createHash('sha256').update('ä').digest('base64url'));
  });

  it('of a node is made of two whole hashes', () => {
    const [whole, short] = [Buffer.alloc(32, 1), Buffer.alloc(31, 1)];
    for (const [left, right] of [
      [short, whole],
      [whole, short],
    ] as const)
      expect(() => nodeHash(left, right)).toThrow('two hashes of 32 bytes');
    const wanted = createHash('sha256')
      .update(Buffer.from([1]))
      .update(whole)
      .update(whole)
      .digest();
    expect(Buffer.from(nodeHash(whole, whole))).toEqual(wanted);
  });
});
