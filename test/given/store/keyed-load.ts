/**
 * Callers that record uses, each under a key of its own, and remember every answer: what was acknowledged must stand,
 * and what was not must be whole or absent.
 * Flow:    tests of storage faults → here → the service over HTTP.
 * Promise: an answer is 201 or a 503 with Retry-After; whatever it was, the same key leads to one entry in the end.
 */
import { expect } from 'vitest';
import type { RunningService, Told } from '../service.ts';

/** A service that can be called, in this process or in one of its own. */
export type Callable = Pick<RunningService, 'call'>;

export interface Sent {
  readonly key: string;
  readonly told: Told;
  /** Milliseconds. */
  readonly took: number;
}

export const purpose = 'suggestions';
export const aiSystem = 'suggester';
const said = (en: string) => ({ en });

/** One AI system whose uses are always recorded, allowed or not. */
export async function declareForUses({ call }: Callable): Promise<void> {
  const texts = {
    name: said('Suggestions'),
    description: said('Suggests what may fit.'),
    dataCategories: ['purchases'],
  };
  const put = async (path: string, json: object): Promise<void> =>
    expect((await call('PUT', path, { scope: 'admin', json })).status).toBeLessThan(300);
  await put(`/v1/purposes/${purpose}`, { ...texts, kind: 'marketing', legalBasis: { EU: 'consent' } });
  await put(`/v1/ai-systems/${aiSystem}`, { ...texts, purposes: [purpose] });
}

export async function sendUse({ call }: Callable, key: string): Promise<Sent> {
  const begun = performance.now();
  const json = { subject: `customer:${key}`, aiSystem, purpose };
  const told = await call('POST', '/v1/uses', { scope: 'admin', json, headers: { 'idempotency-key': key } });
  return { key, told, took: performance.now() - begun };
}

/** Goes on until it is told to end. */
export function loadWithUses(service: Callable, callers: number): { end(): Promise<readonly Sent[]> } {
  const sent: Sent[] = [];
  let isOver = false;
  const caller = async (): Promise<void> => {
    while (!isOver) {
      // A connection that was cut gave no answer, so nothing was promised.
      const one = await sendUse(service, crypto.randomUUID()).catch(() => undefined);
      if (one !== undefined) sent.push(one);
      if (one?.told.status !== 201) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const calling = Promise.all(Array.from({ length: callers }, caller));
  return {
    async end() {
      isOver = true;
      await calling;
      return sent;
    },
  };
}

/** Never a 500, never a word that nothing was recorded. */
export function expectHonest(sent: readonly Sent[]): void {
  for (const { told } of sent) {
    if (told.status === 201) continue;
    expect([told.status, told.body.code]).toEqual([503, expect.stringMatching(/^(?:unavailable|outcome-unknown)$/)]);
    expect(told.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(told.text).not.toMatch(/nothing (?:was|is) recorded|not recorded/i);
  }
}

/** Sent again with its key, each is recorded once: what was acknowledged with the very same answer. */
export async function expectOneEach(service: Callable, sent: readonly Sent[]): Promise<void> {
  const places = new Set<number>();
  const left = [...sent];
  const caller = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      const { key, told } = one;
      const again = await sendUse(service, key);
      expect(again.told.status, again.told.text).toBe(201);
      if (told.status === 201) expect(again.told.text).toBe(told.text);
      places.add(again.told.body.entry.index);
    }
  };
  await Promise.all(Array.from({ length: 16 }, caller));
  expect(places.size).toBe(sent.length);
}

export async function ready({ call }: Callable): Promise<Told> {
  return call('GET', '/readyz');
}

/** How long it took until `/readyz` said so, in milliseconds. */
export async function untilReadyIs(service: Callable, status: 200 | 503, mostMs: number): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const told = await ready(service);
    const took = performance.now() - begun;
    if (told.status === status) return took;
    if (took > mostMs) throw new Error(`/readyz says ${told.status} after ${took.toFixed(0)} ms: ${told.text}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
