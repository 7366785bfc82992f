/**
 * A remembered permission ends by each of the two clocks alone: one may be set back, the other may stand still while
 * the machine sleeps.
 * Flow:    client/src/permission-memory → here.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Permission, PermissionMemory } from '../../client/src/permission-memory.ts';

const KEY = 'Ada and support-drafts';
const HELD_MS = 1000;
const SILENT_MS = 3000;
const HOUR = 3_600_000;

const permission = (until: string | null): Permission =>
  ({ subject: 'sub_ada', allowed: true, until, remembered: false }) as unknown as Permission;

function remembering(until: string | null = null): PermissionMemory {
  const memory = new PermissionMemory(10);
  memory.begin(HELD_MS, SILENT_MS);
  const asking = memory.ask();
  memory.keep(asking, KEY, permission(until));
  memory.done(asking);
  return memory;
}

/** The other clock stands still. */
const clocks = {
  'the time of day': (ms: number) => vi.setSystemTime(Date.now() + ms),
  'the steady clock': (ms: number) => vi.advanceTimersByTime(ms),
} as const;

describe.each(Object.entries(clocks))('where only %s goes on', (name, goOn) => {
  const begin = (): void =>
    void vi.useFakeTimers({ toFake: name === 'the time of day' ? ['Date'] : ['performance'], now: Date.now() });
  afterEach(() => void vi.useRealTimers());

  it('a permission is known until its bound and no longer', () => {
    begin();
    const memory = remembering();
    goOn(HELD_MS - 100);
    expect(memory.find(KEY)).toBeDefined();
    goOn(200);
    expect(memory.find(KEY)).toBeUndefined();
  });

  it('a service that says nothing is no longer heard', () => {
    begin();
    const memory = remembering();
    goOn(SILENT_MS - 100);
    expect(memory.isListening()).toBe(true);
    goOn(200);
    expect(memory.isListening()).toBe(false);
  });
});

describe('a permission that says its end', () => {
  afterEach(() => void vi.useRealTimers());

  it('ends then, before its bound', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const memory = remembering(new Date(Date.now() + HELD_MS / 2).toISOString());
    expect(memory.find(KEY)).toBeDefined();
    vi.setSystemTime(Date.now() + HELD_MS / 2);
    expect(memory.find(KEY)).toBeUndefined();
  });

  it('does not last longer for an end that is far', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const memory = remembering(new Date(Date.now() + HOUR).toISOString());
    vi.setSystemTime(Date.now() + HELD_MS);
    expect(memory.find(KEY)).toBeUndefined();
  });
});
