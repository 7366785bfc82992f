/**
 * A gate between a caller and the model behind HTTP, and what the record then says about a person.
 * Flow:    test/gate → here → src/gate, over a running service and model-api.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '../../client/src/client.ts';
import { askingOfGate, type Gate, openGate } from '../../src/gate/gate.ts';
import type { GateSettings } from '../../src/gate/settings.ts';
import type { RequestLine } from '../../src/vocabulary/request-line.ts';
import { sure } from './a-shop.ts';
import type { RunningService } from './service.ts';

export const GATE_TOKEN = 'gate-token-of-the-shop-0123456789';
const UPSTREAM_KEY = 'key-that-only-the-gate-knows';

/** Files of a gate: who may call, and the key of the upstream. */
export function gateFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'candor-gate-'));
  const [tokensFile, upstreamKeyFile] = [join(folder, 'tokens'), join(folder, 'key')];
  writeFileSync(tokensFile, `# who may call\n${GATE_TOKEN}\n`);
  writeFileSync(upstreamKeyFile, `${UPSTREAM_KEY}\n`);
  return { folder, tokensFile, upstreamKeyFile };
}

export interface AGate extends Gate {
  /** With `/v1`, as the library of the upstream wants it. */
  readonly url: string;
  readonly lines: readonly RequestLine[];
  readonly notices: readonly string[];
}

interface Wish {
  /** Whoever stands where Candor should. */
  readonly candor: string;
  readonly token: string;
  readonly upstream: string;
  readonly settings?: Partial<GateSettings>;
  readonly timing?: { readonly recheckMs?: number; readonly idleMs?: number; readonly silentMs?: number };
  readonly asking?: { readonly timeoutMs: number; readonly deadlineMs: number };
}

export async function aGate({
  candor,
  token,
  upstream,
  settings,
  timing,
  asking = askingOfGate,
}: Wish): Promise<AGate> {
  const { tokensFile, upstreamKeyFile } = gateFiles();
  const lines: RequestLine[] = [];
  const notices: string[] = [];
  const gate = await openGate({
    settings: {
      port: 0,
      upstream: new URL(upstream),
      upstreamKeyFile,
      tokensFile,
      paths: ['chat/completions', 'completions', 'responses', 'embeddings'],
      forwardsCredentials: false,
      mostBytes: 2 ** 20,
      keepAliveMs: 90_000,
      ...settings,
    },
    host: '127.0.0.1',
    client: createClient({ ...asking, url: candor, token }),
    log: { request: (line) => void lines.push(line), notice: (code) => void notices.push(code) },
    ...(timing === undefined ? {} : { timing }),
  });
  return { ...gate, url: `http://127.0.0.1:${gate.port}/v1`, lines, notices };
}

export const named = (subject: string) => ({
  'X-Candor-Subject': subject,
  'X-Candor-Purpose': 'support-drafts',
  'X-Candor-AI-System': 'support-assistant',
});

interface Fact {
  readonly kind: string;
  readonly words: string;
}

/** What the record holds about uses of somebody's data, the oldest first. */
export async function usesOf(service: RunningService, subject: string): Promise<readonly Fact[]> {
  const { items } = sure(await service.call('GET', '/v1/me/ledger', { self: subject })).body as { items: Fact[] };
  return items.filter(({ kind }) => kind.startsWith('use.')).reverse();
}

/** What was recorded since there were so many, once the end of the use is among it: it follows the answer. */
export async function usesSince(service: RunningService, subject: string, before: number): Promise<readonly Fact[]> {
  for (let tries = 0; tries < 250; tries += 1) {
    const now = (await usesOf(service, subject)).slice(before);
    if (now.some(({ kind }) => kind === 'use.ended')) return now;
    await pause(20);
  }
  return (await usesOf(service, subject)).slice(before);
}
