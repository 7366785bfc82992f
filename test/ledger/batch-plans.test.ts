/**
 * What a batch loads before it decides, what an erasure takes away and what the walk looks at is found through an
 * index, so that it costs the same beside a million people: told by the plans of the engines.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personQueries } from '../../src/ledger/audit/judge-person.ts';
import { boundPeople, subjectsWithEntries } from '../../src/ledger/bound/fit.ts';
import { newestCheckpoint } from '../../src/ledger/checkpoints.ts';
import { places, removals, removeChanges, requestsOfPerson } from '../../src/ledger/erasure/erasure-queries.ts';
import { entriesOfPerson } from '../../src/ledger/erasure/holds.ts';
import * as queries from '../../src/ledger/queries.ts';
import { engines } from '../given/service.ts';
import { type Plans, postgresPlans, sqlitePlans } from '../given/store/plans.ts';

const lists = ['hashes', 'marks', 'subjects', 'ids', 'decisions', 'keys'].map((name) => [name, ['one', 'other']]);
const one = { subject: 'sub_1', after: 0, to: 9, limit: 5, told: 1 };
const values = { ...Object.fromEntries(lists), ...one, log: 1, from: 0, level: 0 };

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

/** What an erasure takes away, and what the walk looks at, is found by the person. */
const ofOnePerson = [...removals, removeChanges, requestsOfPerson, places, entriesOfPerson, ...personQueries].map(
  (query) => ({ name: query.name, query, columns: ['subject'] }),
);

describe.each(engines)('a batch, an erasure and the walk over %s', (engine) => {
  let plans: Plans;
  beforeAll(async () => {
    plans = await (engine === 'sqlite' ? sqlitePlans() : postgresPlans());
  });
  afterAll(() => plans.close());

  it.each([...loads.map(([query, columns]) => ({ name: query.name, query, columns })), ...ofOnePerson])(
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
