/**
 * A moment as a form of the console has it, read off the clock of the installation.
 * Flow:    http/breach-form → here → law/calendar.ts.
 * Promise: what is no moment comes back as it was typed, so that whoever checks it can say so.
 */
import { instantOnClock } from '../../law/calendar.ts';
import { timeOf } from '../../vocabulary/instant.ts';

export function momentTyped(typed: string, timeZone: string): string {
  const instant = instantOnClock(typed, timeZone);
  return instant === undefined ? typed : timeOf(instant);
}
