/**
 * Sign-in links and sessions over a keeper.
 * Flow:    service → here → keeper.
 * Promise: codes and names reach the keeper hashed only; a link lives ten minutes and works once, a session lives an
 *          hour.
 * Source:  docs/design.md 8.
 */

import type { Caller } from '../../commands/command.ts';
import type { Actor, Role } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { HOUR_MS, MINUTE_MS } from '../../vocabulary/instant.ts';
import { problem } from '../../vocabulary/problems.ts';
import { roleInConsole } from '../../vocabulary/scope.ts';
import type { KeptSession, SessionKeeper } from './keeper.ts';
import type { Session, Sessions } from './sessions.ts';

export interface SessionTools {
  readonly now: () => number;
  /** 256 random bits as base64url. */
  readonly random: () => string;
  readonly digest: (text: string) => string;
  /** Under whom the acts of a member of staff stand. */
  readonly actorOf: (principal: string, role: Role) => Actor;
}

const linkLife = 10 * MINUTE_MS;
const sessionLife = HOUR_MS;

/** Who acts in a session: a customer for themself, or a member of staff as with a token of theirs. */
function callerOf({ self, scopes }: KeptSession, actorOf: SessionTools['actorOf']): Caller {
  if (scopes === undefined) return { principal: self, actor: { id: 'self', role: 'self' }, scopes: ['self'], self };
  const principal = self.slice(staffIdentifier('').length);
  return { principal, actor: actorOf(principal, roleInConsole(scopes)), scopes };
}

export function createSessions(keeper: SessionKeeper, { now, random, digest, actorOf }: SessionTools): Sessions {
  const sessionOf = (kept: KeptSession): Session => ({
    caller: callerOf(kept, actorOf),
    csrf: kept.csrf,
    until: kept.until,
  });
  // The kind is part of what is hashed, so that a code never opens as a session.
  const linkKey = (code: string): string => digest(`link ${code}`);
  const sessionKey = (name: string): string => digest(`session ${name}`);
  const living = (kept: KeptSession | undefined): KeptSession | undefined =>
    kept !== undefined && now() < kept.until ? kept : undefined;
  return {
    async invite(self, scopes) {
      const code = random();
      const expiresAt = now() + linkLife;
      await keeper.keep(linkKey(code), { kind: 'link', self, ...defined({ scopes }), csrf: '', until: expiresAt });
      return { code, expiresAt };
    },
    isOpen: async (code) => living(await keeper.find(linkKey(code))) !== undefined,
    async begin(code) {
      const link = living(await keeper.take(linkKey(code)));
      if (link === undefined) return problem('link-expired');
      const name = random();
      const kept = { ...link, kind: 'session', csrf: random(), until: now() + sessionLife } as const;
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
