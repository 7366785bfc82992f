/**
 * AI systems as those who watch over them see them: running or stopped, since when and why, and what a stop touches.
 * Flow:    ask-systems.ts, ask-queues.ts → here → pages/console.
 * Promise: of the people behind the decisions nothing stands here but that there are some.
 * Source:  AI Act 14(4)(e), 26(5); docs/law.md 7, 8.
 */
import { type AiSystem, inForceOrFirst, type Registry, stopNow } from '../../evaluation/registry.ts';
import type { Reader } from '../reader.ts';
import { systemName } from './review-card.ts';

export interface SystemState {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly state: 'running' | 'stopped' | 'retired';
  readonly oversight: string;
  readonly stop: {
    readonly at: string;
    readonly reason: string | null;
    readonly affectedSince: string | null;
    readonly byYou: boolean;
  } | null;
  readonly openReviews: number;
}

interface SystemsPageContext {
  readonly registry: Registry;
  readonly now: number;
  readonly me: string;
  readonly reader: Reader;
  /** How many reviews are open, by AI system. */
  readonly openReviews: ReadonlyMap<string, number>;
}

const time = (instant: number): string => new Date(instant).toISOString();

function stopOf(key: string, { registry, me, reader }: SystemsPageContext): SystemState['stop'] {
  const turn = stopNow(registry, key);
  if (turn === undefined) return null;
  const { at, reason, affectedSince, by } = turn;
  return {
    at: time(at),
    reason: reader.text(reason),
    affectedSince: affectedSince === undefined ? null : time(affectedSince),
    byYou: by.id === me,
  };
}

function stateOf(system: AiSystem, asked: SystemsPageContext): SystemState {
  const { key, body } = system;
  const stop = stopOf(key, asked);
  return {
    key,
    name: systemName(key, asked),
    description: asked.reader.text(body.description ?? body.logic),
    state: stop !== null ? 'stopped' : system.retired ? 'retired' : 'running',
    oversight: asked.reader.say(`console.oversight-mode.${system.oversight}`),
    stop,
    openReviews: asked.openReviews.get(key) ?? 0,
  };
}

const rank = { stopped: 0, running: 1, retired: 2 } as const;

/** What is stopped comes first. */
export function systemStates(asked: SystemsPageContext): readonly SystemState[] {
  const newest = [...asked.registry.aiSystems.values()].flatMap(
    (versions) => inForceOrFirst(versions, asked.now) ?? [],
  );
  return newest
    .map((system) => stateOf(system, asked))
    .toSorted((one, other) => rank[one.state] - rank[other.state] || one.name.localeCompare(other.name));
}

export interface AffectedShown {
  readonly decision: string;
  readonly decidedAt: string;
  /** Null for whoever reviews it and has to note an own view first. */
  readonly adverse: boolean | null;
  readonly effect: string;
  readonly review: string | null;
}
