/** The frozen bytes of the ledger, made by a separate reading of the design, against what the server writes. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { entryText } from '../../src/ledger/entry.ts';
import { evidenceBundle } from '../../src/ledger/evidence.ts';
import { headText } from '../../src/ledger/head.ts';
import { consistencyProof, inclusionProof, inclusionProofs } from '../../src/ledger/proofs.ts';
import { parseTilePath, tileAt } from '../../src/ledger/tiles.ts';
import { commitment, leafHash, privateKeyOf, signNote } from '../../src/seal/seal.ts';
import { checkpointText, parseCheckpoint } from '../../src/vocabulary/checkpoint.ts';
import { aTree } from '../given/ledger/a-tree.ts';
import { base64, bytes, ledgerVectors as vectors } from './ledger-vectors.ts';

const { origin, facts } = vectors;
const key = privateKeyOf(bytes(vectors.privateKeySeed));
const leaves = facts.map(({ entry }) => leafHash(bytes(entry)));
const tree = aTree(leaves);

describe('the frozen ledger vectors', () => {
  it('are the entries that we write, byte for byte', () => {
    for (const { entry, leafHash: hash, salt, payload } of facts) {
      const { prev, at, ...members } = JSON.parse(Buffer.from(entry, 'base64').toString());
      const sealed = commitment(bytes(salt), payload);
      const text = entryText({
        ...members,
        at: Date.parse(at),
        commitment: sealed,
        ...(prev === undefined ? {} : { prev: bytes(prev) }),
      });
      expect(base64(Buffer.from(text))).toBe(entry);
      expect(base64(leafHash(Buffer.from(text)))).toBe(hash);
    }
  });

  it.each(vectors.checkpoints)('are the checkpoint that we sign at size $size', ({ size, root, note }) => {
    const text = checkpointText(origin, size, aTree(leaves.slice(0, size)).root);
    expect(signNote(origin, text, key)).toBe(note);
    expect(base64(parseCheckpoint(note)?.root ?? Buffer.of())).toBe(root);
    expect(parseCheckpoint(text)).toMatchObject({ origin, size });
  });

  it.each(vectors.inclusion)(
    'are our proof that entry $index is in the tree of size $size',
    async ({ index, size, proof }) => {
      expect((await inclusionProof(tree, index, size))?.map(base64)).toEqual(proof);
    },
  );

  it.each(vectors.consistency)('are our proof that size $to continues size $from', async ({ from, to, proof }) => {
    expect((await consistencyProof(tree, from, to))?.map(base64)).toEqual(proof);
  });

  it.each([vectors.tile, vectors.partialTile, vectors.level1])('are the bytes of $path', async ({ path, sha256 }) => {
    const asked = parseTilePath(path);
    const tile = asked && (await tileAt(tree, asked, facts.length));
    expect(createHash('sha256').update(tile!).digest('base64')).toBe(sha256);
  });

  it('are the bundle that we assemble', async () => {
    const { bundle } = vectors;
    const size = 60;
    const proofs = await inclusionProofs(
      tree,
      bundle.entries.map(({ index }) => index),
      size,
    );
    const entries = bundle.entries.map(({ index }, at) => {
      const { entry, payload, salt } = facts[index]!;
      return { log: 0, index, entry: bytes(entry), payload, salt: bytes(salt), proof: proofs?.[at] ?? [] };
    });
    const head = headText({
      origin,
      subject: bundle.subject!,
      n: entries.length,
      leafHash: leaves[entries.at(-1)!.index]!,
      size,
    });
    const checkpoint = signNote(origin, checkpointText(origin, size, aTree(leaves.slice(0, size)).root), key);
    const registry = await Promise.all(
      bundle.registry.map(async ({ index }) => {
        const { entry, payload, salt } = facts[index]!;
        return {
          log: 0,
          index,
          entry: bytes(entry),
          payload,
          salt: bytes(salt),
          proof: (await inclusionProof(tree, index, size)) ?? [],
        };
      }),
    );
    const made = evidenceBundle({
      subject: bundle.subject,
      log: 0,
      origin,
      vkey: vectors.vkey,
      checkpoint,
      head: signNote(`${origin}/head`, head, key),
      entries,
      registry,
    });
    expect(made).toEqual(bundle);
  });
});
