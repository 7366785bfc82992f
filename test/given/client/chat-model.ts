/**
 * A chat model for LangChain that calls the model behind HTTP, so that what is counted is what really left.
 * Flow:    guarded.ts → here → model-api.
 */
import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import OpenAI from 'openai';

const asked = (messages: readonly BaseMessage[], model: string) => ({
  model,
  messages: messages.map(({ text }) => ({ role: 'user' as const, content: text })),
});

export class HttpChatModel extends BaseChatModel {
  readonly #api: OpenAI;
  readonly #model: string;
  constructor(url: string, model: string) {
    super({ maxRetries: 0 });
    this.#api = new OpenAI({ baseURL: url, apiKey: 'none', maxRetries: 0 });
    this.#model = model;
  }
  _llmType(): string {
    return 'http';
  }
  /** An agent asks for this also where it has no tools. */
  override bindTools(): this {
    return this;
  }
  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const { choices } = await this.#api.chat.completions.create(asked(messages, this.#model));
    const text = choices[0]?.message.content ?? '';
    return { generations: [{ text, message: new AIMessage(text) }] };
  }
  override async *_streamResponseChunks(
    messages: BaseMessage[],
    _options: unknown,
    run?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    for await (const { choices } of await this.#api.chat.completions.create({
      ...asked(messages, this.#model),
      stream: true,
    })) {
      const text = choices[0]?.delta.content ?? '';
      const chunk = new ChatGenerationChunk({ text, message: new AIMessageChunk(text) });
      yield chunk;
      await run?.handleLLMNewToken(text, undefined, undefined, undefined, undefined, { chunk });
    }
  }
}
