/**
 * Sign-in links and sessions over a keeper.
 * Flow:    service → here → keeper.
 * Promise: codes and names reach the keeper hashed only; a link lives ten minutes and works once, a session lives an
 *          hour at most and ends earlier where it is left alone; what was ended for everybody of a principal opens
 *          nothing, also where they only made the link.
 * Source:  docs/design.md 8; decision 0042; decision 0043; decision 0066; ASVS 5.0 chapter 7.
 */

import type { Caller } from '../../commands/command.ts';
import type { Actor, Role } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { HOUR_MS, MINUTE_MS } from '../../vocabulary/instant.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { roleInConsole } from '../../vocabulary/scope.ts';
import type { KeptSession, SessionKeeper } from './keeper.ts';
import type { OpenOfStaff, OwnSession, Session, Sessions } from './sessions.ts';

export interface SessionTools {
  readonly now: () => number;
  /** 256 random bits as base64url. */
  readonly random: () => string;
  readonly digest: (text: string) => string;
  /** Under whom the acts of a member of staff stand. */
  readonly actorOf: (principal: string, role: Role) => Actor;
  /** After how long without a request a session ends; half an hour when left out. */
  readonly idleMs?: number;
  /** Whether what any of these principals began at that moment was ended since. */
  readonly isEnded?: (principals: readonly string[], begunAt: number) => boolean;
}

const linkLife = 10 * MINUTE_MS;
const sessionLife = HOUR_MS;
/** That a session is used is noted at most so often, because noting is a write. */
const NOTES_IN_IDLE_LIMIT = 10;
const ID_LETTERS = 22;

/** For so long a sign-in at a provider counts for what destroys or hands out data. */
const FRESH_MS = 15 * MINUTE_MS;

const principalOf = ({ self, scopes }: KeptSession): string =>
  scopes === undefined ? self : self.slice(staffIdentifier('').length);

/** Who acts in a session: a customer for themself, or a member of staff as with a token of theirs. */
function callerOf(kept: KeptSession, actorOf: SessionTools['actorOf']): Caller {
  const { self, scopes, made } = kept;
  const through = defined({ through: made?.through });
  const linkedBy = defined({ linkedBy: made?.maker });
  if (scopes === undefined)
    return { principal: self, actor: { id: 'self', role: 'self', ...through }, scopes: ['self'], self, ...linkedBy };
  const principal = principalOf(kept);
  const actor = { ...actorOf(principal, roleInConsole(scopes)), ...through };
  return { principal, actor, scopes, ...linkedBy, ...defined({ knownAs: kept.knownAs }) };
}

/** A session of a provider whose person proved who they are too long ago, or at a moment that nobody said. */
const isStale = ({ came }: KeptSession, now: number): boolean =>
  came !== undefined && now - (came.provedAt ?? 0) >= FRESH_MS;

/** What the parts of this file share: the keeper, its keys, and what still opens something. */
function roomOf(keeper: SessionKeeper, tools: SessionTools) {
  const { now, digest, idleMs = HOUR_MS / 2, isEnded } = tools;
  const living = (kept: KeptSession | undefined): KeptSession | undefined => {
    if (kept === undefined || now() >= kept.until) return undefined;
    const { seenAt, begunAt = kept.until - (kept.kind === 'link' ? linkLife : sessionLife) } = kept;
    if (seenAt !== undefined && now() - seenAt >= idleMs) return undefined;
    // Whoever made the link may sit in the session, so it ends with what they began, too.
    const principals = [principalOf(kept), ...(kept.made?.maker === undefined ? [] : [kept.made.maker])];
    return isEnded?.(principals, begunAt) === true ? undefined : kept;
  };
  return {
    ...tools,
    keeper,
    living,
    // The kind is part of what is hashed, so that a code never opens as a session.
    linkKey: (code: string): string => digest(`link ${code}`),
    sessionKey: (name: string): string => digest(`session ${name}`),
    idOfKey: (key: string): string => `ses_${digest(`shown ${key}`).slice(0, ID_LETTERS)}`,
    sessionOf: (kept: KeptSession): Session => ({
      caller: { ...callerOf(kept, tools.actorOf), ...(isStale(kept, now()) ? { isStale: true } : {}) },
      csrf: kept.csrf,
      begunAt: kept.begunAt ?? kept.until - sessionLife,
      until: kept.until,
      ...defined({ came: kept.came }),
    }),
    async noteUse(key: string, kept: KeptSession): Promise<void> {
      if (now() - (kept.seenAt ?? 0) < idleMs / NOTES_IN_IDLE_LIMIT) return;
      // A session that cannot be noted ends a little earlier; whoever reads is not stopped by it.
      await keeper.touch(key, { ...kept, seenAt: now() }).catch(() => undefined);
    },
  };
}
type Room = ReturnType<typeof roomOf>;

