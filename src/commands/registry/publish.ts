/**
 * The company declares a purpose, a notice, an AI system or a recipient.
 * Flow:    http (PUT /v1/purposes/{key} and the like), import → here → facts `purpose.published` and the like.
 * Promise: the same body again is the same version; any other body is the next one. A basis that the law of a regime
 *          does not know is refused, and so is a text for people that is not plain, unless somebody says why.
 * Source:  docs/design.md 7 and 8.1; decision 0005.
 */

import { applyRegistryFact } from '../../evaluation/publish.ts';
import type { Published, Registry } from '../../evaluation/registry.ts';
import { namedPurposeWarnings, purposeWarnings, shownVersion } from '../../evaluation/shown-version.ts';
import type { Instant, NewFactOf } from '../../facts/fact.ts';
import type { FactKind } from '../../facts/facts.ts';
import type {
  DeclaredAiSystem,
  DeclaredNotice,
  DeclaredPurpose,
  DeclaredRecipient,
  PlainFinding,
} from '../../facts/registry.ts';
import { isSameBody } from '../../facts/same-body.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { type MaterialReason, noticeForces, purposeForces } from './material.ts';
import { gateOf, letThrough, refusedBy } from './plain-enough.ts';
import { unfitCatalogue } from './unfit-catalogue.ts';
import { unfitPurpose } from './unfit-purpose.ts';

const draws = { fact: 'fact' } as const;

interface Publish<B> {
  readonly key: string;
  readonly body: B;
}

interface PublishedVersion {
  readonly isNew: boolean;
  readonly shown: Readonly<Record<string, unknown>>;
}

/** What the registry adds to a body as it is published. */
interface Added {
  readonly v: 1;
  readonly key: string;
  readonly version: number;
  readonly materialBecause?: MaterialReason[];
  readonly notPlain?: PlainFinding[];
}

type PublishedKind = Extract<FactKind, `${string}.published`>;

/** What differs between the four areas. */
interface Area<B extends object> {
  readonly area: 'purpose' | 'notice' | 'ai-system' | 'recipient';
  readonly fact: (id: string, body: B, added: Added) => NewFactOf<PublishedKind>;
  readonly versions: (registry: Registry, key: string) => readonly Published<B>[] | undefined;
  readonly unfit?: (body: B, now: Instant) => Problem | undefined;
  readonly forces?: (before: B, after: B) => readonly MaterialReason[];
  readonly warnings: (
    registry: Registry,
    key: string,
    about: { readonly defaultRegime: string; readonly on: Instant },
  ) => readonly string[];
}

function decideIn<B extends object>(
  area: Area<B>,
  state: State,
  asked: { readonly command: Command<Publish<B>, typeof draws>; readonly now: Instant },
): Decided<PublishedVersion> | Problem {
  const { command, now } = asked;
  const { key, body } = command.input;
  const about = { defaultRegime: state.defaultRegime, on: now };
  const wrong = area.unfit?.(body, now);
  if (wrong !== undefined) return wrong;
  const last = area.versions(state.registry, key)?.at(-1);
  if (last !== undefined && isSameBody(last.body, body)) {
    return {
      facts: [],
      result: { isNew: false, shown: shownVersion(last, area.warnings(state.registry, key, about)) },
    };
  }
  const gate = gateOf(area.area, body);
  const refused = refusedBy(gate, body);
  if (refused !== undefined) return refused;
  const forced =
    last === undefined || (body as { readonly material?: boolean }).material !== false
      ? []
      : (area.forces?.(last.body, body) ?? []);
  const materialBecause = forced.length === 0 ? {} : { materialBecause: [...forced] };
  const added = { v: 1, key, version: (last?.version ?? 0) + 1, ...materialBecause, ...letThrough(gate) } as const;
  const fact = area.fact(command.ids.fact, body, added);
  const after = applyRegistryFact(state.registry, {
    ...fact,
    log: 0,
    index: 0,
    leafHash: new Uint8Array(),
    at: now,
    actor: command.caller.actor,
  });
  const version = area.versions(after, key)?.at(-1) as Published<B>;
  const more = [
    ...(forced.length === 0 ? [] : ['material-all-the-same']),
    ...(gate.hasUnmeasured ? ['language-not-measured'] : []),
  ];
  const warnings = [...area.warnings(after, key, about), ...more];
  return { facts: [fact], result: { isNew: true, shown: shownVersion(version, warnings) } };
}

const publishIn = <B extends object>(area: Area<B>): CommandRule<Publish<B>, PublishedVersion, typeof draws> => ({
  kind: `${area.area}.publish`,
  draws: () => draws,
  keys: () => ({ registry: 'write' }),
  decide: (state, command, now) => decideIn(area, state, { command, now }),
  reply: ({ isNew, shown }, entry) => ({ status: isNew ? 201 : 200, body: { ...shown, ...defined({ entry }) } }),
});

export const publishPurpose = publishIn<DeclaredPurpose>({
  area: 'purpose',
  fact: (id, body, added) => ({ id, kind: 'purpose.published', payload: { ...body, ...added } }),
  versions: (registry, key) => registry.purposes.get(key),
  unfit: unfitPurpose,
  forces: purposeForces,
  warnings: (registry, key, about) => {
    const purpose = registry.purposes.get(key)?.at(-1);
    return purpose === undefined ? [] : purposeWarnings(purpose, registry, about);
  },
});

export const publishNotice = publishIn<DeclaredNotice>({
  area: 'notice',
  fact: (id, body, added) => ({ id, kind: 'notice.published', payload: { ...body, ...added } }),
  versions: (registry, key) => registry.notices.get(key),
  forces: noticeForces,
  warnings: (registry, key) => namedPurposeWarnings(registry.notices.get(key)?.at(-1)?.body.purposes ?? [], registry),
});

export const publishAiSystem = publishIn<DeclaredAiSystem>({
  area: 'ai-system',
  fact: (id, body, added) => ({ id, kind: 'ai-system.published', payload: { ...body, ...added } }),
  versions: (registry, key) => registry.aiSystems.get(key),
  unfit: unfitCatalogue,
  warnings: (registry, key) => namedPurposeWarnings(registry.aiSystems.get(key)?.at(-1)?.body.purposes ?? [], registry),
});

export const publishRecipient = publishIn<DeclaredRecipient>({
  area: 'recipient',
  fact: (id, body, added) => ({ id, kind: 'recipient.published', payload: { ...body, ...added } }),
  versions: (registry, key) => registry.recipients.get(key),
  warnings: () => [],
});
