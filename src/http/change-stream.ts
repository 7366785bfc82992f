/**
 * One stream of changes to one reader.
 * Flow:    change-streams → here → node.
 * Promise: a reader who takes nothing costs one page of memory; a heartbeat is written only by whoever has just read
 *          that there is nothing more.
 * Source:  WHATWG HTML 9.2; decision 0073.
 */
import type { ServerResponse } from 'node:http';
import type { ToldChange } from '../answers/subject/ask.ts';
import { heartbeatEveryMs, permissionHeldMs } from '../vocabulary/change.ts';

/** Why whoever hears a stream would not be let in now; nothing where they would. */
export type WhyOut = () => Promise<'unauthenticated' | 'unavailable' | undefined>;

export interface StreamListener {
  /** The place in the feed to go on from. */
  readonly after: number;
  readonly principal: string;
  /** The cursor of a place, as this caller may use it. */
  readonly nameOf: (position: number) => string | null;
  readonly whyOut: WhyOut;
}

type WhyOver = 'unauthenticated' | 'unavailable' | 'stopping';

/** The changes after a place, the oldest first; none at the end. */
export type PageAfter = (position: number) => Promise<readonly ToldChange[]>;

export interface ChangeStream {
  readonly principal: string;
  /** Since when the reader takes nothing, in milliseconds; 0 where they do. */
  fullForMs(): number;
  /** Sends what is missing up to the newest change, and where nothing is missing that somebody is there. */
  bring(newest: number, pageAfter: PageAfter): Promise<void>;
  end(code: WhyOver): void;
  cut(): void;
}

/** Nobody comes back at the same moment as everybody else. */
const RETRY_MS = { least: 500, spread: 1500 } as const;

const eventText = (name: string, data: object, id?: string | null): string =>
  `${typeof id === 'string' ? `id: ${id}\n` : ''}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** What a response takes, and since when it takes no more. */
function writerTo(response: ServerResponse) {
  let fullSince: number | undefined;
  let wroteAt = performance.now();
  response.on('drain', () => {
    fullSince = undefined;
  });
  return {
    write(text: string): void {
      wroteAt = performance.now();
      if (!response.write(text)) fullSince ??= performance.now();
    },
    quietForMs: () => performance.now() - wroteAt,
    fullForMs: () => (fullSince === undefined ? 0 : Math.max(1, performance.now() - fullSince)),
    isOpen: () => !response.writableEnded && !response.destroyed,
  };
}

/** `quietMs`: after how long without a word it says that it is there. */
export function beginStream(listener: StreamListener, response: ServerResponse, quietMs: number): ChangeStream {
  const { nameOf, principal, whyOut } = listener;
  const writer = writerTo(response);
  let position = listener.after;
  let isBusy = false;
  const retry = Math.round(RETRY_MS.least + Math.random() * RETRY_MS.spread);
  const told = { heldWithinMs: permissionHeldMs, heartbeatMs: heartbeatEveryMs };
  writer.write(`retry: ${retry}\n${eventText('welcome', told, nameOf(position))}`);

  const takesMore = (): boolean => writer.isOpen() && writer.fullForMs() === 0;
  const end = (code: WhyOver): void => void (writer.isOpen() && response.end(eventText('end', { code })));
  async function send(newest: number, pageAfter: PageAfter): Promise<void> {
    const out = await whyOut();
    if (out !== undefined) return end(out);
    while (position < newest && takesMore()) {
      const page = await pageAfter(position);
      if (page.length === 0 || !writer.isOpen()) return;
      for (const { position: at, item } of page) writer.write(eventText('change', item, nameOf(at)));
      position = page.at(-1)?.position ?? position;
    }
    if (takesMore() && writer.quietForMs() >= quietMs) writer.write(eventText('heartbeat', {}, nameOf(position)));
  }
  return {
    principal,
    fullForMs: writer.fullForMs,
    end,
    cut: () => void response.destroy(),
    async bring(newest, pageAfter) {
      // Whoever has everything and heard of it not long ago is left alone.
      if (isBusy || !takesMore() || (position >= newest && writer.quietForMs() < quietMs)) return;
      isBusy = true;
      await send(newest, pageAfter)
        .catch(() => end('unavailable'))
        .finally(() => {
          isBusy = false;
        });
    },
  };
}
