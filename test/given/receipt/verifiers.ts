/**
 * Two judges of proof files that nobody here wrote: the packages of Go's checksum database, and sigstore's verifier.
 * Flow:    journeys/receipts.test.ts → here → `go run`, @sigstore/verify.
 * Promise: each is given the file, the key and the leaf, and nothing of ours judges beside it.
 * Source:  C2SP tlog-proof.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../src/root.ts';
import { jwkOf } from '../../../src/vocabulary/verifier-key.ts';

export interface Judged {
  readonly accepted: boolean;
  readonly said: string;
}
type Judge = (vkey: string, proof: string) => Judged;

/** What the extra data of a proof file opens: the leaf, and what it commits to. */
export function openedIn(proof: string): { readonly entry: Buffer; readonly salt: Buffer; readonly payload: string } {
  const [, extra = ''] = /^extra (.*)$/m.exec(proof) ?? [];
  const { entry, salt, payload } = JSON.parse(Buffer.from(extra, 'base64').toString());
  return { entry: Buffer.from(entry, 'base64'), salt: Buffer.from(salt, 'base64'), payload };
}

const goIn = [...globSync('/usr/lib/go-*/bin/go'), ...globSync('/usr/local/go/bin/go')].at(-1);
const gopath = '/usr/share/gocode';
/** Debian: `golang-go` (or `golang-1.19-go` with `golang-1.19-src`) and `golang-golang-x-mod-dev`. */
export const hasGo = goIn !== undefined && existsSync(join(gopath, 'src/golang.org/x/mod/sumdb/tlog'));

/** Compiles the judge once; gives it, and how to remove it. */
export function goJudge(): { readonly judge: Judge; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'candor-go-'));
  const program = join(folder, 'tlog-proof');
  const env = { ...process.env, GO111MODULE: 'off', GOPATH: gopath, GOCACHE: join(folder, 'cache'), GOFLAGS: '' };
  execFileSync(goIn ?? 'go', ['build', '-o', program, join(root, 'test/given/receipt/tlog-proof.go')], { env });
  const judge: Judge = (vkey, proof) => {
    const [file, leaf] = [join(folder, 'proof'), join(folder, 'leaf')];
    writeFileSync(file, proof);
    writeFileSync(leaf, openedIn(proof).entry);
    const { status, stdout, stderr } = spawnSync(program, [vkey, file, leaf], { encoding: 'utf8' });
    return { accepted: status === 0, said: `${stdout}${stderr}` };
  };
  return { judge, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const load = createRequire(import.meta.url);
const inSigstore = (path: string) => load(join(root, 'node_modules/@sigstore/verify/dist', path));

export const sigstoreJudge: Judge = (vkey, proof) => {
  const { verifyCheckpoint } = inSigstore('tlog/checkpoint.js');
  const { verifyMerkleInclusion } = inSigstore('tlog/merkle.js');
  const [head = '', ...rest] = proof.split('\n\n');
  const lines = head.split('\n');
  const jwk = jwkOf(vkey);
  const [name = '', id = ''] = vkey.split('+');
  const log = {
    logID: Buffer.from(id, 'hex'),
    baseURL: `https://${name}`,
    publicKey: createPublicKey({ key: { ...jwk }, format: 'jwk' }),
  };
  const entry = {
    canonicalizedBody: openedIn(proof).entry,
    inclusionProof: {
      logIndex: /^index (\d+)$/m.exec(head)?.[1] ?? '',
      hashes: lines.slice(3).map((hash) => Buffer.from(hash, 'base64')),
      checkpoint: { envelope: rest.join('\n\n') },
    },
  };
  try {
    verifyMerkleInclusion(entry, verifyCheckpoint(entry, [log]));
    return { accepted: true, said: '' };
  } catch (refused) {
    return { accepted: false, said: String(refused) };
  }
};
