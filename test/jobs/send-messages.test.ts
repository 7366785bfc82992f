import { describe, expect, it, vi } from 'vitest';
import { type Sending, startSending } from '../../src/jobs/send-messages.ts';

/** An outer wall that is down: whoever takes from this outbox finds no database. */
const standing = (isDown: () => boolean): Sending =>
  ({
    house: { status: () => ({ state: 'ready', notes: [] }) },
    outbox: {
      take: async () => {
        if (isDown()) throw new Error('the database is away, and ada@example.org waits');
        return [];
      },
    },
  }) as unknown as Sending;

describe('mail that stands still', () => {
  it('is told once, with a code and a number and nothing about anybody, and told again when it goes on', async () => {
    let down = true;
    const told: unknown[] = [];
    const report = (code: string, numbers: object): void => {
      told.push({ code, numbers });
      down = false;
    };
    const sending = startSending(
      standing(() => down),
      { everyMs: 1, report },
    );
    await vi.waitFor(() => expect(told).toHaveLength(2));
    await sending.stop();
    expect(told).toEqual([
      { code: 'mail-stands-still', numbers: { rounds: 1 } },
      { code: 'mail-goes-on', numbers: { rounds: 1 } },
    ]);
  });
});