const linkPart = (room: Room): Pick<Sessions, 'invite' | 'isOpen' | 'begin'> => {
  const { keeper, living, linkKey, sessionKey, now, random, actorOf } = room;
  return {
    async invite(self, { scopes, made } = {}) {
      const code = random();
      const begunAt = now();
      const expiresAt = begunAt + linkLife;
      const link = { kind: 'link', self, ...defined({ scopes, made }), begunAt, csrf: '', until: expiresAt } as const;
      await keeper.keep(linkKey(code), link);
      return { code, expiresAt };
    },
    isOpen: async (code) => living(await keeper.find(linkKey(code))) !== undefined,
    async begin(code, { opened, device } = {}) {
      const link = living(await keeper.take(linkKey(code)));
      if (link === undefined) return problem('link-expired');
      const { self: holder, made } = link;
      const refused = made === undefined ? undefined : await opened?.(callerOf(link, actorOf), { holder, made });
      if (isProblem(refused)) {
        await keeper.keep(linkKey(code), link);
        return refused;
      }
      const name = random();
      const times = { begunAt: now(), seenAt: now(), until: now() + sessionLife };
      const kept = { ...link, kind: 'session', csrf: random(), ...times, ...defined({ device }) } as const;
      await keeper.keep(sessionKey(name), kept);
      return { name, session: room.sessionOf(kept) };
    },
  };
};

const providerPart = (room: Room): Pick<Sessions, 'come' | 'endNamed'> => {
  const { keeper, living, sessionKey, now, random, digest } = room;
  const holderOfName = (name: string): string => `came:${digest(`came ${name}`)}`;
  return {
    async come({ self, namedBy, csrf = random(), ...coming }) {
      const name = random();
      const times = { begunAt: now(), seenAt: now(), until: now() + sessionLife };
      const kept: KeptSession = { kind: 'session', self, csrf, ...coming, ...times };
      if (living(kept) === undefined) return undefined;
      const leadsTo = sessionKey(name);
      for (const each of namedBy) {
        const way = { kind: 'came', self: holderOfName(each), csrf: '', leadsTo, until: kept.until } as const;
        await keeper.keep(digest(`came ${random()}`), way);
      }
      await keeper.keep(leadsTo, kept);
      return { name, session: room.sessionOf(kept) };
    },
    async endNamed(name) {
      let ended = 0;
      for (const { key, kept } of await keeper.of(holderOfName(name))) {
        if (kept.leadsTo !== undefined && (await keeper.take(kept.leadsTo)) !== undefined) ended += 1;
        await keeper.drop(key);
      }
      return ended;
    },
  };
};

const ownPart = ({
  keeper,
  living,
  idOfKey,
  sessionKey,
}: Room): Pick<Sessions, 'end' | 'list' | 'idOf' | 'endOwn' | 'endAll'> => {
  const sessionsOf = async (self: string) =>
    (await keeper.of(self)).filter(({ kept }) => kept.kind === 'session' && living(kept) !== undefined);
  return {
    end: (name) => keeper.drop(sessionKey(name)),
    async list(self) {
      const own = (await sessionsOf(self)).map(({ key, kept }) => shownOf(idOfKey(key), kept));
      return own.sort((one, two) => two.begunAt - one.begunAt);
    },
    idOf: (name) => idOfKey(sessionKey(name)),
    async endOwn(self, id) {
      const found = (await sessionsOf(self)).find(({ key }) => idOfKey(key) === id);
      if (found !== undefined) await keeper.drop(found.key);
      return found !== undefined;
    },
    async endAll(self) {
      const ended = await sessionsOf(self);
      for (const { key } of await keeper.of(self)) await keeper.drop(key);
      return ended.length;
    },
  };
};

const staffPart = ({ keeper, living }: Room): Pick<Sessions, 'openOfStaff'> => ({
  async openOfStaff() {
    const open: OpenOfStaff[] = [];
    for await (const kept of keeper.each()) {
      const { kind, scopes, until } = kept;
      if (scopes === undefined || (kind !== 'link' && kind !== 'session') || living(kept) === undefined) continue;
      const seenAt = kept.seenAt ?? kept.begunAt ?? until;
      open.push({ kind, staff: principalOf(kept), scopes, seenAt, until });
    }
    return open;
  },
});

export function createSessions(keeper: SessionKeeper, tools: SessionTools): Sessions {
  const room = roomOf(keeper, tools);
  return {
    ...linkPart(room),
    ...providerPart(room),
    ...ownPart(room),
    ...staffPart(room),
    async find(name) {
      const key = room.sessionKey(name);
      const kept = room.living(await keeper.find(key));
      if (kept === undefined) return undefined;
      await room.noteUse(key, kept);
      return room.sessionOf(kept);
    },
  };
}

function shownOf(id: string, { until, begunAt = until - sessionLife, seenAt, device, made }: KeptSession): OwnSession {
  return { id, begunAt, seenAt: seenAt ?? begunAt, until, ...defined({ device, made }) };
}
