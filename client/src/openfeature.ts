/**
 * A provider for OpenFeature: the flag `ai:<ai-system>:<purpose>` is on where this person's data may be used now.
 * Flow:    client.getBooleanValue(flag, false, { targetingKey }) → here → use; client.track(…) → the use's end.
 * Promise: a flag that is on is a use that stands in the ledger. It is off for everything else, whatever default the
 *          caller names, and no error code is given, because the library answers an error with that default.
 * Source:  decision 0059.
 */
import type {
  EvaluationContext,
  JsonValue,
  Provider,
  ResolutionDetails,
  TrackingEventDetails,
} from '@openfeature/server-sdk';
import { type UseOutcome, useOutcomes } from '../../src/vocabulary/use.ts';
import type { CandorClient } from './client.ts';
import { type KnownBefore, questionFrom, questionInFlag } from './question.ts';
import { ConsentRefused } from './refused.ts';
import { askToUse, type PermittedUse, type UseOptions } from './use.ts';

export interface FlagGuard extends KnownBefore {
  readonly client: CandorClient;
  readonly options?: UseOptions;
}

const MOST_OPEN = 10_000;

export class CandorProvider implements Provider {
  readonly metadata = { name: 'candor' } as const;
  readonly runsOn = 'server' as const;
  readonly #guard: FlagGuard;
  readonly #open = new Map<string, PermittedUse>();

  constructor(guard: FlagGuard) {
    this.#guard = guard;
  }

  async resolveBooleanEvaluation(
    flag: string,
    _byDefault: boolean,
    { targetingKey, candor }: EvaluationContext,
  ): Promise<ResolutionDetails<boolean>> {
    const { client, options, ...known } = this.#guard;
    const added = { ...questionInFlag(flag), ...(targetingKey === undefined ? {} : { subject: targetingKey }) };
    try {
      const question = questionFrom({ ...known, ...added }, candor);
      const use = await askToUse(client, question, options);
      this.#keep(use);
      return { value: true, reason: 'TARGETING_MATCH', flagMetadata: { use: use.id } };
    } catch (fault) {
      if (fault instanceof ConsentRefused)
        return { value: false, reason: 'TARGETING_MATCH', flagMetadata: { refusedBecause: fault.reason } };
      return { value: false, reason: 'ERROR', flagMetadata: { refusedBecause: 'candor-unavailable' } };
    }
  }

  /** `client.track('finished' | 'failed' | 'stopped', context, { use })` says how the use of that id went. */
  track(event: string, _context: EvaluationContext, { use }: TrackingEventDetails): void {
    if (typeof use !== 'string' || !useOutcomes.some((outcome) => outcome === event)) return;
    const open = this.#open.get(use);
    this.#open.delete(use);
    void open?.end(event as UseOutcome);
  }

  async onClose(): Promise<void> {
    await Promise.all([...this.#open.values()].map((use) => use.end('stopped')));
    this.#open.clear();
  }

  /** The oldest whose end nobody tells is let go. */
  #keep(use: PermittedUse): void {
    this.#open.set(use.id, use);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN && oldest !== undefined) this.#open.delete(oldest);
  }

  resolveStringEvaluation = async (_flag: string, byDefault: string) => noSuchFlag(byDefault);
  resolveNumberEvaluation = async (_flag: string, byDefault: number) => noSuchFlag(byDefault);
  resolveObjectEvaluation = async <T extends JsonValue>(_flag: string, byDefault: T) => noSuchFlag(byDefault);
}

/** Permission is a yes or a no; flags of other types are none of ours. */
const noSuchFlag = <T>(value: T): ResolutionDetails<T> => ({ value, reason: 'DEFAULT' });
