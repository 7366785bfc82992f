/**
 * The published RFC 6962 proof vectors of transparency-dev, each judged as published (see NOTICE and decision 0002).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyConsistency, verifyInclusion } from '../../scripts/verify/merkle.ts';

interface InclusionVector {
  leafIdx: number;
  treeSize: number;
  root: string;
  leafHash: string;
  proof: string[] | null;
  desc: string;
  wantErr: boolean;
  file: string;
}

interface ConsistencyVector {
  size1: number;
  size2: number;
  root1: string;
  root2: string;
  proof: string[] | null;
  desc: string;
  wantErr: boolean;
  file: string;
}

const vectors = JSON.parse(readFileSync(new URL('rfc6962-merkle-vectors.json', import.meta.url), 'utf8')) as {
  inclusion: InclusionVector[];
  consistency: ConsistencyVector[];
};
const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');

describe('the published Merkle vectors', () => {
  it('are all here: 49 of inclusion and 49 of consistency', () => {
    expect([vectors.inclusion.length, vectors.consistency.length]).toEqual([49, 49]);
  });

  it.each(vectors.inclusion)('inclusion: $file is judged as published', (vector) => {
    const claim = {
      leafHash: bytes(vector.leafHash),
      index: vector.leafIdx,
      size: vector.treeSize,
      root: bytes(vector.root),
      proof: (vector.proof ?? []).map(bytes),
    };
    expect(verifyInclusion(claim)).toBe(!vector.wantErr);
  });

  it.each(vectors.consistency)('consistency: $file is judged as published', (vector) => {
    const claim = {
      firstSize: vector.size1,
      firstRoot: bytes(vector.root1),
      secondSize: vector.size2,
      secondRoot: bytes(vector.root2),
      proof: (vector.proof ?? []).map(bytes),
    };
    expect(verifyConsistency(claim)).toBe(!vector.wantErr);
  });
});
