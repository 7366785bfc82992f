import { describe, expect, it } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { citedRegistry } from '../../src/ledger/cited-registry.ts';
import { entryText } from '../../src/ledger/entry.ts';
import {
  type EvidenceDocument,
  type EvidenceParts,
  evidenceBundle,
  type ProvenEntry,
} from '../../src/ledger/evidence.ts';
import { headText } from '../../src/ledger/head.ts';
import { inclusionProofs } from '../../src/ledger/proofs.ts';
import {
  canonicalJson,
  commitment,
  leafHash,
  newId,
  newSalt,
  privateKeyOf,
  publicKeyOf,
  signNote,
  vkeyOf,
} from '../../src/seal/seal.ts';
import { checkpointText } from '../../src/vocabulary/checkpoint.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { aTree } from '../given/ledger/a-tree.ts';

const origin = 'ledger.example/0';
const key = privateKeyOf(Buffer.alloc(32, 7));
const vkey = vkeyOf(origin, publicKeyOf(key));
const trust = { keys: [parseVkey(vkey) as Vkey], source: 'the test' };
const judge = (bundle: EvidenceDocument) => verifyBundle(Buffer.from(JSON.stringify(bundle)), trust);
const subject = 'sub_00000000000000000000000007';

async function aBundle(count: number): Promise<EvidenceParts> {
  const tree = aTree();
  const made: (Omit<ProvenEntry, 'proof'> & { leaf: Uint8Array; personal: boolean })[] = [];
  let before: Uint8Array | undefined;
  for (let index = 0, n = 0; index < count; index += 1) {
    const personal = index % 3 !== 0;
    const payload = canonicalJson({ v: 1, key: `purpose-${index}` });
    const salt = newSalt();
    if (personal) n += 1;
    const chain = personal ? { subject, n, ...defined({ prev: before }) } : {};
    const kind = personal ? 'use.allowed' : 'purpose.published';
    const actor = { id: 'act_1', role: 'service' } as const;
    const text = entryText({
      origin,
      id: newId('fact'),
      kind,
      at: 1_767_254_400_000 + index,
      actor,
      commitment: commitment(salt, payload),
      ...chain,
    });
    const leaf = leafHash(Buffer.from(text));
    if (personal) before = leaf;
    tree.add([leaf]);
    made.push({ log: 0, index, entry: Buffer.from(text), payload, salt, leaf, personal });
  }
  const proofs =
    (await inclusionProofs(
      tree,
      made.map(({ index }) => index),
      count,
    )) ?? [];
  const entries = made.map((entry, at) => ({ ...entry, proof: proofs[at] ?? [] }));
  const own = entries.filter(({ personal }) => personal);
  const head = headText({ origin, subject, n: own.length, leafHash: own.at(-1)!.leaf, size: count });
  return {
    subject,
    log: 0,
    origin,
    vkey,
    checkpoint: signNote(origin, checkpointText(origin, count, tree.root), key),
    head: signNote(`${origin}/head`, head, key),
    entries: own,
    registry: entries.filter(({ personal }) => !personal),
  };
}

describe('an evidence bundle', () => {
  it.each([2, 3, 60, 300])('of a log of %i entries is good for the independent verifier', async (count) => {
    const evidence = await aBundle(count);
    const verdict = judge(evidenceBundle(evidence));
    expect(verdict).toMatchObject({
      findings: [],
      unproven: [],
      subject,
      n: evidence.entries.length,
      size: count,
      registry: evidence.registry.length,
    });
  });

  it('is bad after one byte of any part was changed', async () => {
    const good = evidenceBundle(await aBundle(20));
    const text = JSON.stringify(good);
    const parts = [
      good.entries[3]!.entry,
      good.entries[3]!.salt!,
      good.entries[3]!.proof[1]!,
      good.registry[1]!.entry,
      good.head!.slice(15),
      good.checkpoint,
    ];
    for (const part of parts.map((each) => JSON.stringify(each).slice(1, -1))) {
      const at = text.indexOf(part) + 20;
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(verifyBundle(Buffer.from(changed), trust).findings).not.toEqual([]);
    }
  });

  it('is bad without its last entry, because the signed head says how many there are', async () => {
    const evidence = await aBundle(20);
    expect(judge(evidenceBundle({ ...evidence, entries: evidence.entries.slice(0, -1) })).findings).not.toEqual([]);
  });

  it('holds each entry once and in order, however it was gathered', async () => {
    const evidence = await aBundle(20);
    const again = evidenceBundle({
      ...evidence,
      entries: [...evidence.entries].reverse(),
      registry: [...evidence.registry, ...evidence.registry],
    });
    expect(again).toEqual(evidenceBundle(evidence));
  });

  it('is not made with a payload that lacks its salt', async () => {
    const evidence = await aBundle(5);
    const entries = evidence.entries.map((entry) => ({ ...entry, salt: null }));
    expect(() => evidenceBundle({ ...evidence, entries })).toThrow('payload without its salt');
  });
});

describe('the registry facts that facts cite', () => {
  const published = (id: string, kind: string, version: number) => ({
    id,
    kind: `${kind}.published`,
    payload: { v: 1, key: 'k', version },
  });
  const registry = [
    published('p1', 'purpose', 1),
    published('p2', 'purpose', 2),
    published('n1', 'notice', 1),
    published('n2', 'notice', 2),
    published('a1', 'ai-system', 1),
    published('a2', 'ai-system', 2),
    { id: 's1', kind: 'ai-system.suspended', payload: { v: 1, key: 'k' } },
    { id: 's2', kind: 'ai-system.suspended', payload: { v: 1, key: 'k' } },
  ];

  it('are the very versions named by a use, and what decided it', () => {
    const use = {
      v: 1,
      purpose: 'k',
      purposeVersion: 2,
      aiSystem: 'k',
      aiSystemVersion: 1,
      notice: { key: 'k', version: 1 },
      evidence: [{ kind: 'ai-system.suspended', id: 's2' }],
    };
    expect(citedRegistry([use], registry)).toEqual(['p2', 'n1', 'a1', 's2']);
  });

  it('are the facts that a consent names, each once', () => {
    const consent = {
      v: 1,
      purpose: 'k',
      purposeVersion: 1,
      purposeFact: 'p1',
      notice: { key: 'k', version: 2, language: 'en', fact: 'n2' },
    };
    expect(citedRegistry([consent, consent], registry)).toEqual(['p1', 'n2']);
  });

  it('are none where no version is named', () =>
    expect(citedRegistry([{ v: 1, purpose: 'k', aiSystem: 'k' }, { v: 1 }], registry)).toEqual([]));
});

describe('an entry', () => {
  const plain = {
    origin,
    id: 'fact_1',
    kind: 'use.allowed',
    at: 0,
    actor: { id: 'self', role: 'self' },
    commitment: 'c',
  } as const;
  it('of 2,048 bytes or more is refused', () =>
    expect(() => entryText({ ...plain, origin: 'o'.repeat(2_000) })).toThrow('longer than an entry may be'));
  it('with half a place in a sequence is refused', () => {
    expect(() => entryText({ ...plain, subject })).toThrow('its n');
    expect(() => entryText({ ...plain, subject, n: 2 })).toThrow('before it');
    expect(() => entryText({ ...plain, subject, n: 1, prev: Buffer.alloc(32) })).toThrow('before it');
  });
});
