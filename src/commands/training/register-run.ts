/**
 * A training run is registered with its filter, and ended.
 * Flow:    http (POST /v1/training-runs, …/outcome) → here → facts `training.registered`, `training.ended`.
 * Promise: a run is for a purpose that its AI system declares; it ends once and in one way.
 * Source:  decision 0077.
 */
import type { Instant } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import { problem } from '../../vocabulary/problems.ts';
import type { TrainingFilter, TrainingOutcome } from '../../vocabulary/training.ts';
import type { CommandRule } from '../command.ts';
import { notNow, timeOf, unfit } from '../refusal.ts';

const draws = { run: 'trn' } as const;

interface RegisteredRun extends TrainingFilter {
  readonly id: string;
  readonly registeredAt: string;
}

export const registerRun: CommandRule<TrainingFilter, RegisteredRun, typeof draws> = {
  kind: 'training.register',
  draws: () => draws,
  keys: () => ({ registry: 'read' }),
  decide({ registry }, { input, ids }, now) {
    const system = registry.aiSystems.get(input.aiSystem)?.at(-1);
    if (system === undefined)
      return unfit('/aiSystem', 'unknown-ai-system', {
        message: 'Nobody declared this AI system.',
        fix: 'Declare it with PUT /v1/ai-systems/{key}, or name a declared one.',
      });
    if (!registry.purposes.has(input.purpose) || !system.body.purposes.includes(input.purpose))
      return unfit('/purpose', 'use-not-declared', {
        message: 'The AI system does not declare this purpose.',
        fix: 'Name a purpose that it declares, or declare it.',
      });
    const { aiSystem, purpose, modelVersion, dataCategories, regimes } = input;
    const named = registry.purposes.get(purpose)?.at(-1)?.categories ?? [];
    const foreign = (dataCategories ?? []).findIndex((each) => !named.includes(each) || !system.categories.has(each));
    if (foreign !== -1)
      return unfit(`/dataCategories/${foreign}`, 'use-not-declared', {
        message: 'The purpose or the AI system does not declare this kind of data.',
        fix: 'Name kinds of data that both declare, or leave them out.',
      });
    const filter = {
      aiSystem,
      purpose,
      modelVersion,
      ...defined({
        dataCategories: dataCategories === undefined ? undefined : [...dataCategories],
        regimes: regimes === undefined ? undefined : [...regimes],
      }),
    };
    return {
      facts: [{ id: ids.run, kind: 'training.registered', payload: { v: 1, ...filter } }],
      result: { id: ids.run, ...filter, registeredAt: timeOf(now) },
    };
  },
  reply: (result, entry) => ({ status: 201, body: { ...result, ...defined({ entry }) } }),
};

interface EndRun {
  readonly run: string;
  readonly outcome: TrainingOutcome;
}
interface EndedRun extends EndRun {
  readonly at: Instant;
  readonly isNew: boolean;
}

/** `trn_…` ends as `tre_…` with the same characters, so that two ends cannot both stand. */
export const idOfEnd = (run: string): string => run.replace(/^trn_/, 'tre_');

const none = {} as const;

export const endRun: CommandRule<EndRun, EndedRun, typeof none> = {
  kind: 'training.end',
  draws: () => none,
  keys: ({ run }) => ({ facts: [run, idOfEnd(run)] }),
  decide(state, { input }, now) {
    const { run, outcome } = input;
    if (state.fact(run)?.kind !== 'training.registered') return problem('not-found');
    const earlier = state.fact(idOfEnd(run));
    if (earlier?.kind === 'training.ended') {
      if (earlier.payload.outcome !== outcome) return notNow(`This run was already ${earlier.payload.outcome}.`);
      return { facts: [], result: { run, outcome, at: earlier.at, isNew: false } };
    }
    return {
      facts: [{ id: idOfEnd(run), kind: 'training.ended', payload: { v: 1, run, outcome } }],
      result: { run, outcome, at: now, isNew: true },
    };
  },
  reply: ({ at, isNew, ...ended }, entry) => ({
    status: isNew ? 201 : 200,
    body: { ...ended, at: timeOf(at), ...defined({ entry }) },
  }),
};
