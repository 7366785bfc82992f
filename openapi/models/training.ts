/**
 * Training runs: what is registered, who may go into one, who did, and of whom it may no longer be used.
 * Flow:    basics.ts → here → endpoints/training.ts.
 * Promise: lists of people hold pseudonyms and the identifiers that the company itself uses.
 * Source:  decision 0077.
 */
import { z } from 'zod';
import { reasonCodes } from '../../src/vocabulary/reason.ts';
import { mostIncludedAtOnce, trainingStates } from '../../src/vocabulary/training.ts';
import { useOutcomes } from '../../src/vocabulary/use.ts';
import { At, Entry, Key, Regime, SubjectId } from './basics.ts';

export const RunId = z
  .string()
  .max(30)
  .regex(/^trn_[0-9a-hjkmnp-tv-z]{26}$/)
  .meta({ id: 'RunId', examples: ['trn_01h455vb4pex5vsknk084sn02q'] });

export const ModelVersion = z
  .string()
  .max(64)
  .regex(/^[\w.+-]{1,64}$/)
  .describe('The version of the model that comes out of it, as the company counts them.');

const filter = {
  aiSystem: Key,
  purpose: Key.describe('One that the AI system declares.'),
  modelVersion: ModelVersion,
  dataCategories: z.array(Key).min(1).max(100).exactOptional().describe('Left out: all that the purpose names.'),
  regimes: z
    .array(Regime)
    .min(1)
    .max(20)
    .exactOptional()
    .describe('Only people of whom every law that protects them is one of these.'),
};

export const TrainingRunBody = z.strictObject(filter).meta({ id: 'TrainingRunBody' });

const count = z.int().min(0);
const shown = {
  id: RunId,
  ...filter,
  state: z.enum(trainingStates),
  registeredAt: At,
  endedAt: At.nullable(),
  included: count.describe('How many people were put into it, those who were erased since included.'),
  refused: count.describe('How often somebody was refused; the same person counts each time.'),
};
export const RegisteredRun = z
  .object({ id: RunId, ...filter, registeredAt: At, entry: Entry.optional() })
  .meta({ id: 'RegisteredTrainingRun' });
export const TrainingRunModel = z
  .object({ ...shown, erased: count.describe('How many of them were erased since.') })
  .meta({ id: 'TrainingRun', description: 'A training run, with how many people went into it.' });
export const TrainingRunListed = z.object(shown).meta({ id: 'TrainingRunListed' });

const next = z
  .string()
  .max(400)
  .nullable()
  .describe('The cursor to go on with; a page may hold few items or none, and only null is the end.');
const identifiers = z.array(z.string().max(400)).max(1000);

export const Candidates = z
  .object({ items: z.array(z.object({ subject: SubjectId, identifiers })).max(1000), next })
  .meta({ id: 'TrainingCandidates', description: 'Who may go into a run, at the moment of the answer.' });

export const IncludedBody = z
  .strictObject({ subjects: z.array(SubjectId).min(1).max(mostIncludedAtOnce) })
  .meta({ id: 'TrainingIncludedBody' });
export const IncludedAnswer = z
  .object({
    run: RunId,
    results: z
      .array(
        z.object({
          included: z.boolean(),
          reason: z.enum([...reasonCodes, 'outside-filter']).describe('Why, or why not.'),
        }),
      )
      .max(mostIncludedAtOnce)
      .describe('In the order of `subjects`. Leave out whoever is not included.'),
    included: count.describe('How many were not in it before.'),
    refused: count,
    entry: Entry.optional(),
  })
  .meta({ id: 'TrainingIncluded' });
export const IncludedList = z
  .object({
    items: z.array(z.object({ subject: SubjectId, at: At, log: count, index: count })).max(1000),
    next,
  })
  .meta({ id: 'TrainingIncludedList' });

export const NoLongerList = z
  .object({
    items: z
      .array(
        z.object({
          subject: SubjectId,
          identifiers,
          reason: z.enum(reasonCodes),
          since: At.optional().describe('When what stands against it happened.'),
        }),
      )
      .max(1000),
    lookedAt: count.describe('How many people this page looked at.'),
    erased: count.describe('How many were erased since; they stand in no list.'),
    next,
  })
  .meta({ id: 'TrainingNoLonger', description: 'People in a run whose data may no longer be used for it.' });

export const RunOutcomeBody = z.strictObject({ outcome: z.enum(useOutcomes) }).meta({ id: 'TrainingOutcomeBody' });
export const RunOutcome = z
  .object({ run: RunId, outcome: z.enum(useOutcomes), at: At, entry: Entry.optional() })
  .meta({ id: 'TrainingOutcome' });
