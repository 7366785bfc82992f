/**
 * Judges the package that answered a request: signed by whom you trust, each file as its manifest lists it, none more
 * and none less, and the evidence in it.
 * Flow:    the files of the package, trust → here → the page of the package (scripts/package-check).
 * Promise: only what stands inside the signed note counts; the list beside it is compared and never believed.
 * Source:  C2SP signed-note; docs/verifying.md.
 */
import { openNote } from './note.ts';
import { isCount, isObject, type JsonObject, parseStrictJson } from './strict-json.ts';
import type { Trust } from './trust.ts';
import { type BundleVerdict, verifyBundle } from './verify-bundle.ts';
import { renamed } from './vkey.ts';
import { type Finding, type Findings, isWrong, findings as noFindings, type Wrong, wrong } from './wrong.ts';

const VERSION = 'candor-package/v1';
export const MANIFEST = 'manifest.json';
const EVIDENCE = 'evidence.json';

/** A file of the package as it lies there. */
export interface PackageFile {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

interface PackageLaid {
  readonly manifest: string;
  /** Every file but the manifest, by its path within the package. */
  readonly files: ReadonlyMap<string, PackageFile>;
  readonly evidence?: Uint8Array;
}

interface PackageVerdict {
  readonly findings: readonly Finding[];
  readonly origin: string;
  readonly request: string;
  readonly files: number;
  readonly evidence?: BundleVerdict;
}

export function verifyPackage({ manifest, files, evidence }: PackageLaid, trust: Trust): PackageVerdict {
  const findings = noFindings();
  const opened = openManifest(manifest, trust, findings);
  if (isWrong(opened)) {
    findings.add(MANIFEST, opened.wrong);
    return { findings: findings.list, origin: '', request: '', files: 0 };
  }
  const listed = listOf(opened.content, findings);
  for (const [path, { bytes, sha256 }] of listed) {
    const laid = files.get(path);
    if (laid === undefined) findings.add(path, 'is missing');
    else if (laid.bytes !== bytes || laid.sha256 !== sha256) findings.add(path, 'is not as it was signed');
  }
  for (const path of files.keys()) if (!listed.has(path)) findings.add(path, 'is not in the signed list');
  const { request } = opened.content;
  const judged = evidence === undefined ? undefined : verifyBundle(evidence, trust);
  for (const { place, what } of judged?.findings ?? []) findings.add(`${EVIDENCE} ${place}`, what);
  return {
    findings: findings.list,
    origin: opened.origin,
    request: typeof request === 'string' ? request : '',
    files: listed.size,
    ...(judged === undefined ? {} : { evidence: judged }),
  };
}

interface Opened {
  readonly origin: string;
  readonly content: JsonObject;
}

function openManifest(text: string, trust: Trust, findings: Findings): Opened | Wrong {
  const json = parseStrictJson(text);
  if (isWrong(json)) return json;
  if (!isObject(json.value) || typeof json.value['signed'] !== 'string') return wrong('holds no signed note');
  const { signed, ...shown } = json.value;
  const keys = trust.keys.map((key) => renamed(key, `${key.name}/package`));
  const note = openNote(String(signed), keys);
  if (isWrong(note)) return note;
  const [version, origin = '', line = '', end] = note.text.split('\n');
  if (version !== VERSION || end !== '') return wrong('is of a version that this verifier does not know');
  if (note.signedBy.name !== `${origin}/package`) return wrong('is of another log than the one that signed it');
  const content = parseStrictJson(line);
  if (isWrong(content) || !isObject(content.value)) return wrong('is signed, and its list cannot be read');
  const one = content.value;
  for (const name of new Set([...Object.keys(shown), ...Object.keys(one)]))
    if (JSON.stringify(shown[name]) !== JSON.stringify(one[name]))
      findings.add(`${MANIFEST} ${name}`, 'is shown in another way than it was signed');
  return { origin, content: one };
}

function listOf(content: JsonObject, findings: Findings): ReadonlyMap<string, PackageFile> {
  const listed = new Map<string, PackageFile>();
  const files = Array.isArray(content['files']) ? content['files'] : undefined;
  if (files === undefined) findings.add(`${MANIFEST} files`, 'is not a list');
  for (const file of files ?? []) {
    const { path, bytes, sha256 } = isObject(file) ? file : {};
    if (typeof path !== 'string' || !isCount(bytes) || typeof sha256 !== 'string' || listed.has(path))
      findings.add(`${MANIFEST} files`, 'names a file that cannot be read, or twice');
    else listed.set(path, { bytes, sha256 });
  }
  return listed;
}
