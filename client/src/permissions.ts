/**
 * Permissions that are remembered for a moment, so that a check which was just answered costs no call.
 * Flow:    whoever integrates → here → client (POST /v1/checks); change-stream empties it.
 * Promise: only a yes is remembered, and only while the stream of changes is heard. It is used for `heldWithinMs` at
 *          the longest, from before it was asked for, whatever the stream does: is cut, falls silent, or leaves
 *          changes out. After the stream is lost every answer is asked live. A check is advice; guards ask for uses,
 *          which are never remembered.
 * Source:  docs/events.md; decision 0073.
 */
import type { BodyOf } from '../../openapi/endpoint.ts';
import type { postCheck } from '../../openapi/endpoints/checks.ts';
import { heardChanges } from './change-stream.ts';
import { type CallOptions, type ClientSettings, createClient } from './client.ts';
import { waited } from './follow-changes.ts';
import { type Permission, PermissionMemory } from './permission-memory.ts';
import { refusedByProblem } from './use.ts';

export type { Permission } from './permission-memory.ts';

type PermissionQuestion = BodyOf<typeof postCheck>;

export interface PermissionSettings extends ClientSettings {
  /** How many permissions are remembered at most; 10,000 when left out. */
  readonly most?: number;
}

export interface Permissions {
  /** Throws ConsentRefused where the question itself is refused, and CandorUnavailable where nobody answers. */
  mayI(question: PermissionQuestion, options?: CallOptions): Promise<Permission>;
  /** Whether the stream of changes is heard now; without it nothing is remembered. */
  isListening(): boolean;
  close(): void;
}

export function openPermissions(settings: PermissionSettings): Permissions {
  const { most = 10_000, ...forClient } = settings;
  const client = createClient(forClient);
  const memory = new PermissionMemory(most);
  const closing = new AbortController();
  void keepListening(forClient, memory, closing.signal);

  async function ask(question: PermissionQuestion, key: string, options: CallOptions): Promise<Permission> {
    const asking = memory.ask();
    try {
      const answer = await client.postCheck({ body: question }, options);
      if (!answer.ok) throw refusedByProblem(answer.problem);
      memory.keep(asking, key, { ...answer.body, remembered: true });
      return { ...answer.body, remembered: false };
    } finally {
      memory.done(asking);
    }
  }
  return {
    async mayI(question, options = {}) {
      const key = keyOf(question, options.language);
      return memory.find(key) ?? ask(question, key, options);
    },
    isListening: () => memory.isListening(),
    close: () => {
      closing.abort();
      memory.lose();
    },
  };
}

const keyOf = (
  { subject, aiSystem, purpose, dataCategories, context }: PermissionQuestion,
  language?: string,
): string => JSON.stringify([subject, aiSystem, purpose, dataCategories, context, language]);

const FIRST_MS = 250;
const MOST_MS = 10_000;

async function keepListening(settings: ClientSettings, memory: PermissionMemory, signal: AbortSignal): Promise<void> {
  let failed = 0;
  while (!signal.aborted) {
    let silentMs = 0;
    try {
      for await (const told of heardChanges(settings, { signal })) {
        failed = 0;
        if (told.told === 'welcome') {
          silentMs = told.silentMs;
          memory.begin(told.heldWithinMs, silentMs);
        } else memory.hear(silentMs);
        if (told.told === 'change') memory.change(told.change.subject);
      }
    } catch {
      // However it ended: from here on everything is asked live.
      memory.lose();
    }
    await waited(Math.min(FIRST_MS * 2 ** failed, MOST_MS) * (0.5 + Math.random() / 2), signal);
    failed += 1;
  }
}
