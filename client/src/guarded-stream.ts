/**
 * A stream of an answer that goes through piece by piece while its use is permitted.
 * Flow:    guards of streams → here → whoever reads.
 * Promise: the use ends as the stream does: finished, failed, or stopped by the reader or by the end of the permission;
 *          after the permission ended no further piece goes through, and the reader gets the reason as an error. A
 *          stream that lies unread counts as stopped after a while.
 */
import { idleAfter } from './idle.ts';
import { outcomeOf, type PermittedUse } from './use.ts';

/** `isFault` tells a piece that says that the model failed. */
export function guardedStream<T>(
  source: ReadableStream<T>,
  use: PermittedUse,
  isFault: (piece: T) => boolean = () => false,
): ReadableStream<T> {
  const reader = source.getReader();
  let failed = false;
  const leave = (reason: unknown): void => void reader.cancel(reason).catch(() => undefined);
  const idle = idleAfter(use.idleMs, () => {
    leave(new Error('nobody read on'));
    void use.end('stopped');
  });
  return new ReadableStream<T>({
    start(controller) {
      const stop = () => {
        controller.error(use.signal.reason);
        leave(use.signal.reason);
        void use.end('stopped');
      };
      if (use.signal.aborted) stop();
      else use.signal.addEventListener('abort', stop, { once: true });
    },
    async pull(controller) {
      idle.rest();
      try {
        const { done, value } = await reader.read();
        if (use.signal.aborted) return;
        if (done) {
          await use.end(failed ? 'failed' : 'finished');
          return controller.close();
        }
        failed ||= isFault(value);
        controller.enqueue(value);
        idle.wait();
      } catch (fault) {
        await use.end(outcomeOf(fault, use.signal));
        if (!use.signal.aborted) controller.error(fault);
      }
    },
    async cancel(reason) {
      idle.rest();
      leave(reason);
      await use.end('stopped');
    },
  });
}
