/**
 * The feed of changes as a stream: the same items and cursors as the list, for as long as the token counts.
 * Source: decision 0073.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readEvents, type ServerSentEvent } from '../../client/src/server-sent-events.ts';
import { createChangeStreams } from '../../src/http/change-streams.ts';
import { ADA, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { anIssuer } from '../given/http/an-issuer.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

interface Heard {
  readonly status: number;
  readonly events: ServerSentEvent[];
  isOver(): boolean;
  leave(): void;
}

async function within(ms: number, isSo: () => boolean): Promise<void> {
  for (const began = performance.now(); !isSo(); await pause(5))
    if (performance.now() - began > ms) throw new Error('it did not come about in time');
}

describe.each(engines)('the stream of changes over %s', (engine) => {
  let service: RunningService;
  const open: Heard[] = [];
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (const subject of [ADA, BEN]) await withdraws(subject);
  });
  afterEach(() => {
    for (const each of open.splice(0)) each.leave();
  });
  afterAll(() => service.stop());
  const withdraws = async (subject = ADA): Promise<void> => {
    for (const state of ['given', 'withdrawn'] as const) {
      service.clock.wind(1000);
      sure(await says(service, state, subject));
    }
  };
  const list = async (more = '') =>
    sure(await service.call('GET', `/v1/changes?limit=100${more}`, { scope: 'use', sub: 'reader' })).body;
  const hear = async (query = '', headers: Record<string, string> = {}, token?: string): Promise<Heard> => {
    const leaving = new AbortController();
    const bearer = token ?? (await service.token({ sub: 'reader', scope: 'use' }));
    const answer = await fetch(`${service.url}/v1/changes/stream${query}`, {
      headers: { authorization: `Bearer ${bearer}`, ...headers },
      signal: leaving.signal,
    });
    const events: ServerSentEvent[] = [];
    let isOver = false;
    const reading = async (): Promise<void> => {
      for await (const event of readEvents(answer.body ?? new ReadableStream())) events.push(event);
    };
    void reading()
      .catch(() => undefined)
      .finally(() => {
        isOver = true;
      });
    const heard = { status: answer.status, events, isOver: () => isOver, leave: () => leaving.abort() };
    open.push(heard);
    return heard;
  };
  const changesIn = ({ events }: Heard) =>
    events.filter(({ event }) => event === 'change').map(({ data }) => JSON.parse(data));

  it('says what the list says, and goes on as it happens', async () => {
    const stream = await hear();
    const { items } = await list();
    await within(5000, () => changesIn(stream).length >= items.length);
    expect(stream.events[0]).toMatchObject({ event: 'welcome', data: '{"heldWithinMs":5000,"heartbeatMs":1000}' });
    await withdraws();
    await within(2000, () => changesIn(stream).length > items.length);
    expect(changesIn(stream)).toEqual((await list()).items);
  });

  it('goes on behind the id that was heard last, with the cursors of the list, for this caller only', async () => {
    const stream = await hear();
    const { items } = await list();
    await within(5000, () => changesIn(stream).length >= items.length);
    const [, first] = stream.events;
    const later = await hear('', { 'last-event-id': first?.id ?? '' });
    await within(5000, () => changesIn(later).length >= items.length - 1);
    expect(changesIn(later)).toEqual(items.slice(1));
    expect((await list(`&after=${first?.id}`)).items).toEqual(items.slice(1));
    const other = await service.token({ sub: 'somebody-else', scope: 'use' });
    expect((await hear('', { 'last-event-id': first?.id ?? '' }, other)).status).toBe(400);
    expect((await hear('', { 'last-event-id': 'nonsense' })).status).toBe(400);
  });

  it('begins with what comes next where that is asked for, and says every second that it is there', async () => {
    const stream = await hear('?start=newest');
    await within(6000, () => stream.events.filter(({ event }) => event === 'heartbeat').length >= 2);
    expect(changesIn(stream)).toEqual([]);
    expect(new Set(stream.events.map(({ id }) => id)).size).toBe(1);
    await withdraws(BEN);
    await within(2000, () => changesIn(stream).length === 1);
    expect(changesIn(stream)[0]).toMatchObject({ what: 'withdrawn', identifiers: [BEN] });
  });

  it('ends with the token: when it runs out, and when it is ended', async () => {
    const short = await hear('', {}, await service.token({ sub: 'short', scope: 'use', ttl: 60 }));
    const ended = await hear('', {}, await service.token({ sub: 'ended', scope: 'use' }));
    sure(await service.call('POST', '/v1/revocations', { json: { principal: 'ended' }, scope: 'access' }));
    await within(5000, () => ended.isOver());
    expect(ended.events.at(-1)).toMatchObject({ event: 'end', data: '{"code":"unauthenticated"}' });
    service.clock.wind(66_000);
    await within(5000, () => short.isOver());
    expect(short.events.at(-1)).toMatchObject({ event: 'end', data: '{"code":"unauthenticated"}' });
  });

  it('is for services with the scope', async () => {
    expect((await hear('', {}, await service.token({ sub: 'x', scope: 'decide' }))).status).toBe(403);
    expect((await hear('', { authorization: 'Bearer x.y.z' })).status).toBe(401);
  });

  it('ends in order when the service stops, and nothing waits for it', async () => {
    const stream = await hear('?start=newest');
    const began = performance.now();
    service = await service.again();
    expect(performance.now() - began).toBeLessThan(9000);
    await within(1000, () => stream.isOver());
    expect(stream.events.at(-1)).toMatchObject({ event: 'end', data: '{"code":"stopping"}' });
  });
});

describe('a stream to whoever an issuer outside vouches for', () => {
  it('ends as unavailable, and never as unauthenticated, while the keys of the issuer cannot be read', async () => {
    const issuer = await anIssuer();
    const service = await aService({ engine: 'sqlite', variables: issuer.variables });
    const bearer = await issuer.token({ sub: 'reader', scope: 'use' }, service.clock.now());
    const answer = await fetch(`${service.url}/v1/changes/stream`, { headers: { authorization: `Bearer ${bearer}` } });
    expect(answer.status).toBe(200);
    issuer.is('down');
    service.clock.wind(6 * 60_000);
    const events: ServerSentEvent[] = [];
    for await (const event of readEvents(answer.body ?? new ReadableStream())) events.push(event);
    expect(events.at(-1)).toMatchObject({ event: 'end', data: '{"code":"unavailable"}' });
    await service.stop();
    await issuer.stop();
  });
});

describe('streams that are many, slow or blind', () => {
  const feed = { newestChange: async () => 0, changes: async () => [] };
  const listener = { after: 0, principal: 'one', nameOf: String, whyOut: async () => undefined };
  /** As much of a response as a stream uses. */
  function aResponse(takes: boolean) {
    const written: string[] = [];
    const hearing = new Map<string, () => void>();
    const response = {
      written,
      writableEnded: false,
      destroyed: false,
      on: (name: string, hear: () => void) => hearing.set(name, hear),
      write(text: string) {
        written.push(text);
        return takes;
      },
      end(text: string) {
        written.push(text);
        response.writableEnded = true;
        hearing.get('close')?.();
      },
      destroy() {
        response.destroyed = true;
        hearing.get('close')?.();
      },
    };
    return response;
  }
  const begin = (streams: ReturnType<typeof createChangeStreams>, response: object) => {
    const answer = streams.open(listener);
    if (!('stream' in answer)) throw new Error('refused');
    answer.stream(response as never);
  };

  it('are counted, for one caller and for all', () => {
    const streams = createChangeStreams(feed, { ofAll: 3, ofOne: 2, fullMs: 1000 });
    const first = aResponse(true);
    begin(streams, first);
    begin(streams, aResponse(true));
    expect(streams.open(listener)).toMatchObject({ problem: 'too-many-streams' });
    expect(streams.open({ ...listener, principal: 'two' })).toMatchObject({ status: 200 });
    first.destroy();
    expect(streams.open(listener)).toMatchObject({ status: 200 });
    streams.stop();
    expect(streams.open(listener)).toMatchObject({ problem: 'unavailable' });
  });

  it('cost a slow reader one page, and cut it off', async () => {
    const row = { log: 0, index: 1, id: 'x', subject: null, what: 'refused', at: 0, identifiers: [] } as const;
    let pages = 0;
    const endless = {
      newestChange: async () => 1_000_000,
      changes: async (after: number) => {
        pages += 1;
        return Array.from({ length: 100 }, (_, each) => ({ ...row, position: after + each + 1 }));
      },
    };
    const streams = createChangeStreams(endless, { ofAll: 3, ofOne: 2, fullMs: 300 });
    const response = aResponse(false);
    begin(streams, response);
    await within(3000, () => response.destroyed);
    expect(pages).toBeLessThanOrEqual(1);
    expect(response.written.length).toBeLessThanOrEqual(101);
    streams.stop();
  });

  it('end where the feed cannot be read, so that nobody takes silence for calm', async () => {
    const broken = { ...feed, newestChange: () => Promise.reject(new Error('no database')) };
    const streams = createChangeStreams(broken);
    const response = aResponse(true);
    begin(streams, response);
    await within(3000, () => response.writableEnded);
    expect(response.written.at(-1)).toContain('"unavailable"');
    streams.stop();
  });
});
