/**
 * Keeps sign-in links and sessions in the memory of this process.
 * Flow:    house (one process) → here; several nodes need a keeper in the store behind the same port.
 * Promise: codes and names are kept hashed only; a link lives ten minutes and works once, a session lives an hour.
 * Source:  DESIGN section 8.
 */
import type { Session, Sessions } from './sessions.ts';

export interface MemoryTools {
  readonly now: () => number;
  /** 256 random bits as base64url. */
  readonly random: () => string;
  readonly digest: (text: string) => string;
}

const linkLife = 10 * 60_000;
const sessionLife = 60 * 60_000;
const mostKept = 10_000;

export function createMemorySessions({ now, random, digest }: MemoryTools): Sessions {
  const links = new Map<string, { readonly self: string; readonly until: number }>();
  const sessions = new Map<string, Session>();

  const keep = <T extends { readonly until: number }>(kept: Map<string, T>, name: string, value: T): void => {
    for (const [old, { until }] of kept) {
      if (until > now() && kept.size < mostKept) break;
      kept.delete(old);
    }
    kept.set(digest(name), value);
  };
  const living = <T extends { readonly until: number }>(kept: Map<string, T>, name: string): T | undefined => {
    const value = kept.get(digest(name));
    return value !== undefined && now() < value.until ? value : undefined;
  };

  return {
    invite: async (self) => {
      const code = random();
      const expiresAt = now() + linkLife;
      keep(links, code, { self, until: expiresAt });
      return { code, expiresAt };
    },
    isOpen: async (code) => living(links, code) !== undefined,
    begin: async (code) => {
      const link = living(links, code);
      links.delete(digest(code));
      if (link === undefined) return undefined;
      const caller = { principal: link.self, actor: { id: 'self', role: 'self' }, scopes: ['self'], self: link.self } as const;
      const name = random();
      const session = { caller, csrf: random(), until: now() + sessionLife };
      keep(sessions, name, session);
      return { name, session };
    },
    find: async (name) => living(sessions, name),
    end: async (name) => {
      sessions.delete(digest(name));
    },
  };
}
