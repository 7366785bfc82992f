/**
 * Sign-in links and sessions over a keeper.
 * Flow:    service → here → keeper.
 * Promise: codes and names reach the keeper hashed only; a link lives ten minutes and works once, a session lives an hour.
 * Source:  DESIGN section 8.
 */
import type { KeptSession, SessionKeeper } from './keeper.ts';
import type { Session, Sessions } from './sessions.ts';

export interface SessionTools {
  readonly now: () => number;
  /** 256 random bits as base64url. */
  readonly random: () => string;
  readonly digest: (text: string) => string;
}

const linkLife = 10 * 60_000;
const sessionLife = 60 * 60_000;

const sessionOf = ({ self, csrf, until }: KeptSession): Session => ({
  caller: { principal: self, actor: { id: 'self', role: 'self' }, scopes: ['self'], self },
  csrf,
  until,
});

export function createSessions(keeper: SessionKeeper, { now, random, digest }: SessionTools): Sessions {
  // The kind is part of what is hashed, so that a code never opens as a session.
  const linkKey = (code: string): string => digest(`link ${code}`);
  const sessionKey = (name: string): string => digest(`session ${name}`);
  const living = (kept: KeptSession | undefined): KeptSession | undefined => (kept !== undefined && now() < kept.until ? kept : undefined);
  return {
    async invite(self) {
      const code = random();
      const expiresAt = now() + linkLife;
      await keeper.keep(linkKey(code), { kind: 'link', self, csrf: '', until: expiresAt });
      return { code, expiresAt };
    },
    isOpen: async (code) => living(await keeper.find(linkKey(code))) !== undefined,
    async begin(code) {
      const link = living(await keeper.take(linkKey(code)));
      if (link === undefined) return undefined;
      const name = random();
      const kept = { kind: 'session', self: link.self, csrf: random(), until: now() + sessionLife } as const;
      await keeper.keep(sessionKey(name), kept);
      return { name, session: sessionOf(kept) };
    },
    async find(name) {
      const kept = living(await keeper.find(sessionKey(name)));
      return kept === undefined ? undefined : sessionOf(kept);
    },
    end: (name) => keeper.drop(sessionKey(name)),
  };
}
