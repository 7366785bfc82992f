/**
 * Guards for LangChain: middleware for agents, and a callback handler for models that are called directly.
 * Flow:    createAgent, a chat model → here → use → the model.
 * Promise: the model runs only under a permission that stands in the ledger. The handler is set so that a refusal
 *          really stops the model: by the library’s defaults a handler’s error is logged, and the model goes on.
 *          Whose data it is stands in the context (agents) or metadata (handler) of the call under `candor`.
 * Source:  decision 0059.
 */
import { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import { createMiddleware } from 'langchain';
import { z } from 'zod';
import type { UseOutcome } from '../../src/vocabulary/use.ts';
import type { CandorClient } from './client.ts';
import { type Idle, idleAfter } from './idle.ts';
import { type KnownBefore, questionFrom } from './question.ts';
import { askToUse, type PermittedUse, type UseOptions, withPermission } from './use.ts';

export interface LangchainGuard extends KnownBefore {
  readonly client: CandorClient;
  readonly options?: UseOptions;
}

/** For `createAgent({ middleware: [guardAgent(…)] })`; `agent.invoke(input, { context: { candor: { subject } } })`. */
export const guardAgent = ({ client, options = {}, ...known }: LangchainGuard) =>
  createMiddleware({
    name: 'CandorGuard',
    contextSchema: z.object({ candor: z.record(z.string(), z.unknown()).optional() }),
    wrapModelCall: async (request, handler) => {
      const question = questionFrom(known, request.runtime.context?.candor);
      return withPermission({ client, question, options }, async () => handler(request));
    },
  });

/** For `model.invoke(input, { callbacks: [guard], metadata: { candor: { subject } } })`. */
export class CandorGuardHandler extends BaseCallbackHandler {
  readonly name = 'candor-guard';
  readonly #guard: LangchainGuard;
  readonly #running = new Map<string, { readonly use: PermittedUse; readonly idle: Idle }>();

  constructor(guard: LangchainGuard) {
    super({ _awaitHandler: true, raiseError: true });
    this.#guard = guard;
    // Nobody may turn a guard into a spectator afterwards.
    Object.defineProperties(this, {
      raiseError: { value: true, writable: false },
      awaitHandlers: { value: true, writable: false },
    });
  }

  async #begin(run: string, metadata: Readonly<Record<string, unknown>> | undefined): Promise<void> {
    const { client, options, ...known } = this.#guard;
    const use = await askToUse(client, questionFrom(known, metadata?.['candor']), options);
    // The library does not say when the reader of a stream has gone.
    const idle = idleAfter(use.idleMs, () => void this.#end(run, 'stopped'));
    this.#running.set(run, { use, idle });
  }

  async #end(run: string, outcome: UseOutcome): Promise<void> {
    const running = this.#running.get(run);
    this.#running.delete(run);
    running?.idle.rest();
    await running?.use.end(running.use.signal.aborted ? 'stopped' : outcome);
  }

  override handleChatModelStart(...[, , run, , , , metadata]: Begun): Promise<void> {
    return this.#begin(run, metadata);
  }
  override handleLLMStart(...[, , run, , , , metadata]: Begun): Promise<void> {
    return this.#begin(run, metadata);
  }
  /** A model that streams is stopped here when the permission has ended. */
  override handleLLMNewToken(_token: string, _place: unknown, run: string): void {
    const running = this.#running.get(run);
    running?.use.signal.throwIfAborted();
    running?.idle.wait();
  }
  override handleLLMEnd(_output: unknown, run: string): Promise<void> {
    return this.#end(run, 'finished');
  }
  override handleLLMError(_fault: unknown, run: string): Promise<void> {
    return this.#end(run, 'failed');
  }
}

/** What a model begins with; only the run and its metadata matter here. */
type Begun = [
  model: unknown,
  input: unknown,
  run: string,
  parent?: string,
  extra?: Record<string, unknown>,
  tags?: string[],
  metadata?: Record<string, unknown>,
];
