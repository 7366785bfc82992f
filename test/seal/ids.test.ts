import { describe, expect, it } from 'vitest';
import { waitingFor } from '../../src/composed/recording.ts';
import { newIdAt } from '../../src/seal/ids.ts';

const at = Date.parse('2026-11-30T12:00:00.000Z');
const caller = { principal: 'shop', actor: { id: 'act_shop', role: 'service' }, scopes: ['consent'] } as const;
const form = /^con_[0-9a-hjkmnp-tv-z]{26}$/;

describe('an id of what is recorded', () => {
  it('stands in the order of its time, and beside those of the same moment', () => {
    const times = [0, 1, 31, 32, at - 1, at, at + 1, at + 32 ** 3, Date.parse('2999-01-01T00:00:00.000Z')];
    const ids = times.map((time) => newIdAt('con', time));
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(form);
    const again = Array.from({ length: 2_000 }, () => newIdAt('con', at));
    expect(new Set(again).size).toBe(2_000);
    expect(again.every((id) => id > newIdAt('con', at - 1) && id < newIdAt('con', at + 1))).toBe(true);
  });

  it('says its time and no more', () => {
    const [, text = ''] = newIdAt('con', at).split('_');
    const read = Array.from(text.slice(0, 10)).reduce(
      (sum, letter) => sum * 32 + '0123456789abcdefghjkmnpqrstvwxyz'.indexOf(letter),
      0,
    );
    expect(read).toBe(at);
    const letters = Array.from({ length: 2_000 }, () => newIdAt('con', at).slice(-16));
    for (let place = 0; place < 16; place += 1) expect(new Set(letters.map((each) => each[place])).size).toBe(32);
  });

  it('is none of a person: their pseudonym says nothing of when they came', () => {
    const input = { subject: 'customer:1', purpose: 'offers', state: 'given' };
    const drawn = Array.from(
      { length: 200 },
      () => waitingFor({ kind: 'consent.record', input, now: at }, { caller, requestId: 'one' }).command.ids,
    );
    const begins = (name: string) => new Set(drawn.map((ids) => String(ids[name]).split('_')[1]?.slice(0, 10)));
    expect(begins('link').size).toBe(1);
    expect(begins('subject').size).toBe(200);
  });
});
