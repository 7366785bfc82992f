/**
 * The certificate of an erasure as the API and the letter show it.
 * Flow:    http, ask-letter.ts → here.
 * Promise: nothing of the recorded certificate is left out; what stays is named with its ground and its end.
 * Source:  docs/design.md 6; docs/law.md 6.4.
 */

import type { Registry } from '../../evaluation/registry.ts';
import type { ErasureCertified } from '../../facts/erasure.ts';
import type { TextOrMap } from '../../language/text.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { ErasureMaterial, StayMaterial } from './erasure-letter.ts';

type Recorded = Partial<ErasureCertified>;

type Stay = NonNullable<Recorded['stays']>[number];
interface WithEnds extends Recorded {
  /** Holds that ended after the certificate was signed. */
  /** Named to the person alone, beside what the ledger keeps. */
  readonly recipients?: readonly {
    readonly recipient: string;
    readonly name?: TextOrMap;
    readonly providerOf?: readonly string[];
    readonly told?: string;
  }[];
  readonly ended?: readonly { readonly hold: string; readonly at: string }[];
}

const stayOf = ({ code, until, ...stay }: Stay) => ({ ...stay, ground: code, until: until ?? null });

export function showCertificate(certificate: unknown): Readonly<Record<string, unknown>> {
  const { v: _v, stays, unreadableHereAt, unreadableInBackupsFrom, ...rest } = (certificate ?? {}) as Recorded;
  return {
    ...rest,
    ...(stays === undefined ? {} : { stays: stays.map(stayOf) }),
    ...(unreadableHereAt === undefined ? {} : { erasedAt: unreadableHereAt, unreadableHere: unreadableHereAt }),
    ...defined({ unreadableInBackups: unreadableInBackupsFrom }),
  };
}

/** The request as far as its certificate names it, for when its own record has ended. */
export function requestOfCertificate(id: string, certificate: unknown): RequestRow | undefined {
  if (certificate === undefined) return undefined;
  const {
    regimes = [],
    receivedAt,
    unreadableHereAt,
  } = certificate as Recorded & {
    readonly regimes?: readonly string[];
    readonly receivedAt?: string;
  };
  const closedAt = Date.parse(unreadableHereAt ?? receivedAt ?? '');
  return {
    id,
    kind: 'erasure',
    regimes,
    state: 'fulfilled',
    channel: 'staff',
    receivedAt: receivedAt === undefined ? closedAt : Date.parse(receivedAt),
    dueAt: closedAt,
    closedAt,
    clock: { rule: '', source: '', words: '' },
    verification: 'none',
    extended: false,
    appealed: false,
  };
}

export function erasureMaterial(
  certificate: unknown,
  { closedAt, registry }: { readonly closedAt: number; readonly registry: Registry },
): ErasureMaterial {
  const {
    covers,
    stays,
    ended = [],
    unreadableHereAt,
    unreadableInBackupsFrom,
    recipients,
    systems = [],
    traces,
  } = (certificate ?? {}) as WithEnds;
  const endOf = ({ hold }: Stay): number | undefined => {
    const end = hold === undefined ? undefined : ended.find((each) => each.hold === hold);
    return end === undefined ? undefined : Date.parse(end.at);
  };
  const here = unreadableHereAt === undefined ? closedAt : Date.parse(unreadableHereAt);
  return {
    unreadableHereAt: here,
    unreadableInBackupsAt: unreadableInBackupsFrom === undefined ? here : Date.parse(unreadableInBackupsFrom),
    entries: (covers ?? []).reduce((sum, { from, to }) => sum + to - from + 1, 0),
    recipients: (recipients ?? []).map(({ recipient, name, providerOf = [], told }) => ({
      name: name ?? recipient,
      hasRead: told === 'told',
      provides: providerOf.map((key) => registry.aiSystems.get(key)?.at(-1)?.body.name ?? key),
    })),
    systems: systems.map(({ name }) => name),
    ...defined({ traces }),
    stays: (stays ?? []).map((stay) =>
      materialOf(stay, { endedAt: endOf(stay), name: registry.purposes.get(stay.purpose ?? '')?.at(-1)?.body.name }),
    ),
  };
}

interface Known {
  readonly endedAt: number | undefined;
  readonly name: TextOrMap | undefined;
}

const materialOf = ({ what, code, on, purpose, until }: Stay, { endedAt, name }: Known): StayMaterial => ({
  what,
  code,
  ...defined({ on }),
  ...(purpose === undefined ? {} : { purpose: name ?? purpose }),
  ...(until === undefined ? {} : { until: Date.parse(until) }),
  ...defined({ endedAt }),
});
