/**
 * What still waits in the sample company this morning, so that the console of staff has something to do.
 * Flow:    live → here → house.
 * Promise: a request for a copy, a decision that somebody contests, and a suggestion that nobody has looked at yet.
 */
import { readLine } from '../import/lines.ts';
import { recordInHouse } from '../import/recording.ts';
import { actAsPerson, type DemoHouse } from './acting.ts';
import { newestDecision } from './decisions.ts';

const HOUR = 3_600_000;

/** Who asks, who contests, and about whom a suggestion waits. */
const [asks, contests, waits] = ['customer:1004', 'customer:1003', 'customer:1014'] as const;

async function contest(lived: DemoHouse, self: string): Promise<void> {
  const { people } = await lived.house.see([self]);
  const [person] = people;
  if (person?.found !== 'known') return;
  const [decision] = (await lived.house.decisions(person.subject, { limit: 1 })).items;
  if (decision === undefined) return;
  const statement = 'I have changed my job in the meantime and earn more than before. Please look again.';
  const calendar = { timeZone: lived.house.settings.timeZone, holidays: lived.house.settings.holidays };
  await actAsPerson(lived, 'review.open', {
    input: { decision: decision.id, why: 'contested', statement, calendar },
    self,
  });
}

export async function leaveWaiting(lived: DemoHouse, until: number): Promise<void> {
  const { clock, house, importName } = lived;
  const calendar = { timeZone: house.settings.timeZone, holidays: house.settings.holidays };
  clock.wind(Math.max(0, until - 30 * HOUR - clock.now()));
  await actAsPerson(lived, 'request.open', {
    input: { kind: 'access', message: 'Please send me a copy of my data.', calendar },
    self: asks,
  });
  clock.wind(6 * HOUR);
  await contest(lived, contests);
  clock.wind(4 * HOUR);
  for (const [place, line] of newestDecision(waits, clock.now()).entries()) {
    const read = readLine(1_000_000 + place, JSON.stringify(line), { name: importName, drop: [] });
    if ('refused' in read) throw new Error('the newest decision of the sample company was refused');
    await recordInHouse(house, importName)([read]);
  }
}
