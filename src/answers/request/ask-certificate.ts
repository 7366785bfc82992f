/**
 * The certificate of an erasure with what has become known since it was signed: which recipients have read of it.
 * Flow:    http, ask-letter.ts → here → ports/reads (certificate, registry, how far each reader came).
 * Promise: a recipient counts as told only where it is bound to a reader of the feed and that reader has come past the
 *          word of this erasure; the signed note stays as it was.
 * Source:  GDPR 19; decision 0028; decision 0038.
 */
import type { Reads } from '../../ports/reads.ts';
import { timeOf } from '../../vocabulary/instant.ts';

interface Certified {
  readonly toldPosition?: number;
  readonly recipients?: readonly { readonly recipient: string; readonly told: string }[];
}

export async function askCertificate(reads: Reads, request: string): Promise<object | undefined> {
  const certificate = (await reads.certificate(request)) as Certified | undefined;
  const { toldPosition, recipients } = certificate ?? {};
  if (toldPosition === undefined || recipients === undefined) return certificate;
  const registry = await reads.registry();
  const known = recipients.map(async (each) => {
    const reader = registry.recipients.get(each.recipient)?.at(-1)?.body.reader;
    const read = reader === undefined ? undefined : await reads.feedReadBy(reads.actorOf(reader));
    if (read === undefined || read.position < toldPosition) return each;
    return { ...each, told: 'told', readBy: timeOf(read.at) };
  });
  return { ...certificate, recipients: await Promise.all(known) };
}
