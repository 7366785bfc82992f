/**
 * How long everything lasts that people are told of: the table written a second time, and both sides of each end.
 * Source: test/vectors/lifetimes.ts.
 */
import { describe, expect, it } from 'vitest';
import { endOf, spanOf } from '../../../src/evaluation/span.ts';
import { createAddressCodes } from '../../../src/http/session/addresses.ts';
import { createSessions } from '../../../src/http/session/kept-sessions.ts';
import { memoryKeeper } from '../../../src/http/session/memory.ts';
import { yearBefore } from '../../../src/http/span-of-time.ts';
import { endOfRequestRecord } from '../../../src/ledger/erasure/request-record.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { proposalLifeDays } from '../../../src/vocabulary/proposal.ts';
import { sources } from '../../house/sources.ts';
import { lifetimes } from '../../vectors/lifetimes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a length of time', () => {
  const LENGTH =
    /(?:[\w.]+ \* )?\b(?:DAY|HOUR|MINUTE|SECOND)_MS\b(?: \/ \d+)?(?! =)|getUTC(?:Month|FullYear)\(\) [+-] \d+/g;
  const inHouse = sources.filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/law/'));
  const lengthsIn = (bare: string): readonly string[] =>
    (bare.replaceAll(/^import [^;]*;$/gm, '').match(LENGTH) ?? []).map((text) =>
      text.replace(/^(?!\d|proposal)[\w.]+ \* /, ''),
    );

  it('does not stand in the house without its line in the table, and no line without it', () => {
    const found = inHouse.flatMap(({ path, bare }) =>
      [...new Set(lengthsIn(bare))].map((text) => `${path.slice('src/'.length)}|${text}`),
    );
    expect(found.toSorted()).toEqual(lifetimes.map(([file, text]) => `${file}|${text}`).toSorted());
  });
});

interface Timed {
  now: number;
}
let drawn = 0;
function room() {
  const time: Timed = { now: Date.parse('2026-11-02T09:00:00.000Z') };
  const tools = {
    now: () => time.now,
    random: () => {
      drawn += 1;
      return `random-${drawn}`;
    },
    digest: (text: string) => text,
    actorOf: () => ({ id: 'act_1', role: 'officer' }) as const,
  };
  const keeper = memoryKeeper(tools.now);
  return { time, sessions: createSessions(keeper, tools), codes: createAddressCodes(keeper, tools) };
}

async function aSession() {
  const { time, sessions } = room();
  const begun = await sessions.begin((await sessions.invite('customer:42')).code);
  if (isProblem(begun)) throw new Error(begun.problem);
  return { time, isOpen: async () => (await sessions.find(begun.name)) !== undefined };
}

/** Each is open so long, and no longer. */
const ends: readonly (readonly [
  string,
  number,
  () => Promise<{ readonly time: Timed; isOpen(): Promise<boolean> }>,
])[] = [
  [
    'a sign-in link, ten minutes',
    10 * MINUTE,
    async () => {
      const { time, sessions } = room();
      const { code } = await sessions.invite('customer:42');
      return { time, isOpen: () => sessions.isOpen(code) };
    },
  ],
  ['a session that is left alone, half an hour', 30 * MINUTE, aSession],
  [
    'a code that went to an address, a week',
    7 * DAY,
    async () => {
      const { time, codes } = room();
      const code = (await codes.invite('email:ada@example.com')) ?? '';
      return { time, isOpen: () => codes.isOpen(code) };
    },
  ],
  [
    'an address that had a mail, a day without another',
    DAY,
    async () => {
      const { time, codes } = room();
      await codes.invite('email:ada@example.com');
      return { time, isOpen: async () => (await codes.invite('email:ada@example.com')) === undefined };
    },
  ],
];

describe('to the last millisecond', () => {
  it.each(ends)('%s', async (_what, length, begin) => {
    const before = await begin();
    before.time.now += length - 1;
    expect(await before.isOpen()).toBe(true);
    const after = await begin();
    after.time.now += length;
    expect(await after.isOpen()).toBe(false);
  });

  it('a session that is used lasts an hour', async () => {
    const { time, isOpen } = await aSession();
    for (let minutes = 20; minutes < 60; minutes += 20) {
      time.now += 20 * MINUTE;
      expect(await isOpen()).toBe(true);
    }
    time.now += 20 * MINUTE - 1;
    expect(await isOpen()).toBe(true);
    time.now += 1;
    expect(await isOpen()).toBe(false);
  });

  it.each([
    ['2026-11-23T10:00:00.000Z', '2028-11-24T10:00:00.000Z'],
    ['2027-12-31T10:00:00.000Z', '2030-01-01T10:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', '2030-03-02T10:00:00.000Z'],
    ['2026-02-28T10:00:00.000Z', '2028-02-29T10:00:00.000Z'],
  ])('the record of a request closed at %s is kept 24 months and the day of their end, to %s', (closed, end) => {
    expect(new Date(endOfRequestRecord(Date.parse(closed))).toISOString()).toBe(end);
  });

  it.each([
    ['P6M', '2026-08-31T10:00:00.000Z', '2027-02-28T10:00:00.000Z'],
    ['P12M', '2028-02-29T10:00:00.000Z', '2029-02-28T10:00:00.000Z'],
    ['P1Y', '2026-11-23T10:00:00.000Z', '2027-11-23T10:00:00.000Z'],
    ['P24M', '2026-11-23T10:00:00.000Z', '2028-11-23T10:00:00.000Z'],
    ['P13M', '2027-01-31T10:00:00.000Z', '2028-02-29T10:00:00.000Z'],
    ['P1M30D', '2027-01-31T10:00:00.000Z', '2027-03-30T10:00:00.000Z'],
    ['P30D', '2026-12-31T23:59:59.999Z', '2027-01-30T23:59:59.999Z'],
  ])('a consent valid for %s from %s ends at %s', (validity, given, end) => {
    expect(new Date(endOf(Date.parse(given), spanOf(validity) ?? { months: 0, days: 0 })).toISOString()).toBe(end);
  });

  it.each([
    ['2027-03-01T10:00:00.000Z', '2026-03-01T10:00:00.000Z'],
    ['2028-03-01T10:00:00.000Z', '2027-03-01T10:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', '2027-03-01T10:00:00.000Z'],
  ])('a report without a beginning goes back twelve months: from %s to %s', (to, from) => {
    const { from: found } = yearBefore({ now: () => 0 }, { to });
    expect(new Date(found).toISOString()).toBe(from);
  });

  it('a second person has a week', () => expect(proposalLifeDays).toBe(7));
});
