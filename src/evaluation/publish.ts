/**
 * How one recorded fact changes the registry.
 * Flow:    ledger (recorded facts) → here → registry.
 * Promise: pure; the registry given is not changed; a fact of another kind leaves it as it is.
 * Source:  docs/design.md 7 and 8.1.
 */

import type { FactOf, Instant, RecordedFact } from '../facts/fact.ts';
import type {
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
type PublishedFact = FactOf<'purpose.published' | 'notice.published' | 'ai-system.published' | 'recipient.published'>;

interface Place {
  readonly key: string;
  readonly version: number;
  readonly materialBecause?: readonly string[];
  readonly notPlain?: readonly PlainFinding[];
}

/** `body` is the payload without what the registry added to it, which is `place`. */
function published<B extends Body>(fact: PublishedFact, place: Place, body: B): Published<B> {
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

function purposeOf(fact: FactOf<'purpose.published'>): Purpose {
  const { v, key, version, materialBecause, notPlain, ...body } = fact.payload;
  const validity = body.consentValidity === undefined ? undefined : spanOf(body.consentValidity);
  return {
    ...published<DeclaredPurpose>(fact, { key, version, ...defined({ materialBecause, notPlain }) }, body),
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

function noticeOf(fact: FactOf<'notice.published'>): Notice {
  const { v, key, version, materialBecause, notPlain, ...body } = fact.payload;
  const place = { key, version, ...defined({ materialBecause, notPlain }) };
  return { ...published<DeclaredNotice>(fact, place, body), explicit: body.explicit ?? false };
}

/** What a notice about an AI system tells: who publishes need not say which change matters to it. */
const noticeMembers = [
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
  'optOut',
  'alternative',
  'appeal',
  'notice',
] as const satisfies readonly (keyof DeclaredAiSystem)[];
const noticeContentOf = (body: DeclaredAiSystem): string =>
  JSON.stringify(noticeMembers.map((member) => body[member] ?? null));

function aiSystemOf(fact: FactOf<'ai-system.published'>, before: AiSystem | undefined): AiSystem {
  const { v, key, version, notPlain, ...body } = fact.payload;
  const { purposes, dataCategories, status, humanOversight } = body;
  return {
    ...published<DeclaredAiSystem>(fact, { key, version, ...defined({ notPlain }) }, body),
    purposes: new Set(purposes),
    categories: new Set(dataCategories),
    retired: status === 'retired',
    oversight: humanOversight?.mode ?? 'none',
    sameNoticeSince:
      before !== undefined && noticeContentOf(before.body) === noticeContentOf(body) ? before.sameNoticeSince : version,
  };
}

function recipientOf(fact: FactOf<'recipient.published'>): Recipient {
  const { v, key, version, ...body } = fact.payload;
  return published<DeclaredRecipient>(fact, { key, version }, body);
}

function turnOf(fact: FactOf<'ai-system.suspended' | 'ai-system.resumed'>): SwitchTurn {
  const { key, reason, occurredAt } = fact.payload;
  const affectedSince = fact.kind === 'ai-system.suspended' ? fact.payload.affectedSince : undefined;
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
  const next = { ...registry, version: placeOf(fact) + 1 };
  switch (fact.kind) {
    case 'purpose.published':
      return { ...next, purposes: withMore(registry.purposes, purposeOf(fact)) };
    case 'notice.published':
      return withNotice(next, noticeOf(fact));
    case 'ai-system.published':
      return {
        ...next,
        aiSystems: withMore(registry.aiSystems, aiSystemOf(fact, registry.aiSystems.get(fact.payload.key)?.at(-1))),
      };
    case 'recipient.published':
      return {
        ...next,
        recipients: withMore(registry.recipients, recipientOf(fact)),
      };
    case 'ai-system.suspended':
    case 'ai-system.resumed':
      return { ...next, turns: withMore(registry.turns, turnOf(fact)) };
    default:
      return registry;
  }
}
