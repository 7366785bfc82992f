/**
 * The training runs that a person's data went into, as they read of them.
 * Flow:    ask.ts → here → assemble.ts.
 * Promise: told of a run is what is recorded of it: that the data went in, and whether the run was finished. A run that
 *          is still open, or came to nothing, trained nothing yet, and the words say so.
 * Source:  decision 0077; docs/design.md 8.1.
 */
import { wordsOfCode } from '../../language/categories.ts';
import type { Reads } from '../../ports/reads.ts';
import { type Instant, timeOf } from '../../vocabulary/instant.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import type { TrainingState } from '../../vocabulary/training.ts';
import type { Reader } from '../reader.ts';
import type { When } from './answer-parts.ts';

/** So many are told, the newest first; the record has all of them. */
const SHOWN = 50;

export interface Training {
  readonly run: string;
  readonly aiSystem: string;
  readonly purpose: string;
  readonly modelVersion: string;
  readonly at: Instant;
  readonly state: TrainingState;
}

export interface TrainingAnswer {
  readonly run: string;
  readonly aiSystem: { readonly key: string; readonly name: string };
  readonly purpose: { readonly key: string; readonly name: string };
  readonly modelVersion: string;
  /** When the data went in. */
  readonly at: When;
  readonly state: TrainingState;
  readonly words: string;
}

interface AskedAt {
  readonly upTo?: TreePoint;
  /** Where an earlier moment is asked about: what happened to a run later is not known then. */
  readonly at?: Instant;
}

export async function askTrainings(
  reads: Reads,
  subject: string,
  { upTo, at: asOf }: AskedAt,
): Promise<readonly Training[]> {
  const wants = { limit: SHOWN, kinds: ['training.included'], ...(upTo === undefined ? {} : { upTo }) };
  const { items } = await reads.chain(subject, wants);
  const states = new Map<string, TrainingState>();
  const trainings: Training[] = [];
  for (const { at, payload } of items) {
    if (at === undefined || payload === undefined) continue;
    const run = String(payload.run);
    if (!states.has(run)) states.set(run, await stateOf(reads, run, asOf));
    trainings.push({
      run,
      aiSystem: String(payload.aiSystem),
      purpose: String(payload.purpose),
      modelVersion: String(payload.modelVersion),
      at,
      state: states.get(run) ?? 'open',
    });
  }
  return trainings;
}

async function stateOf(reads: Reads, id: string, asOf: Instant | undefined): Promise<TrainingState> {
  const ended = (await reads.trainingRun(id))?.ended;
  return ended === undefined || (asOf !== undefined && ended.at > asOf) ? 'open' : ended.outcome;
}

type NameOf = (what: 'ai-system' | 'purpose', key: string) => string;

export const trainingAnswers = (
  trainings: readonly Training[] | undefined,
  reader: Reader,
  nameOf: NameOf,
): readonly TrainingAnswer[] => (trainings ?? []).map((training) => trainingAnswer(training, reader, nameOf));

function trainingAnswer(
  { run, aiSystem, purpose, modelVersion, at, state }: Training,
  reader: Reader,
  nameOf: NameOf,
): TrainingAnswer {
  const named = (what: 'ai-system' | 'purpose', key: string) => ({ key, name: nameOf(what, key) || wordsOfCode(key) });
  const system = named('ai-system', aiSystem);
  const words = reader.say('use.trained', {
    state,
    aiSystem: system.name,
    version: modelVersion,
    day: reader.date(at),
  });
  return { run, aiSystem: system, purpose: named('purpose', purpose), modelVersion, at: timeOf(at), state, words };
}
