/**
 * Guards for the AI SDK: language models (answers and streams), embeddings, and whole providers.
 * Flow:    generateText, streamText, embed → here → use → the model.
 * Promise: the model runs only under a permission that stands in the ledger; a stream stops when the permission does.
 *          Whose data it is stands in `providerOptions.candor` of the call, or was told to the guard.
 * Source:  decision 0059.
 */
import type { EmbeddingModelV4Middleware, LanguageModelV4Middleware, ProviderV4 } from '@ai-sdk/provider';
import { wrapEmbeddingModel, wrapLanguageModel } from 'ai';
import type { CandorClient } from './client.ts';
import { guardedStream } from './guarded-stream.ts';
import { type KnownBefore, questionFrom } from './question.ts';
import { askToUse, outcomeOf, type UseOptions, withPermission } from './use.ts';

export interface ModelGuard extends KnownBefore {
  readonly client: CandorClient;
  readonly options?: UseOptions;
}

interface ModelCall {
  readonly providerOptions?: Readonly<Record<string, unknown>> | undefined;
  readonly abortSignal?: AbortSignal | undefined;
}

const both = (one: AbortSignal | undefined, other: AbortSignal): AbortSignal =>
  one === undefined ? other : AbortSignal.any([one, other]);

const askingOf = ({ client, options = {}, ...known }: ModelGuard, call: ModelCall) => ({
  client,
  question: questionFrom(known, call.providerOptions?.['candor']),
  options: call.abortSignal === undefined ? options : { ...options, signal: call.abortSignal },
});

/** For `wrapLanguageModel({ model, middleware })`. */
export const languageGuard = (guard: ModelGuard): LanguageModelV4Middleware => ({
  specificationVersion: 'v4',
  wrapGenerate: async ({ model, params }) =>
    withPermission(askingOf(guard, params), async (use) =>
      model.doGenerate({ ...params, abortSignal: both(params.abortSignal, use.signal) }),
    ),
  wrapStream: async ({ model, params }) => {
    const { client, question, options } = askingOf(guard, params);
    const use = await askToUse(client, question, options);
    try {
      const result = await model.doStream({ ...params, abortSignal: both(params.abortSignal, use.signal) });
      return { ...result, stream: guardedStream(result.stream, use, ({ type }) => type === 'error') };
    } catch (fault) {
      await use.end(outcomeOf(fault, params.abortSignal, use.signal));
      throw fault;
    }
  },
});

/** For `wrapEmbeddingModel({ model, middleware })`: turning somebody's words into numbers uses their data, too. */
export const embeddingGuard = (guard: ModelGuard): EmbeddingModelV4Middleware => ({
  specificationVersion: 'v4',
  wrapEmbed: async ({ model, params }) =>
    withPermission(askingOf(guard, params), async (use) =>
      model.doEmbed({ ...params, abortSignal: both(params.abortSignal, use.signal) }),
    ),
});

/** Every language and embedding model of a provider, so that none is forgotten; other kinds of models are refused. */
export function guardProvider(provider: ProviderV4, guard: ModelGuard): ProviderV4 {
  const refuse = (): never => {
    throw new Error('This provider is guarded, and this kind of model has no guard yet.');
  };
  return {
    specificationVersion: 'v4',
    languageModel: (id) =>
      wrapLanguageModel({ model: provider.languageModel(id), middleware: languageGuard(guard) }) as never,
    embeddingModel: (id) =>
      wrapEmbeddingModel({ model: provider.embeddingModel(id), middleware: embeddingGuard(guard) }) as never,
    imageModel: refuse,
  };
}
