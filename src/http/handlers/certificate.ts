/**
 * The certificate of an erasure as the API and the letter show it.
 * Flow:    people, requests → here.
 * Promise: nothing of the recorded certificate is left out; what stays is named with its ground and its end.
 * Source:  DESIGN section 6; LAW 6.4.
 */
import type { ErasureMaterial } from '../../answers/request/erasure-letter.ts';
import type { ErasureCertified } from '../../facts/erasure.ts';

type Recorded = Partial<ErasureCertified>;

const stayOf = ({ what, code, until }: NonNullable<Recorded['stays']>[number]) => ({ what, ground: code, until: until ?? null });

export function shownCertificate(certificate: unknown): Readonly<Record<string, unknown>> {
  const { v: _v, stays, unreadableHereAt, unreadableInBackupsFrom, ...rest } = (certificate ?? {}) as Recorded;
  return {
    ...rest,
    ...(stays === undefined ? {} : { stays: stays.map(stayOf) }),
    ...(unreadableHereAt === undefined ? {} : { erasedAt: unreadableHereAt, unreadableHere: unreadableHereAt }),
    ...(unreadableInBackupsFrom === undefined ? {} : { unreadableInBackups: unreadableInBackupsFrom }),
  };
}

export function erasureMaterial(certificate: unknown, closedAt: number): ErasureMaterial {
  const { covers, stays, unreadableHereAt, unreadableInBackupsFrom } = (certificate ?? {}) as Recorded;
  const here = unreadableHereAt === undefined ? closedAt : Date.parse(unreadableHereAt);
  return {
    unreadableHereAt: here,
    unreadableInBackupsAt: unreadableInBackupsFrom === undefined ? here : Date.parse(unreadableInBackupsFrom),
    entries: (covers ?? []).reduce((sum, { from, to }) => sum + to - from + 1, 0),
    stays: (stays ?? []).map(({ what, code, until }) => ({
      what,
      ...(code === undefined ? {} : { code }),
      ...(until === undefined ? {} : { until: Date.parse(until) }),
    })),
  };
}
