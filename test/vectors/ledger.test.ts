/** The frozen ledger vectors, judged by the offline verifier. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../scripts/verify/checkpoint.ts';
import { opensCommitment, parseEntry } from '../../scripts/verify/entry.ts';
import { appendLeaf, growingTree, rootOf } from '../../scripts/verify/growing-tree.ts';
import { leafHash, verifyConsistency, verifyInclusion } from '../../scripts/verify/merkle.ts';
import { parseStrictJson } from '../../scripts/verify/strict-json.ts';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { isWrong } from '../../scripts/verify/wrong.ts';
import { base64, bytes, type VectorBundle, ledgerVectors as vectors } from './ledger-vectors.ts';

const key = parseVkey(vectors.vkey) as Vkey;
const trust = { keys: [key], source: 'the vectors' };
const judge = (bundle: VectorBundle) => verifyBundle(Buffer.from(JSON.stringify(bundle)), trust);
const leaves = vectors.facts.map((fact) => leafHash(bytes(fact.entry)));
const rootAt = (size: number): Uint8Array => {
  const tree = growingTree();
  for (const leaf of leaves.slice(0, size)) appendLeaf(tree, leaf);
  return rootOf(tree);
};

describe('the frozen ledger vectors', () => {
  it('give every fact the leaf hash and the commitment that are written down', () => {
    for (const fact of vectors.facts) {
      const entry = parseEntry(bytes(fact.entry));
      if (isWrong(entry)) throw new Error(entry.wrong);
      expect(base64(leafHash(bytes(fact.entry)))).toBe(fact.leafHash);
      expect(opensCommitment(entry, bytes(fact.salt), Buffer.from(fact.payload))).toBe(true);
    }
  });

  it.each(vectors.checkpoints)('give size $size the root that its checkpoint signs', ({ size, root, note }) => {
    const checkpoint = openCheckpoint(note, [key]);
    if (isWrong(checkpoint)) throw new Error(checkpoint.wrong);
    expect({ size: checkpoint.size, root: base64(checkpoint.root) }).toEqual({ size, root });
    expect(base64(rootAt(size))).toBe(root);
  });

  it.each(vectors.inclusion)('prove index $index at size $size, and nowhere else', ({ index, size, proof }) => {
    const claim = { leafHash: leaves[index] as Uint8Array, index, size, root: rootAt(size), proof: proof.map(bytes) };
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false);
    expect(
      verifyInclusion({ ...claim, leafHash: leafHash(bytes(vectors.facts[index === 0 ? 1 : 0]?.entry ?? '')) }),
    ).toBe(false);
  });

  it.each(vectors.consistency)('prove that size $to continues size $from', ({ from, to, proof }) => {
    const claim = {
      firstSize: from,
      firstRoot: rootAt(from),
      secondSize: to,
      secondRoot: rootAt(to),
      proof: proof.map(bytes),
    };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, firstRoot: rootAt(to) })).toBe(false);
  });

  it('give the tiles the hashes that are written down', () => {
    const nodes: Uint8Array[][] = [[], []];
    const tree = growingTree();
    for (const leaf of leaves)
      appendLeaf(tree, leaf, (height, _position, hash) => height % 8 === 0 && nodes[height / 8]?.push(hash));
    const digest = (hashes: readonly Uint8Array[]): string =>
      createHash('sha256').update(Buffer.concat(hashes)).digest('base64');
    const [level0 = [], level1 = []] = nodes;
    expect(digest(level0.slice(0, 256))).toBe(vectors.tile.sha256);
    expect(digest(level0.slice(256))).toBe(vectors.partialTile.sha256);
    expect(digest(level1)).toBe(vectors.level1.sha256);
  });

  it('call the good bundle good, up to n = 18 at size 60', () => {
    expect(judge(vectors.bundle)).toMatchObject({ findings: [], n: 18, size: 60, entries: 18, emptied: 0 });
  });

  const places: Record<string, string> = {
    'one character of a payload changed': 'entries[2].payload',
    'salt of another entry': 'entries[0].payload',
    'an entry left out of the middle': 'entries[3].entry',
    'two entries swapped': 'entries[1].entry',
    'entry says another time': 'entries[1].proof',
    'proof reversed': 'entries[1].proof',
    'tree size raised without a new signature': 'checkpoint',
    'index moved by one': 'entries[0].proof',
    'payload withheld without a covering fact': 'entries[1].payload',
  };

  it('hold nine bad bundles, each with a place of its own here', () => {
    expect(vectors.badBundles.map(({ why }) => why)).toEqual(Object.keys(places));
  });

  it.each(vectors.badBundles)('call the bundle bad and name the place: $why', ({ why, bundle }) => {
    expect(judge(bundle).findings[0]?.place).toBe(places[why]);
  });

  it('refuse duplicate members and half characters where JSON would let them pass', () => {
    expect(parseStrictJson('{"a":1,"a":2}')).toEqual({ wrong: 'says "a" twice' });
    expect(isWrong(parseStrictJson('["\\ud800"]'))).toBe(true);
    for (const { json } of vectors.canonical.accepted)
      expect(parseStrictJson(json)).toEqual({ value: JSON.parse(json) });
  });
});
