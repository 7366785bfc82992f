/**
 * How a command refuses a member of its input, and how it reads the times it is told.
 * Flow:    the rules of the commands → here → http.
 * Promise: every refusal names the place and how to mend it, and carries no personal data.
 * Source:  RFC 9457; docs/design.md 8.
 */
import { type Instant, MINUTE_MS } from '../vocabulary/instant.ts';
import { type FieldError, type Problem, problem } from '../vocabulary/problems.ts';

export { timeOf } from '../vocabulary/instant.ts';

export const unfitMember = (
  pointer: string,
  code: string,
  words: { readonly message: string; readonly fix: string },
): FieldError => ({
  pointer,
  code,
  ...words,
});

export const unfit = (
  pointer: string,
  code: string,
  words: { readonly message: string; readonly fix: string },
): Problem => problem('validation-failed', undefined, [unfitMember(pointer, code, words)]);

/** A step that the state of a request or review does not allow now. */
export const notNow = (detail: string): Problem => problem('invalid-transition', detail);

/** Coming back waits for the end of an erasure: until then the old link still stands where a new one would go. */
export const notYetBack = (): Problem =>
  problem('unavailable', 'An erasure of this person is being carried out. Send this again in a moment.');

/** Two clocks rarely agree: a moment this little ahead of ours is taken for now. */
const clockDrift = 5 * MINUTE_MS;

/** The moment a message names, never later than now; undefined where it names none. */
export function momentNamed(text: string | undefined, now: Instant): Instant | undefined {
  return text === undefined ? undefined : Math.min(Date.parse(text), now);
}

/** A refusal where the moment lies in the future. */
export function inTheFuture(text: string | undefined, now: Instant, pointer: string): Problem | undefined {
  if (text === undefined || Date.parse(text) <= now + clockDrift) return undefined;
  return unfit(pointer, 'in-the-future', {
    message: 'This moment has not come yet.',
    fix: 'Name the moment at which it happened, or leave it out.',
  });
}
