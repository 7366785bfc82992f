/**
 * How long a stop waits for what is on its way out; who is at the other end may keep it for much longer.
 * Flow:    send-messages.ts, send-webhooks.ts → here.
 * Promise: it is over after five seconds at the latest, and what was cut off is sent again.
 * Source:  docs/operating.md (Stopping).
 */
const LAST_WAIT_MS = 5000;

export async function lastWaitFor(work: Promise<unknown>): Promise<void> {
  const late = new Promise((done) => setTimeout(done, LAST_WAIT_MS).unref());
  await Promise.race([work, late]);
}
