/**
 * Who may hold something of a person: published recipients and providers of the AI systems that used or judged their
 * data, and recipients of the purposes.
 * Flow:    ledger/recipients (what used the data) → here, with the registry → the certificate of an erasure, answers
 *          about corrections.
 * Promise: only whom the company published is named; of one that names no purpose nobody can say that it got nothing.
 * Source:  GDPR 19; decision 0028; decision 0106.
 */
import { defined } from '../vocabulary/defined.ts';
import type { Registry } from './registry.ts';

/** Whom the company published, and who may hold something of a person. */
export interface NotifiedRecipient {
  readonly recipient: string;
  /** The AI systems that it provides, where it is named by them and not by itself. */
  readonly providerOf?: readonly string[];
  /** By language; absent where the key was never published. */
  readonly name?: Readonly<Record<string, string>>;
}

/** The AI systems that used or judged a person's data, and what for. */
export interface GotFrom {
  readonly systems: ReadonlySet<string>;
  readonly purposes: ReadonlySet<string>;
}

export function recipientsIn({ systems, purposes }: GotFrom, registry: Registry): readonly NotifiedRecipient[] {
  const bySystem = [...systems].flatMap((system) =>
    (registry.aiSystems.get(system) ?? []).flatMap(({ body }) => keysIn(body, 'recipients')),
  );
  const byPurpose = [...registry.recipients].flatMap(([key, versions]) =>
    versions.some(({ body }) => mayHold(body, purposes)) ? [key] : [],
  );
  const named = [...new Set([...bySystem, ...byPurpose])].sort().map((recipient) => {
    const name = registry.recipients.get(recipient)?.at(-1)?.body.name;
    return { recipient, ...defined({ name }) };
  });
  return [...named, ...providersOf([...systems].sort(), registry, named)];
}

const alike = (name: string): string => name.trim().toLowerCase();

/** Whoever provides a system that used the data may hold some of it, in any version; what we make ourselves is ours. */
function providersOf(
  systems: readonly string[],
  registry: Registry,
  named: readonly NotifiedRecipient[],
): readonly NotifiedRecipient[] {
  const listed = new Set(named.flatMap(({ name = {} }) => Object.values(name).map(alike)));
  const found = new Map<string, { readonly recipient: string; readonly providerOf: Set<string> }>();
  for (const system of systems) {
    for (const { body } of registry.aiSystems.get(system) ?? []) {
      const { provider, role = 'deployer' } = body;
      if (provider === undefined || role !== 'deployer' || listed.has(alike(provider))) continue;
      const one = found.get(alike(provider)) ?? { recipient: provider, providerOf: new Set() };
      one.providerOf.add(system);
      found.set(alike(provider), one);
    }
  }
  return [...found.values()].map(({ recipient, providerOf }) => ({ recipient, providerOf: [...providerOf] }));
}

/** Of a recipient that names no purpose, nobody can say that it got nothing. */
function mayHold(body: object, purposes: ReadonlySet<string>): boolean {
  const named = keysIn(body, 'purposes');
  return named.length === 0 || named.some((purpose) => purposes.has(purpose));
}

function keysIn(body: object, member: string): readonly string[] {
  const value = (body as Readonly<Record<string, unknown>>)[member];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
