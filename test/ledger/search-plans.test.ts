/** What the ledger audit asks goes through an index, however long the ledger is: told by the plans of the engines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextWhoActed } from '../../src/ledger/search/actors.ts';
import { statements } from '../../src/ledger/search/queries.ts';
import { engines } from '../given/service.ts';
import { type Plans, postgresPlans, sqlitePlans } from '../given/store/plans.ts';

type Named = Pick<(typeof statements)['newest'], 'ofKind' | 'ofSubject' | 'ofActor' | 'usesOfSystem'>;
/** What a statement is asked with; a list of names, because a plan is made for any of them. */
const values: Readonly<Record<string, unknown>> = {
  fromLog: 0,
  fromIndex: 0,
  toLog: 1,
  toIndex: 10,
  limit: 50,
  kind: 'use.allowed',
  subject: 'sub_1',
  system: 'assistant',
  who: Buffer.from(`act_${'0'.repeat(26)}`),
};

const indexes: Readonly<Record<keyof Named, string>> = {
  ofKind: 'entries_kind',
  ofSubject: 'entries_subject_n',
  ofActor: 'entries_actor',
  usesOfSystem: 'uses_system',
};
const asked = (['newest', 'oldest'] as const).flatMap((order) =>
  (Object.keys(indexes) as (keyof Named)[]).map((name) => ({ order, name, index: indexes[name] })),
);

describe.each(engines)('a search of the ledger over %s', (engine) => {
  let plans: Plans;
  beforeAll(async () => {
    // What is asked here is whether an index could serve in this order.
    plans = await (engine === 'sqlite' ? sqlitePlans() : postgresPlans(['seqscan', 'bitmapscan', 'sort']));
  });
  afterAll(() => plans.close());

  it.each(asked)('$name, the $order first, goes through $index and sorts nothing', async ({ order, name, index }) => {
    const plan = await plans.planOf(statements[order][name], values);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/\bSCAN\b|Seq Scan|B-TREE|Sort/);
  });

  it('the next who acted is one look into the index of pseudonyms', async () => {
    const plan = await plans.planOf(nextWhoActed, { after: Buffer.from('/') });
    expect(plan).toContain('entries_actor');
    expect(plan).not.toMatch(/\bSCAN\b|Seq Scan|B-TREE|Sort/);
  });
});
