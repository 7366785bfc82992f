/**
 * What a batch loads before it decides is found through an index, so that an act costs the same beside a million
 * people: told by the plans of the engines.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundPeople, subjectsWithEntries } from '../../src/ledger/bound/fit.ts';
import { newestCheckpoint } from '../../src/ledger/checkpoints.ts';
import * as queries from '../../src/ledger/queries.ts';
import { engines } from '../given/service.ts';
import { type Plans, postgresPlans, sqlitePlans } from '../given/store/plans.ts';

const lists = ['hashes', 'marks', 'subjects', 'ids', 'decisions', 'keys'].map((name) => [name, ['one', 'other']]);
const values = { ...Object.fromEntries(lists), log: 1, from: 0, level: 0 };

/** Each with what must be looked up: the columns that lead to the rows. */
const loads = [
  [queries.identitiesOf, ['pepper', 'hash']],
  [queries.erasedMarksOf, ['mark']],
  [queries.suppressionMarksOf, ['mark']],
  [queries.erasingOf, ['subject']],
  [queries.actsOf, ['subject']],
  [queries.requestsOf, ['id']],
  [queries.reviewsById, ['id']],
  [queries.reviewsOfDecisions, ['decision']],
  [queries.entriesById, ['id']],
  [queries.repliesOf, ['key']],
  [queries.newestTime, ['log']],
  [queries.leavesFrom, ['log', 'index']],
  [queries.tileRootsFrom, ['log', 'level', 'index']],
  [newestCheckpoint, ['log']],
  [boundPeople, ['subject']],
  [subjectsWithEntries, ['subject']],
] as const;

describe.each(engines)('a batch over %s', (engine) => {
  let plans: Plans;
  beforeAll(async () => {
    plans = await (engine === 'sqlite' ? sqlitePlans() : postgresPlans());
  });
  afterAll(() => plans.close());

  it.each(loads.map(([query, columns]) => ({ name: query.name, query, columns })))(
    '$name looks its rows up by $columns and reads no table as a whole',
    async ({ query, columns }) => {
      const plan = await plans.planOf(query, values);
      const found = engine === 'sqlite' ? /\((\w+[=<>?].*)\)/ : /Index Cond: (.*)/;
      const condition = found.exec(plan)?.[1] ?? '';
      for (const column of columns) expect(condition).toMatch(new RegExp(`\\b${column}\\b`));
      expect(plan).not.toMatch(/\bSCAN (?!json_each)|Seq Scan/);
    },
  );
});
