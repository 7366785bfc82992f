/**
 * Passes for pages of the company: made for its server, read when the page shows something or somebody chooses there.
 * Flow:    handlers/passes.ts (makes one) → a page elsewhere → pipeline (reads it) → Caller.
 * Promise: a pass holds everything sealed and is kept nowhere; changed, run out, from another origin than its own, or
 *          ended for its person or its maker, it opens nothing. Whoever made it is named in all that is done with it.
 * Source:  decision 0128; decision 0042; decision 0066.
 */
import type { Caller } from '../commands/command.ts';
import type { Actor } from '../facts/fact.ts';
import { SealedError } from '../seal/seal.ts';
import { MINUTE_MS } from '../vocabulary/instant.ts';
import { PASS_ID } from '../vocabulary/pass.ts';

interface PassWish {
  /** `customer:…` */
  readonly self: string;
  readonly aiSystem: string;
  readonly origin: string;
}

/** What a pass holds. */
interface Pass extends PassWish {
  readonly id: string;
  readonly maker: string;
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly begunAt: number;
}

/** The page that somebody is on. */
export interface OnPage {
  readonly aiSystem: string;
  readonly origin: string;
  readonly begunAt: number;
}

export interface Passes {
  /** Origins of pages that may show something, as browsers send them. */
  readonly origins: ReadonlySet<string>;
  make(wish: PassWish, maker: Caller): { readonly pass: string; readonly expiresAt: number };
  read(
    authorization: string | undefined,
    origin: string | undefined,
  ): { readonly caller: Caller; readonly page: OnPage } | undefined;
}

interface PassTools {
  readonly origins: readonly string[];
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  readonly open: (sealed: Uint8Array) => Uint8Array;
  /** Whether what one of these principals began at that moment was ended since. */
  readonly isEnded: (principals: readonly string[], begunAt: number) => boolean;
}

const LIFE_MS = 15 * MINUTE_MS;
const bearer = /^Bearer +cdp_([A-Za-z0-9_-]{1,4000})$/i;

function opened(authorization: string | undefined, open: PassTools['open']): Pass | undefined {
  const text = authorization === undefined ? undefined : bearer.exec(authorization)?.[1];
  if (text === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(open(Buffer.from(text, 'base64url'))).toString('utf8'));
  } catch (fault) {
    if (fault instanceof SealedError) return undefined;
    throw fault;
  }
}

const callerOf = ({ self, maker, actor, id }: Pass): Caller => ({
  principal: self,
  actor: { id: 'self', role: 'self', through: { id: actor.id, link: id, role: actor.role } },
  scopes: [],
  self,
  linkedBy: maker,
});

export function createPasses({ now, newId, seal, open, isEnded, ...tools }: PassTools): Passes {
  const origins = new Set(tools.origins);
  return {
    origins,
    make({ self, aiSystem, origin }, { principal, actor: { id, role } }) {
      const begunAt = now();
      const pass: Pass = { self, aiSystem, origin, id: newId(PASS_ID), maker: principal, actor: { id, role }, begunAt };
      const sealed = Buffer.from(seal(Buffer.from(JSON.stringify(pass))));
      return { pass: `cdp_${sealed.toString('base64url')}`, expiresAt: begunAt + LIFE_MS };
    },
    read(authorization, origin) {
      const pass = opened(authorization, open);
      if (pass === undefined || pass.origin !== origin || !origins.has(origin)) return undefined;
      const { aiSystem, begunAt, self, maker } = pass;
      if (now() >= begunAt + LIFE_MS || isEnded([self, maker], begunAt)) return undefined;
      return { caller: callerOf(pass), page: { aiSystem, origin, begunAt } };
    },
  };
}

/** Of a house that is not open: nobody is let in. */
export const noPasses: Passes = {
  origins: new Set(),
  make: () => {
    throw new Error('a pass is made by an open house');
  },
  read: () => undefined,
};
