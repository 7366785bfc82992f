/**
 * Everything the company has declared, with every version: purposes, notices, AI systems, recipients and stops.
 * Flow:    views/registry (folded facts) → here → evaluate, commands, answers.
 * Promise: an immutable value; what an evaluation asks is ready to be read, nothing is worked out per question.
 * Source:  docs/design.md 7 and 8.1.
 */
import type { Actor, Instant } from '../facts/fact.ts';
import type {
  DeclaredAiSystem,
  DeclaredNotice,
  DeclaredPurpose,
  DeclaredRecipient,
  PlainFinding,
} from '../facts/registry.ts';
import type { OversightMode } from '../vocabulary/ai-system.ts';
import type { LegalBasis } from '../vocabulary/basis.ts';
import type { Span } from './span.ts';

/** One published version and where it stands in the ledger. */
export interface Published<B> {
  readonly key: string;
  /** From 1. */
  readonly version: number;
  /** The body exactly as it was published. */
  readonly body: B;
  readonly at: Instant;
  readonly effectiveFrom: Instant;
  /** Consents given before it no longer count. */
  readonly material: boolean;
  /**
   * Who published texts that the gate for plain language had refused, and what it had said; the reason stands in the
   * body.
   */
  readonly plainLanguage?: { readonly overriddenBy: Actor; readonly findings: readonly PlainFinding[] };
  /** The fact that published it. */
  readonly fact: string;
  readonly kind: string;
  readonly log: number;
  readonly index: number;
}

export interface Purpose extends Published<DeclaredPurpose> {
  readonly legalBasis: Readonly<Record<string, LegalBasis>>;
  readonly categories: readonly string[];
  readonly significant: boolean;
  readonly saleOrShare: boolean;
  readonly forMarketing: boolean;
  readonly sensitive: boolean;
  readonly onlineService: boolean;
  readonly validity?: Span;
}

export interface Notice extends Published<DeclaredNotice> {
  readonly explicit: boolean;
}

export interface AiSystem extends Published<DeclaredAiSystem> {
  readonly purposes: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly retired: boolean;
  readonly oversight: OversightMode;
  /** The oldest version from which on a notice about it would have read the same. */
  readonly sameNoticeSince: number;
}

export type Recipient = Published<DeclaredRecipient>;

/** One turn of the stop switch. */
export interface SwitchTurn {
  readonly key: string;
  readonly stopped: boolean;
  /** When it happened; when it was recorded where nothing was said. */
  readonly occurredAt: Instant;
  readonly at: Instant;
  readonly reason?: Readonly<Record<string, string>>;
  /** From when on the results are doubted. */
  readonly affectedSince?: Instant;
  /** Who turned it. */
  readonly by: Actor;
  readonly fact: string;
  readonly kind: string;
  readonly log: number;
  readonly index: number;
}

type Versions<P> = ReadonlyMap<string, readonly P[]>;

export interface Registry {
  /** Place of the newest registry fact over all logs + 1; 0 when nothing is published. */
  readonly version: number;
  /** Versions by key, oldest first. */
  readonly purposes: Versions<Purpose>;
  readonly notices: Versions<Notice>;
  readonly aiSystems: Versions<AiSystem>;
  readonly recipients: Versions<Recipient>;
  /** Turns of the stop switch by AI system, in the order they were recorded. */
  readonly turns: Versions<SwitchTurn>;
  /** Keys of the notices that ever named a purpose, by purpose. */
  readonly noticesByPurpose: Versions<string>;
}

export const emptyRegistry: Registry = {
  version: 0,
  purposes: new Map(),
  notices: new Map(),
  aiSystems: new Map(),
  recipients: new Map(),
  turns: new Map(),
  noticesByPurpose: new Map(),
};

/** The newest version that has come into force, or undefined before the first one has. */
export function inForce<P extends { readonly effectiveFrom: Instant }>(
  versions: readonly P[] | undefined,
  on: Instant,
): P | undefined {
  if (versions === undefined) return undefined;
  for (let place = versions.length - 1; place >= 0; place -= 1) {
    const version = versions[place] as P;
    if (version.effectiveFrom <= on) return version;
  }
  return undefined;
}

/** For what already happened: the version then in force, else the first one published. */
export const inForceOrFirst = <P extends { readonly effectiveFrom: Instant }>(
  versions: readonly P[] | undefined,
  on: Instant,
): P | undefined => inForce(versions, on) ?? versions?.[0];

/** The version that a record names; where it names none, the one in force at that moment. */
export const versionNamed = <P extends { readonly version: number; readonly effectiveFrom: Instant }>(
  versions: readonly P[] | undefined,
  named: { readonly version: number | undefined; readonly on: Instant },
): P | undefined => versions?.find(({ version }) => version === named.version) ?? inForceOrFirst(versions, named.on);

/** Was a version published after that one that ends what people were told or agreed to before it? */
export function hasMaterialSince(
  versions: readonly Published<unknown>[] | undefined,
  since: number,
  on: Instant,
): boolean {
  if (versions === undefined) return false;
  for (let place = versions.length - 1; place >= 0; place -= 1) {
    const version = versions[place] as Published<unknown>;
    if (version.version <= since) return false;
    if (version.material && version.effectiveFrom <= on) return true;
  }
  return false;
}

/** The turn that stops an AI system now: the last one recorded, if it is a stop. */
export function stopNow(registry: Registry, aiSystem: string): SwitchTurn | undefined {
  const last = registry.turns.get(aiSystem)?.at(-1);
  return last?.stopped === true ? last : undefined;
}

/** The turn that stopped an AI system at an earlier moment, by when the turns happened. */
export function stopAt(registry: Registry, aiSystem: string, on: Instant): SwitchTurn | undefined {
  let last: SwitchTurn | undefined;
  for (const turn of registry.turns.get(aiSystem) ?? []) {
    if (turn.occurredAt <= on && (last === undefined || turn.occurredAt >= last.occurredAt)) last = turn;
  }
  return last?.stopped === true ? last : undefined;
}
