/**
 * The feed of changes as server-sent events: one look at the feed for all who listen.
 * Flow:    handlers/people → here → answers/subject (the feed), change-stream (each reader).
 * Promise: what is sent is what GET /v1/changes says, in its order; a stream ends when its token does, when the feed
 *          cannot be read, when its reader takes nothing, and when the service stops; there are never more than a set
 *          number of them.
 * Source:  decision 0073.
 */
import type { ServerResponse } from 'node:http';
import { askChangesAfter, type ToldChange } from '../answers/subject/ask.ts';
import type { Reads } from '../ports/reads.ts';
import { heartbeatEveryMs } from '../vocabulary/change.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';
import type { StreamAnswer } from './answer.ts';
import { beginStream, type ChangeStream, type PageAfter, type StreamListener } from './change-stream.ts';

export interface ChangeStreams {
  open(listener: StreamListener): StreamAnswer | Problem;
  /** Says to everybody that it is over, and takes nobody any more. */
  stop(): void;
}

type Feed = Pick<Reads, 'changes' | 'newestChange'>;

const LOOK_EVERY_MS = 100;
const PAGE = 100;
const MOST = { ofAll: 1000, ofOne: 100, fullMs: 15_000 } as const;

/** `most` is for tests: how many streams there may be, and for how long a reader may take nothing. */
export function createChangeStreams(
  feed: Feed,
  most: { readonly ofAll: number; readonly ofOne: number; readonly fullMs: number } = MOST,
): ChangeStreams {
  const streams = new Set<ChangeStream>();
  const looking = lookingAt(feed, streams, most.fullMs);
  let isOver = false;
  function begin(listener: StreamListener, response: ServerResponse): void {
    const stream = beginStream(listener, response, heartbeatEveryMs - LOOK_EVERY_MS);
    streams.add(stream);
    const drop = (): void => {
      streams.delete(stream);
      if (streams.size === 0) looking.rest();
    };
    response.on('close', drop);
    response.on('error', drop);
    looking.go();
  }
  return {
    open(listener) {
      if (isOver) return problem('unavailable');
      const own = [...streams].filter(({ principal }) => principal === listener.principal).length;
      if (streams.size >= most.ofAll || own >= most.ofOne) return problem('too-many-streams');
      return { status: 200, media: 'text/event-stream', stream: (response) => begin(listener, response) };
    },
    stop() {
      isOver = true;
      for (const stream of streams) stream.end('stopping');
    },
  };
}

/** While anybody listens. A look that hangs is followed by none, and the silence tells every reader. */
function lookingAt(feed: Feed, streams: ReadonlySet<ChangeStream>, fullMs: number) {
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  async function look(): Promise<void> {
    const newest = await feed.newestChange();
    const pageAfter = pagesOf(feed);
    for (const stream of streams) {
      if (stream.fullForMs() > fullMs) stream.cut();
      else void stream.bring(newest, pageAfter);
    }
  }
  const lookOnce = (): void => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch(() => {
        for (const stream of streams) stream.end('unavailable');
      })
      .finally(() => {
        isLooking = false;
      });
  };
  return {
    go(): void {
      timer ??= setInterval(lookOnce, LOOK_EVERY_MS).unref();
      lookOnce();
    },
    rest(): void {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

/** Those who have come equally far share one read. */
function pagesOf(feed: Feed): PageAfter {
  const asked = new Map<number, Promise<readonly ToldChange[]>>();
  return (after) => {
    const page = asked.get(after) ?? askChangesAfter(feed, { after, limit: PAGE });
    asked.set(after, page);
    return page;
  };
}
