/**
 * Every guard in the same words, around the real library, before the same model: answer, stream, embed.
 * Flow:    test/client/guards.test.ts → here → client/src, the library, model-api.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { McpServer } from '@modelcontextprotocol/server';
import { OpenFeature } from '@openfeature/server-sdk';
import { embed, generateText, streamText, wrapEmbeddingModel, wrapLanguageModel } from 'ai';
import { MockEmbeddingModelV4, MockLanguageModelV4 } from 'ai/test';
import express from 'express';
import { createAgent } from 'langchain';
import OpenAI from 'openai';
import { embeddingGuard, languageGuard } from '../../../client/src/ai-sdk.ts';
import type { CandorClient } from '../../../client/src/client.ts';
import { permissionOf, requireConsent } from '../../../client/src/express.ts';
import { CandorGuardHandler, guardAgent } from '../../../client/src/langchain.ts';
import { guardTool } from '../../../client/src/mcp.ts';
import { guardFetch } from '../../../client/src/openai.ts';
import { CandorProvider } from '../../../client/src/openfeature.ts';
import { HttpChatModel } from './chat-model.ts';
import type { ModelApi } from './model-api.ts';

interface Around {
  readonly client: CandorClient;
  readonly api: ModelApi;
}
/** One way to use a model about a person; throws, or says that it was refused, where it may not. */
export interface Guarded {
  readonly name: string;
  /** Gives what the model said. */
  answer(around: Around, subject: string, model?: string): Promise<string>;
  /** Gives the pieces as they come; absent where the library has no streams of its own. */
  stream?(around: Around, subject: string): AsyncIterable<string>;
}

const known = { aiSystem: 'support-assistant', purpose: 'support-drafts' } as const;
const options = { recheckMs: 50, idleMs: 200 };
const messages = [{ role: 'user' as const, content: 'Hello' }];
const usage = { inputTokens: { total: 1 }, outputTokens: { total: 1 } } as never;

/** The AI SDK's own test model, which passes what it is asked to the model behind HTTP. */
function sdkModel(api: ModelApi, model: string): LanguageModelV4 {
  const remote = new OpenAI({ baseURL: api.url, apiKey: 'none', maxRetries: 0 });
  return new MockLanguageModelV4({
    doGenerate: async ({ abortSignal }) => {
      const { choices } = await remote.chat.completions.create(
        { model, messages },
        abortSignal ? { signal: abortSignal } : {},
      );
      const text = choices[0]?.message.content ?? '';
      return { content: [{ type: 'text', text }], finishReason: { unified: 'stop', raw: 'stop' }, usage, warnings: [] };
    },
    doStream: async ({ abortSignal }) => {
      const pieces = await remote.chat.completions.create(
        { model, messages, stream: true },
        abortSignal ? { signal: abortSignal } : {},
      );
      return {
        stream: new ReadableStream({
          async start(controller) {
            try {
              controller.enqueue({ type: 'text-start', id: '1' });
              for await (const { choices } of pieces)
                controller.enqueue({ type: 'text-delta', id: '1', delta: choices[0]?.delta.content ?? '' });
              controller.enqueue({ type: 'text-end', id: '1' });
              controller.enqueue({ type: 'finish', finishReason: { unified: 'stop', raw: 'stop' }, usage });
              controller.close();
            } catch (fault) {
              controller.error(fault);
            }
          },
        }),
      };
    },
  });
}

const openai = ({ client, api }: Around): OpenAI =>
  new OpenAI({ baseURL: api.url, apiKey: 'none', fetch: guardFetch({ client, options, ...known }) });
const about = (subject: string) => ({ headers: { 'X-Candor-Subject': subject } });

async function* textOf(pieces: AsyncIterable<{ choices: { delta: { content?: string | null } }[] }>) {
  for await (const { choices } of pieces) yield choices[0]?.delta.content ?? '';
}

