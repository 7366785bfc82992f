/**
 * Whether an answer was signed by a processor that speaks OpenDSR, and the id under which one is asked.
 * Flow:    composed/connected → here → connectors/opendsr.
 * Promise: a signature counts only by a certificate that is for the processor's domain and in its time; the same work
 *          has the same id, whoever asks again after a kill.
 * Source:  OpenDSR 2.0; decision 0142.
 */
import { verify, X509Certificate } from 'node:crypto';
import { sha256 } from './hashes.ts';

interface SignedAnswer {
  /** PEM. */
  readonly certificate: string;
  readonly domain: string;
  readonly at: number;
  readonly body: Uint8Array;
  /** Base64; long ones come in lines. */
  readonly signature: string;
}

export function isSignedByProcessor({ certificate, domain, at, body, signature }: SignedAnswer): boolean {
  try {
    const known = new X509Certificate(certificate);
    const isInTime = Date.parse(known.validFrom) <= at && at <= Date.parse(known.validTo);
    if (!isInTime || known.checkHost(domain) === undefined) return false;
    return verify('sha256', body, known.publicKey, Buffer.from(signature.replace(/\s/g, ''), 'base64'));
  } catch {
    return false;
  }
}

/** A UUID in the form of version 4 that says nothing of what it stands for. */
export function uuidFor(text: string): string {
  const bytes = Buffer.from(sha256(text)).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
