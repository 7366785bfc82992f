/**
 * Training runs as they stand, and the people whose data went into one.
 * Flow:    views → here → house → answers/training.
 * Promise: what is counted of a run stays when people are erased; who is listed is still on record.
 * Source:  decision 0077.
 */
import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { TrainingEnded, TrainingRegistered } from '../facts/training.ts';
import type { Reads, TrainingRun } from '../ports/reads.ts';
import { ask, type FoundRow, rowsQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { defined } from '../vocabulary/defined.ts';
import { LAST, optional, readPage } from './paging.ts';

const p = sql.placeholder;
const ifGiven = (name: string, condition: ReturnType<typeof sql>) => sql`(${p(`${name}Off`)} = 1 or ${condition})`;

const runsBefore = rowsQuery<{
  before: number;
  limit: number;
  system: string;
  systemOff: number;
  version: string;
  versionOff: number;
}>()('trainingRunsBefore', ({ db, t }) =>
  db
    .select()
    .from(t.trainingSteps)
    .where(
      and(
        eq(t.trainingSteps.step, sql`'registered'`),
        lt(t.trainingSteps.position, p('before')),
        ifGiven('system', sql`${t.trainingSteps.system} = ${p('system')}`),
        ifGiven('version', sql`${t.trainingSteps.version} = ${p('version')}`),
      ),
    )
    .orderBy(desc(t.trainingSteps.position))
    .limit(p('limit')),
);
const stepsOf = rowsQuery<{ runs: readonly string[] }>()(
  'trainingStepsOf',
  ({ db, t, any }) =>
    db.select().from(t.trainingSteps).where(any(t.trainingSteps.run, 'runs')).orderBy(t.trainingSteps.position),
  ['runs'],
);
const trainedAfter = rowsQuery<{ run: string; after: string; limit: number }>()('trainedAfter', ({ db, t }) =>
  db
    .select()
    .from(t.trainedOn)
    .where(and(eq(t.trainedOn.run, p('run')), gt(t.trainedOn.subject, p('after'))))
    .orderBy(t.trainedOn.subject)
    .limit(p('limit')),
);
const trainedCount = rowsQuery<{ run: string }>()('trainedCount', ({ db, t }) =>
  db
    .select({ total: sql<number>`count(*)` })
    .from(t.trainedOn)
    .where(eq(t.trainedOn.run, p('run'))),
);

type Step = FoundRow<'trainingSteps'>;

/** What was registered, with all that happened since. */
function runOf(steps: readonly Step[]): TrainingRun | undefined {
  const registered = steps.find(({ step }) => step === 'registered');
  if (registered === undefined) return undefined;
  const { v: _form, ...filter } = JSON.parse(registered.doc) as TrainingRegistered;
  const end = steps.find(({ step }) => step === 'ended');
  const { outcome } = end === undefined ? {} : (JSON.parse(end.doc) as TrainingEnded);
  return {
    id: registered.id,
    ...filter,
    registeredAt: registered.at,
    included: steps.reduce((sum, { included }) => sum + included, 0),
    refused: steps.reduce((sum, { refused }) => sum + refused, 0),
    ...defined({ ended: end === undefined || outcome === undefined ? undefined : { outcome, at: end.at } }),
    position: registered.position,
  };
}

type TrainingReads = Pick<Reads, 'trainingRuns' | 'trainingRun' | 'trainedOn'>;

export const trainingReads = (store: Store): TrainingReads => ({
  async trainingRuns({ aiSystem, modelVersion, before = LAST, limit }) {
    const params = { before, limit, ...optional('system', aiSystem), ...optional('version', modelVersion) };
    const found = await readPage(store, { query: runsBefore, params, position: (row) => row.position });
    const runs = found.items.map(({ run }) => run);
    const steps = runs.length === 0 ? [] : await store.one(stepsOf, { runs });
    const byRun = Map.groupBy(steps, ({ run }) => run);
    return { items: runs.flatMap((run) => runOf(byRun.get(run) ?? []) ?? []), next: found.next };
  },
  trainingRun: (id) =>
    store.read(function* () {
      const run = runOf(yield* ask(stepsOf, { runs: [id] }));
      if (run === undefined) return undefined;
      return { ...run, onRecord: Number((yield* ask(trainedCount, { run: id }))[0]?.total ?? 0) };
    }),
  trainedOn: async (run, { after, limit }) => store.one(trainedAfter, { run, after, limit }),
});