export const guardedWays: readonly Guarded[] = [
  {
    name: 'the AI SDK',
    async answer({ client, api }, subject, model = 'stub') {
      const wrapped = wrapLanguageModel({
        model: sdkModel(api, model),
        middleware: languageGuard({ client, options, ...known }),
      });
      const candor = { subject };
      return (await generateText({ model: wrapped, prompt: 'Hello', providerOptions: { candor }, maxRetries: 0 })).text;
    },
    async *stream({ client, api }, subject) {
      const wrapped = wrapLanguageModel({
        model: sdkModel(api, 'stub'),
        middleware: languageGuard({ client, options, ...known }),
      });
      const candor = { subject };
      const { fullStream } = streamText({
        model: wrapped,
        prompt: 'Hello',
        providerOptions: { candor },
        maxRetries: 0,
        onError: () => undefined,
      });
      for await (const part of fullStream) {
        if (part.type === 'error') throw part.error;
        if (part.type === 'text-delta') yield part.text;
      }
    },
  },
  {
    name: 'embeddings of the AI SDK',
    async answer({ client, api }, subject, model = 'stub') {
      const remote = new OpenAI({ baseURL: api.url, apiKey: 'none', maxRetries: 0 });
      const wrapped = wrapEmbeddingModel({
        model: new MockEmbeddingModelV4({
          doEmbed: async ({ values }) => {
            const { data } = await remote.embeddings.create({ model, input: values, encoding_format: 'float' });
            return { embeddings: data.map(({ embedding }) => embedding), warnings: [] };
          },
        }),
        middleware: embeddingGuard({ client, options, ...known }),
      });
      const candor = { subject };
      return String(
        (await embed({ model: wrapped, value: 'Hello', providerOptions: { candor }, maxRetries: 0 })).embedding,
      );
    },
  },
  {
    name: 'the OpenAI client',
    async answer(around, subject, model = 'stub') {
      const { choices } = await openai(around).chat.completions.create({ model, messages }, about(subject));
      return choices[0]?.message.content ?? '';
    },
    async *stream(around, subject) {
      yield* textOf(
        await openai(around).chat.completions.create({ model: 'stub', messages, stream: true }, about(subject)),
      );
    },
  },
  {
    name: 'embeddings of the OpenAI client',
    async answer(around, subject, model = 'stub') {
      const { data } = await openai(around).embeddings.create(
        { model, input: 'Hello', encoding_format: 'float' },
        about(subject),
      );
      return String(data[0]?.embedding);
    },
  },
  {
    name: 'an agent of LangChain',
    async answer({ client, api }, subject, model = 'stub') {
      const agent = createAgent({
        model: new HttpChatModel(api.url, model),
        tools: [],
        middleware: [guardAgent({ client, options, ...known })],
      });
      const { messages: said } = await agent.invoke({ messages: 'Hello' }, { context: { candor: { subject } } });
      return said.at(-1)?.text ?? '';
    },
  },
  {
    name: 'a model of LangChain with the handler',
    async answer({ client, api }, subject, model = 'stub') {
      const callbacks = [new CandorGuardHandler({ client, options, ...known })];
      const metadata = { candor: { subject } };
      return (await new HttpChatModel(api.url, model).invoke('Hello', { callbacks, metadata })).text;
    },
    async *stream({ client, api }, subject) {
      const callbacks = [new CandorGuardHandler({ client, options, ...known })];
      const metadata = { candor: { subject } };
      for await (const piece of await new HttpChatModel(api.url, 'stub').stream('Hello', { callbacks, metadata }))
        yield piece.text;
    },
  },
  {
    name: 'a flag of OpenFeature',
    async answer({ client, api }, subject, model = 'stub') {
      const domain = `d${Math.random()}`;
      await OpenFeature.setProviderAndWait(domain, new CandorProvider({ client, options }));
      const flags = OpenFeature.getClient(domain);
      const context = { targetingKey: subject };
      const { value, flagMetadata } = await flags.getBooleanDetails(
        'ai:support-assistant:support-drafts',
        true,
        context,
      );
      if (!value) throw new Error(`off: ${flagMetadata['refusedBecause']}`);
      const use = flagMetadata['use'] as string;
      const remote = new OpenAI({ baseURL: api.url, apiKey: 'none', maxRetries: 0 });
      try {
        const { choices } = await remote.chat.completions.create({ model, messages });
        flags.track('finished', context, { use });
        return choices[0]?.message.content ?? '';
      } catch (fault) {
        flags.track('failed', context, { use });
        throw fault;
      }
    },
  },
  {
    name: 'a tool behind MCP',
    async answer({ client, api }, subject, model = 'stub') {
      const remote = new OpenAI({ baseURL: api.url, apiKey: 'none', maxRetries: 0 });
      const server = new McpServer({ name: 'other', version: '1.0.0' });
      const tool = guardTool(
        { client, options, ...known },
        (input: { customer: string }) => ({ subject: input.customer }),
        async () => {
          const { choices } = await remote.chat.completions.create({ model, messages });
          return { content: [{ type: 'text', text: choices[0]?.message.content ?? '' }] };
        },
      );
      server.registerTool('answer', { description: 'Answers' }, () => tool({ customer: subject }, undefined));
      const { content, isError } = await tool({ customer: subject }, undefined);
      const text = content[0]?.type === 'text' ? content[0].text : '';
      if (isError === true) throw new Error(text);
      return text;
    },
  },
  {
    name: 'a route of Express',
    async answer(around, subject, model = 'stub') {
      const { url, stop } = await aRoute(around, model);
      try {
        const response = await fetch(`${url}/answer`, { headers: { subject } });
        if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
        return await response.text();
      } finally {
        stop();
      }
    },
    async *stream(around, subject) {
      const { url, stop } = await aRoute(around, 'stub');
      try {
        const response = await fetch(`${url}/stream`, { headers: { subject } });
        if (!response.ok) throw new Error(`${response.status}`);
        for await (const piece of response.body ?? []) yield Buffer.from(piece).toString();
      } finally {
        stop();
      }
    },
  },
];

async function aRoute({ client, api }: Around, model: string) {
  const app = express();
  const remote = new OpenAI({ baseURL: api.url, apiKey: 'none', maxRetries: 0 });
  app.use(
    requireConsent({ client, options, ...known, of: (request) => ({ subject: request.headers['subject'] as string }) }),
  );
  app.get('/answer', async (_request, response) => {
    try {
      const { choices } = await remote.chat.completions.create({ model, messages });
      response.send(choices[0]?.message.content);
    } catch {
      response.status(500).send('broken');
    }
  });
  app.get('/stream', async (_request, response) => {
    const signal = permissionOf(response)?.signal;
    const call = { model, messages, stream: true } as const;
    try {
      for await (const text of textOf(await remote.chat.completions.create(call, signal ? { signal } : {})))
        response.write(text);
      response.end();
    } catch {
      response.destroy();
    }
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
