/**
 * A trust policy: which logs are believed, and which outside witnesses must have seen a checkpoint too.
 * Flow:    arguments → here → trust (log keys), checkpoint (quorum).
 * Promise: a line that cannot be read, or a group that names nobody, MUST refuse the whole policy.
 * Source:  C2SP tlog-policy, tlog-cosignature (cosignature/v1 with Ed25519; ML-DSA witnesses are refused, not skipped).
 */
import { verify } from 'node:crypto';
import { utf8 } from './bytes.ts';
import type { Checkpoint } from './checkpoint.ts';
import { COSIGNATURE_V1, ED25519, parseVkey, type Vkey } from './vkey.ts';
import { isWrong, type Wrong, wrong } from './wrong.ts';

interface Group {
  readonly needed: number;
  readonly members: readonly string[];
}

export interface Policy {
  readonly logs: readonly Vkey[];
  readonly witnesses: ReadonlyMap<string, Vkey>;
  readonly groups: ReadonlyMap<string, Group>;
  /** The witness or group that must have signed; undefined for `quorum none`. */
  readonly quorum?: string;
}

interface Reading {
  readonly logs: Vkey[];
  readonly witnesses: Map<string, Vkey>;
  readonly groups: Map<string, Group>;
  quorum?: string;
}

export function parsePolicy(text: string): Policy | Wrong {
  const reading: Reading = { logs: [], witnesses: new Map(), groups: new Map() };
  for (const [at, line] of text.split('\n').entries()) {
    const words = line.trim().split(/\s+/);
    if (words[0] === '' || words[0]?.startsWith('#')) continue;
    const fault = readLine(reading, words);
    if (fault !== undefined) return wrong(`line ${at + 1} ${fault.wrong}`);
  }
  if (reading.logs.length === 0) return wrong('names no log');
  if (reading.quorum === undefined) return wrong('has no quorum line (write `quorum none` where no witness is needed)');
  const { quorum, ...rest } = reading;
  return quorum === 'none' ? rest : { ...rest, quorum };
}

function readLine(reading: Reading, [word, ...rest]: readonly string[]): Wrong | undefined {
  switch (word) {
    case 'log':
      return readLog(reading, rest);
    case 'witness':
      return readWitness(reading, rest);
    case 'group':
      return readGroup(reading, rest);
    case 'quorum':
      return readQuorum(reading, rest);
    default:
      return wrong(`begins with "${word}", which this verifier does not know`);
  }
}

function readLog(reading: Reading, [vkeyText, , more]: readonly string[]): Wrong | undefined {
  const vkey = vkeyText === undefined || more !== undefined ? wrong('is not `log <vkey> [url]`') : parseVkey(vkeyText);
  if (isWrong(vkey)) return vkey;
  if (vkey.algorithm !== ED25519) return wrong('names a log key of another kind');
  reading.logs.push(vkey);
  return undefined;
}

function readWitness(reading: Reading, [name, vkeyText, , more]: readonly string[]): Wrong | undefined {
  if (name === undefined || vkeyText === undefined || more !== undefined)
    return wrong('is not `witness <name> <vkey> [url]`');
  if (isTaken(reading, name)) return wrong(`uses the name "${name}" a second time`);
  const vkey = parseVkey(vkeyText);
  if (isWrong(vkey)) return vkey;
  if (vkey.algorithm !== COSIGNATURE_V1) return wrong('names a witness key of a kind that this verifier cannot check');
  reading.witnesses.set(name, vkey);
  return undefined;
}

function readGroup(reading: Reading, [name, word, ...members]: readonly string[]): Wrong | undefined {
  if (name === undefined || word === undefined || members.length === 0)
    return wrong('is not `group <name> all|any|<k> <member>...`');
  if (isTaken(reading, name)) return wrong(`uses the name "${name}" a second time`);
  const stranger = members.find((member) => !reading.witnesses.has(member) && !reading.groups.has(member));
  if (stranger !== undefined) return wrong(`names "${stranger}", which no line above it defines`);
  if (new Set(members).size !== members.length) return wrong('names a member twice');
  const needed = word === 'all' ? members.length : word === 'any' ? 1 : /^[1-9]\d*$/.test(word) ? Number(word) : 0;
  if (needed < 1 || needed > members.length) return wrong(`asks for "${word}" of ${members.length} members`);
  reading.groups.set(name, { needed, members });
  return undefined;
}

function readQuorum(reading: Reading, [name, more]: readonly string[]): Wrong | undefined {
  if (name === undefined || more !== undefined || reading.quorum !== undefined)
    return wrong('is not the one `quorum <name>|none`');
  if (name !== 'none' && !isTaken(reading, name)) return wrong(`names "${name}", which no line above it defines`);
  reading.quorum = name;
  return undefined;
}

const isTaken = (reading: Reading, name: string): boolean =>
  name === 'none' || reading.witnesses.has(name) || reading.groups.has(name);

/** Undefined when enough witnesses signed the checkpoint, else what is missing. */
export function missingQuorum(policy: Policy, checkpoint: Checkpoint): Wrong | undefined {
  if (policy.quorum === undefined) return undefined;
  return hasSigned(policy, checkpoint, policy.quorum)
    ? undefined
    : wrong(`has too few witness signatures for the quorum "${policy.quorum}"`);
}

function hasSigned(policy: Policy, checkpoint: Checkpoint, name: string): boolean {
  const group = policy.groups.get(name);
  if (group !== undefined)
    return group.members.filter((member) => hasSigned(policy, checkpoint, member)).length >= group.needed;
  const witness = policy.witnesses.get(name);
  return (
    witness !== undefined && checkpoint.signatures.some((signature) => isCosignature(witness, checkpoint, signature))
  );
}

/** Payload of a cosignature/v1: eight bytes of time, then the Ed25519 signature over time and checkpoint. */
function isCosignature(witness: Vkey, checkpoint: Checkpoint, signature: Checkpoint['signatures'][number]): boolean {
  if (signature.name !== witness.name || signature.id !== witness.id || signature.bytes.length !== 72) return false;
  const time = Buffer.from(signature.bytes).readBigUInt64BE(0);
  const signed = utf8(`cosignature/v1\ntime ${time}\n${checkpoint.text}`);
  return verify(null, signed, witness.publicKey, signature.bytes.subarray(8));
}
