/**
 * Codes that go to an e-mail address, so that whoever reads it can say that it is theirs.
 * Flow:    the sender of messages (asks for one), address pages → here → keeper.
 * Promise: a code is kept hashed, works once and for a week; one mail a day at most goes to an address.
 * Source:  decision 0045.
 */
import { DAY_MS } from '../../vocabulary/instant.ts';
import type { SessionKeeper } from './keeper.ts';
import type { SessionTools } from './kept-sessions.ts';

const codeLife = 7 * DAY_MS;

export interface AddressCodes {
  /** A new code for `email:<address>`; nothing where one went there within the last day. */
  invite(identifier: string): Promise<string | undefined>;
  isOpen(code: string): Promise<boolean>;
  /** The identifier that a code was sent to, once. */
  take(code: string): Promise<string | undefined>;
}

export function createAddressCodes(
  keeper: SessionKeeper,
  { now, random, digest }: Pick<SessionTools, 'now' | 'random' | 'digest'>,
): AddressCodes {
  const keyOf = (code: string): string => digest(`address ${code}`);
  return {
    async invite(self) {
      const sent = (await keeper.of(self)).filter(({ kept }) => kept.kind === 'address');
      if (sent.some(({ kept }) => now() - (kept.begunAt ?? 0) < DAY_MS)) return undefined;
      const code = random();
      await keeper.keep(keyOf(code), { kind: 'address', self, csrf: '', begunAt: now(), until: now() + codeLife });
      return code;
    },
    async isOpen(code) {
      const kept = await keeper.find(keyOf(code));
      return kept !== undefined && now() < kept.until;
    },
    async take(code) {
      const kept = await keeper.take(keyOf(code));
      return kept !== undefined && now() < kept.until ? kept.self : undefined;
    },
  };
}
