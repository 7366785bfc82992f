/**
 * Row: everybody whom a training run may include, found by AuthZEN in pages of 1,000, against a check of each in
 * batches of 1,000.
 * Flow:    bench → here → the service as a process of its own.
 * Promise: every page is read to its end, and a search that did not find everybody ends the row.
 */
import { rmSync } from 'node:fs';
import { aboutPerson, freshFolder } from '../a-house.ts';
import { type Child, startChild } from '../child-process.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, takeTurns } from '../take-turns.ts';

const PAGE = 1_000;

const askingAt =
  ({ port, token }: Child) =>
  async (path: string, body: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.json();
  };

/** As the service answers a search. */
interface Found {
  readonly results: readonly object[];
  readonly page: { readonly next_token: string };
}

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const people = quick ? 1_000 : 10_000;
  const folder = freshFolder();
  const service = await startChild('service', [folder, String(people)]);
  const ask = askingAt(service);
  const { aiSystem, purpose } = aboutPerson(0);
  const searched = {
    subject: { type: 'ai_system', id: aiSystem },
    action: { name: purpose },
    resource: { type: 'customer' },
  };
  const search = async (): Promise<number> => {
    let found = 0;
    for (let token = '', isFirst = true; isFirst || token !== ''; isFirst = false) {
      const page = { limit: PAGE, token };
      const answer = (await ask('/access/v1/search/resource', { ...searched, page })) as Found;
      found += answer.results.length;
      token = answer.page.next_token;
    }
    if (found !== people) throw new Error(`${found} of ${people} people were found`);
    return found;
  };
  const check = async (): Promise<number> => {
    for (let from = 0; from < people; from += PAGE)
      await ask('/v1/checks/batch', { items: Array.from({ length: PAGE }, (_, at) => aboutPerson(from + at)) });
    return people;
  };
  try {
    const { workNs, floorNs, ratio } = await takeTurns({ work: search, floor: check, rounds });
    const [seconds, floorSeconds] = [(workNs * people) / 1e9, (floorNs * people) / 1e9];
    return {
      shown: `${people} results in ${seconds.toFixed(2)} s, ${asRatio(ratio)} (checks ${floorSeconds.toFixed(2)} s)`,
      met: null,
      numbers: { results: people, ratio, seconds, checksSeconds: floorSeconds },
    };
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['search-people'], measure };
