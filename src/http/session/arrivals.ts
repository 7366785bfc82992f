/**
 * Sign-ins that are under way at a provider, and logout tokens that were heard.
 * Flow:    session/sign-in → here → keeper.
 * Promise: an answer finds its sign-in once, within ten minutes, in the browser that began it and under its own state;
 *          a logout token counts once.
 * Source:  OpenID Connect Core 1.0 (3.1.2.1, 15.5.2); RFC 9700 4.7; decision 0107.
 */
import { MINUTE_MS } from '../../vocabulary/instant.ts';
import type { Arrival, SessionKeeper } from './keeper.ts';
import type { SessionTools } from './kept-sessions.ts';

export const arrivalLife = 10 * MINUTE_MS;

export interface Arrivals {
  /** Keeps a sign-in of this browser, which has no name yet where none is given; says the name. */
  begin(browser: string | undefined, arrival: Arrival): Promise<string>;
  take(browser: string, state: string): Promise<{ readonly arrival: Arrival; readonly begunAt: number } | undefined>;
  /** Whether a token of this id is heard for the first time; it is remembered until then, in epoch milliseconds. */
  isNew(token: string, until: number): Promise<boolean>;
}

export function createArrivals(
  keeper: SessionKeeper,
  { now, random, digest }: Pick<SessionTools, 'now' | 'random' | 'digest'>,
): Arrivals {
  const keyOf = (browser: string, state: string): string => digest(`arrival ${browser} ${state}`);
  return {
    async begin(browser = random(), arrival) {
      const [begunAt, key] = [now(), keyOf(browser, arrival.state)];
      const self = `arrival:${key}`;
      await keeper.keep(key, { kind: 'arrival', self, csrf: '', begunAt, until: begunAt + arrivalLife, arrival });
      return browser;
    },
    async take(browser, state) {
      const kept = await keeper.take(keyOf(browser, state));
      const { arrival, begunAt = 0, until = 0 } = kept ?? {};
      return arrival !== undefined && now() < until ? { arrival, begunAt } : undefined;
    },
    async isNew(token, until) {
      const key = digest(`heard ${token}`);
      if ((await keeper.find(key)) !== undefined) return false;
      await keeper.keep(key, { kind: 'heard', self: `heard:${key}`, csrf: '', until });
      return true;
    },
  };
}
