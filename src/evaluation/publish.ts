/**
 * How one recorded fact changes the registry.
 * Flow:    ledger (recorded facts) → here → registry.
 * Promise: pure; the registry given is not changed; a fact of another kind leaves it as it is.
 * Source:  docs/design.md 7 and 8.1.
 */

import type { Instant, RecordedFact } from '../facts/fact.ts';
import type {
  AiSystemSuspended,
  DeclaredAiSystem,
  DeclaredNotice,
  DeclaredPurpose,
  DeclaredRecipient,
  PlainFinding,
} from '../facts/registry.ts';
import { defined } from '../vocabulary/defined.ts';
import { placeOf } from '../vocabulary/place.ts';
import type { AiSystem, Notice, Published, Purpose, Recipient, Registry, SwitchTurn } from './registry.ts';
import { spanOf } from './span.ts';

type Body = { readonly effectiveFrom?: string; readonly material?: boolean };
type Place = {
  readonly key: string;
  readonly version: number;
  readonly materialBecause?: readonly string[];
  readonly notPlain?: readonly PlainFinding[];
};

/** The body without what the registry added to it. */
function bodyOf<B>(payload: object): B {
  const { v, key, version, materialBecause, notPlain, ...body } = payload as Record<string, unknown>;
  return body as B;
}

function published<B extends Body>(fact: RecordedFact): Published<B> {
  const place = fact.payload as unknown as Place;
  const body = bodyOf<B>(fact.payload);
  return {
    key: place.key,
    version: place.version,
    body,
    at: fact.at,
    effectiveFrom: instantOr(body.effectiveFrom, fact.at),
    material: place.materialBecause !== undefined || (body.material ?? true),
    ...(place.notPlain === undefined ? {} : { plainLanguage: { overriddenBy: fact.actor, findings: place.notPlain } }),
    fact: fact.id,
    kind: fact.kind,
    log: fact.log,
    index: fact.index,
  };
}

function purposeOf(fact: RecordedFact): Purpose {
  const version = published<DeclaredPurpose>(fact);
  const body = version.body;
  const validity = body.consentValidity === undefined ? undefined : spanOf(body.consentValidity);
  return {
    ...version,
    legalBasis: body.legalBasis,
    categories: body.dataCategories,
    significant: body.significant ?? body.kind === 'automated-decision',
    saleOrShare: body.saleOrShare ?? body.kind === 'sharing',
    forMarketing: body.forMarketing ?? body.kind === 'marketing',
    sensitive: body.sensitive ?? false,
    onlineService: body.onlineService ?? true,
    ...defined({ validity }),
  };
}

function noticeOf(fact: RecordedFact): Notice {
  const version = published<DeclaredNotice>(fact);
  return { ...version, explicit: version.body.explicit ?? false };
}

/** What a notice about an AI system tells: who publishes need not say which change matters to it. */
const toldInNotice = [
  ...[
    'name',
    'purposes',
    'dataCategories',
    'decisionTypes',
    'logic',
    'outputType',
    'outputUse',
    'soleFactor',
    'otherFactors',
    'humanOversight',
  ],
  ...['optOut', 'alternative', 'appeal', 'notice'],
];
const toldOf = (body: DeclaredAiSystem): string =>
  JSON.stringify(toldInNotice.map((member) => (body as Readonly<Record<string, unknown>>)[member] ?? null));

function aiSystemOf(fact: RecordedFact, before: AiSystem | undefined): AiSystem {
  const version = published<DeclaredAiSystem>(fact);
  const { purposes, dataCategories, status, humanOversight } = version.body;
  return {
    ...version,
    purposes: new Set(purposes),
    categories: new Set(dataCategories),
    retired: status === 'retired',
    oversight: humanOversight?.mode ?? 'none',
    sameNoticeSince:
      before !== undefined && toldOf(before.body) === toldOf(version.body) ? before.sameNoticeSince : version.version,
  };
}

function turnOf(fact: RecordedFact): SwitchTurn {
  const { key, reason, occurredAt, affectedSince } = fact.payload as unknown as AiSystemSuspended;
  return {
    key,
    stopped: fact.kind === 'ai-system.suspended',
    occurredAt: instantOr(occurredAt, fact.at),
    at: fact.at,
    ...defined({ reason }),
    ...(affectedSince === undefined ? {} : { affectedSince: Date.parse(affectedSince) }),
    by: fact.actor,
    fact: fact.id,
    kind: fact.kind,
    log: fact.log,
    index: fact.index,
  };
}

const instantOr = (text: string | undefined, otherwise: Instant): Instant =>
  text === undefined ? otherwise : Date.parse(text);

function withMore<P extends { readonly key: string }>(
  map: ReadonlyMap<string, readonly P[]>,
  more: P,
): ReadonlyMap<string, readonly P[]> {
  return new Map(map).set(more.key, [...(map.get(more.key) ?? []), more]);
}

function withNotice(registry: Registry, notice: Notice): Registry {
  const noticesByPurpose = new Map(registry.noticesByPurpose);
  for (const purpose of notice.body.purposes) {
    const keys = noticesByPurpose.get(purpose) ?? [];
    if (!keys.includes(notice.key)) noticesByPurpose.set(purpose, [...keys, notice.key]);
  }
  return { ...registry, notices: withMore(registry.notices, notice), noticesByPurpose };
}

export function applyRegistryFact(registry: Registry, fact: RecordedFact): Registry {
  const version = placeOf(fact) + 1;
  switch (fact.kind) {
    case 'purpose.published':
      return { ...registry, version, purposes: withMore(registry.purposes, purposeOf(fact)) };
    case 'notice.published':
      return withNotice({ ...registry, version }, noticeOf(fact));
    case 'ai-system.published':
      return {
        ...registry,
        version,
        aiSystems: withMore(
          registry.aiSystems,
          aiSystemOf(fact, registry.aiSystems.get(String(fact.payload.key))?.at(-1)),
        ),
      };
    case 'recipient.published':
      return {
        ...registry,
        version,
        recipients: withMore(registry.recipients, published<DeclaredRecipient>(fact) satisfies Recipient),
      };
    case 'ai-system.suspended':
    case 'ai-system.resumed':
      return { ...registry, version, turns: withMore(registry.turns, turnOf(fact)) };
    default:
      return registry;
  }
}
