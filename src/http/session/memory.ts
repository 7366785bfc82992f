/**
 * Keeps sign-in links and sessions in the memory of this process, for an edge without a store.
 * Flow:    service (while sealed), tests of the edge → here.
 * Promise: at most so many are kept; what has run out goes first.
 * Source:  docs/design.md 8.
 */
import type { KeptSession, SessionKeeper } from './keeper.ts';
import { createSessions, type SessionTools } from './kept-sessions.ts';
import type { Sessions } from './sessions.ts';

const mostKept = 10_000;

export function memoryKeeper(now: () => number): SessionKeeper {
  const all = new Map<string, KeptSession>();
  return {
    async keep(key, kept) {
      for (const [old, { until }] of all) {
        if (until > now() && all.size < mostKept) break;
        all.delete(old);
      }
      all.set(key, kept);
    },
    find: async (key) => all.get(key),
    async take(key) {
      const kept = all.get(key);
      all.delete(key);
      return kept;
    },
    drop: async (key) => void all.delete(key),
    touch: async (key, kept) => void (all.has(key) && all.set(key, kept)),
    async *each() {
      yield* all.values();
    },
    of: async (self) => [...all].flatMap(([key, kept]) => (kept.self === self ? [{ key, kept }] : [])),
  };
}

export const createMemorySessions = (tools: SessionTools): Sessions => createSessions(memoryKeeper(tools.now), tools);
