/**
 * One connection to the stream of changes, from its welcome to its end.
 * Flow:    follow-changes, permissions → here → fetch (GET /v1/changes/stream).
 * Promise: what is told next was said by the service in that order with nothing missing: a heartbeat that has come
 *          further than what was heard ends the stream with a fault. Silence beyond three heartbeats ends it, too.
 * Source:  docs/events.md; decision 0073.
 */
import { z } from 'zod';
import { Change } from '../../openapi/models/person.ts';
import { type ClientSettings, tokenOf } from './client.ts';
import { readEvents, type ServerSentEvent } from './server-sent-events.ts';
import { CandorUnavailable } from './unavailable.ts';

/** Something that other services must act on, as in GET /v1/changes. */
export type ChangeHeard = z.output<typeof Change>;

const Welcome = z.object({ heldWithinMs: z.number().min(0), heartbeatMs: z.number().min(1) });
const End = z.object({ code: z.string().max(64) });

type Told =
  | { readonly told: 'welcome'; readonly cursor: string; readonly heldWithinMs: number; readonly silentMs: number }
  | { readonly told: 'change'; readonly cursor: string; readonly change: ChangeHeard }
  | { readonly told: 'heartbeat'; readonly cursor: string };

export interface Follow {
  /** Go on behind this cursor; without one, behind the newest change. */
  readonly after?: string | undefined;
  /** Without a cursor: from the first change. */
  readonly fromOldest?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Before the service has said how often it will be heard. */
const SILENT_MS = 5000;
/** So many heartbeats may be late before nobody is there. */
const HEARTBEATS = 3;
/** However long a service says that it may be silent. */
const MOST_SILENT_MS = 15_000;

/** Throws CandorUnavailable when it ends, however it ends. */
export async function* heardChanges(settings: ClientSettings, follow: Follow): AsyncGenerator<Told, never> {
  const silence = silenceWatch();
  const { signal } = follow;
  const both = signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal]);
  try {
    const response = await opened(settings, follow, both);
    let cursor = follow.after ?? '';
    for await (const event of readEvents(response)) {
      silence.heard();
      const told = toldIn(event, cursor);
      if (told === undefined) continue;
      if (told.told === 'welcome') silence.expect(told.silentMs);
      cursor = told.cursor;
      yield told;
    }
    throw new CandorUnavailable('unreachable', 'the stream of changes broke off.');
  } catch (fault) {
    throw faultOf(fault, { isSilent: silence.signal.aborted, isStopped: signal?.aborted === true });
  } finally {
    silence.stop();
  }
}

async function opened(settings: ClientSettings, { after, fromOldest }: Follow, signal: AbortSignal) {
  const url = new URL(`${settings.url.replace(/\/+$/, '')}/v1/changes/stream`);
  if (fromOldest !== true) url.searchParams.set('start', 'newest');
  const headers = new Headers({ accept: 'text/event-stream' });
  const token = await tokenOf(settings);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (after !== undefined) headers.set('last-event-id', after);
  const fetch = settings.fetch ?? globalThis.fetch;
  const response = await fetch(url, { headers, redirect: 'manual', signal, cache: 'no-store' });
  const type = response.headers.get('content-type') ?? '';
  const { body } = response;
  if (response.status === 200 && type.startsWith('text/event-stream') && body !== null) return body;
  await body?.cancel();
  const isBusy = response.status === 429 || response.status >= 500;
  throw new CandorUnavailable(isBusy ? 'busy' : 'not-understood', `no stream of changes, but ${response.status}.`);
}

/** Undefined for what this version does not know; it still says that somebody is there. */
function toldIn({ event, data, id }: ServerSentEvent, before: string): Told | undefined {
  if (event === 'welcome') {
    const { heldWithinMs, heartbeatMs } = Welcome.parse(JSON.parse(data));
    return { told: 'welcome', cursor: id, heldWithinMs, silentMs: Math.min(heartbeatMs * HEARTBEATS, MOST_SILENT_MS) };
  }
  if (event === 'change') return { told: 'change', cursor: id, change: Change.parse(JSON.parse(data)) };
  if (event === 'end') {
    const { code } = End.parse(JSON.parse(data));
    throw new CandorUnavailable('busy', `the service ended the stream of changes (${code}).`);
  }
  if (event !== 'heartbeat') return undefined;
  if (id === before) return { told: 'heartbeat', cursor: id };
  throw new CandorUnavailable('not-understood', 'something between us and the service holds changes back.');
}

function faultOf(fault: unknown, { isSilent, isStopped }: { readonly isSilent: boolean; readonly isStopped: boolean }) {
  if (isStopped) return new CandorUnavailable('stopped', 'the caller gave up.', fault);
  if (isSilent) return new CandorUnavailable('timeout', 'the stream of changes fell silent.', fault);
  if (fault instanceof CandorUnavailable) return fault;
  const isForeign = fault instanceof z.ZodError || fault instanceof SyntaxError;
  return isForeign
    ? new CandorUnavailable('not-understood', "the stream of changes is not one of Candor's.", fault)
    : new CandorUnavailable('unreachable', 'nobody listens there, or the connection broke.', fault);
}

function silenceWatch() {
  const controller = new AbortController();
  let longest = SILENT_MS;
  let timer = setTimeout(() => controller.abort(), longest).unref();
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), longest).unref();
  };
  return {
    signal: controller.signal,
    heard,
    expect(ms: number) {
      longest = ms;
      heard();
    },
    stop: () => clearTimeout(timer),
  };
}
