/**
 * Sends changes to the endpoints that wait for them, in the order of the feed, and tries again where that fails.
 * Flow:    ledger/webhook-queue (taken under a lease) → answers/subject (the feed) → seal (signature) →
 *          connectors/webhook-post.
 * Promise: an endpoint gets every change behind its place at least once, under the same id each time, and none before
 *          the one that it has not taken yet; what was erased meanwhile is sent as the feed tells it now. After the
 *          last try, and where the receiver says that it is gone, the endpoint is disabled and keeps its place.
 * Source:  Standard Webhooks; decision 0074.
 */
import { askChangesAfter, type ToldChange } from '../answers/subject/ask.ts';
import type { Delivered, PostWebhook } from '../connectors/webhook-post.ts';
import type { DeliveryTried, TakenWebhook, WebhookQueue } from '../ledger/webhook-queue.ts';
import type { House } from '../ports/house.ts';
import type { Sender } from '../ports/records.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../vocabulary/instant.ts';
import { deliveriesKeptMs, webhookWaits } from '../vocabulary/webhook.ts';
import { lastWaitFor } from './last-wait.ts';
import { startRounds } from './rounds.ts';

const LEASE_MS = MINUTE_MS;
const PAGE = 50;
/** Part of each wait is chance, so that endpoints that failed together do not come back together. */
const JITTER = 0.1;

export interface SendingWebhooks {
  readonly house: Pick<House, 'changes' | 'newestChange' | 'record' | 'now' | 'status'>;
  readonly queue: WebhookQueue;
  readonly post: PostWebhook;
  readonly sign: (
    secrets: readonly string[],
    of: { readonly id: string; readonly at: number; readonly body: string },
  ) => string;
  /** Under whose name it is recorded that an endpoint was disabled. */
  readonly sender: Sender;
  /** From 0 to 1. */
  readonly chance: () => number;
}

interface Message {
  readonly id: string;
  readonly what: string;
  readonly body: string;
}

/** The same change has the same id for every endpoint and in every try. */
const messageOf = ({ position, item }: ToldChange): Message => ({
  id: `chg_${position}`,
  what: item.what,
  body: JSON.stringify({ type: `change.${item.what}`, timestamp: item.at, data: item }),
});

async function attempt(
  { house, post, sign }: SendingWebhooks,
  { url, secrets, tries }: TakenWebhook,
  { id, what, body }: Message,
): Promise<Delivered & { readonly tried: DeliveryTried }> {
  const at = house.now();
  const began = performance.now();
  const seconds = Math.floor(at / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Candor-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': sign(secrets, { id, at: seconds, body }),
  };
  const delivered = await post({ url, headers, body, turn: tries });
  const { status, code } = delivered;
  return { ...delivered, tried: { message: id, what, at, ms: Math.round(performance.now() - began), status, code } };
}

/** Begins with every endpoint that is due; endpoints do not wait for each other. */
async function begin(sending: SendingWebhooks, isEnding: () => boolean): Promise<readonly Promise<void>[]> {
  const { house, queue } = sending;
  if (house.status().state !== 'ready') return [];
  const taken = await queue.take(await house.newestChange(), LEASE_MS);
  return taken.map((each) => sendTo(sending, each, isEnding));
}

/** One round, to its end; tells how many endpoints were due. */
export async function sendChanges(sending: SendingWebhooks): Promise<number> {
  const begun = await begin(sending, () => false);
  await Promise.all(begun);
  return begun.length;
}

async function sendTo(sending: SendingWebhooks, taken: TakenWebhook, isEnding: () => boolean): Promise<void> {
  const { house, queue } = sending;
  let current = taken;
  while (!isEnding()) {
    const page = await askChangesAfter(house, { after: current.position, limit: PAGE });
    if (page.length === 0) break;
    for (const change of page) {
      if (isEnding()) break;
      const goesOn = await sendOne(sending, current, change);
      if (!goesOn) return;
      current = { ...current, position: change.position, tries: 0, failingSince: null };
    }
  }
  await queue.release(current);
}

/** Whether the next one may follow. */
async function sendOne(sending: SendingWebhooks, taken: TakenWebhook, change: ToldChange): Promise<boolean> {
  const { house, queue, chance } = sending;
  const { code, status, waitMs, tried } = await attempt(sending, taken, messageOf(change));
  if (code === null) return queue.arrived(taken, change.position, tried);
  const wait = webhookWaits[taken.tries];
  const isOver = status === 410 || wait === undefined;
  const next = Math.max((wait ?? DAY_MS) * (1 + chance() * JITTER), Math.min(waitMs ?? 0, DAY_MS));
  if ((await queue.failed(taken, Math.ceil(house.now() + next), tried)) && isOver)
    await disable(sending, taken.id, status === 410 ? 'gone' : 'failing');
  return false;
}

async function disable({ house, sender }: SendingWebhooks, webhook: string, cause: 'gone' | 'failing'): Promise<void> {
  await house.record('webhook.change', { webhook, what: ['disabled'], state: 'disabled', cause }, sender);
}

/** A delivery of nobody's change, at once and once, so that a receiver can be tried out. */
export async function sendTest(sending: SendingWebhooks, id: string, message: string): Promise<Delivered | undefined> {
  const taken = await sending.queue.look(id);
  if (taken === undefined) return undefined;
  const at = new Date(sending.house.now()).toISOString();
  const body = JSON.stringify({ type: 'test', timestamp: at, data: {} });
  const { tried, ...delivered } = await attempt(sending, taken, { id: message, what: 'test', body });
  await sending.queue.note(id, tried);
  return delivered;
}

interface Rounds {
  readonly everyMs?: number;
  /** Told a fixed code, never an address. */
  readonly report: (code: 'webhooks-stand-still') => void;
}

/** Looks every moment, until it is stopped; what fails as a whole is told and tried again after its lease. */
export function startWebhooks(sending: SendingWebhooks, { everyMs = 500, report }: Rounds): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  let isEnding = false;
  let sweptAt = 0;
  const fails = (): void => void (isEnding || report('webhooks-stand-still'));
  const look = async (): Promise<void> => {
    for (const each of await begin(sending, () => isEnding)) {
      const task = each.catch(fails).finally(() => running.delete(task));
      running.add(task);
    }
    const now = sending.house.now();
    if (now - sweptAt < HOUR_MS) return;
    sweptAt = now;
    await sending.queue.sweep(now - deliveriesKeptMs);
  };
  const rounds = startRounds({ everyMs, run: () => look().catch(fails) });
  return {
    async stop() {
      rounds.end();
      isEnding = true;
      await lastWaitFor(Promise.all(running));
    },
  };
}
