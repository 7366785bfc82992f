/**
 * What is remembered of permissions, and every way in which it comes to an end.
 * Flow:    permissions → here.
 * Promise: only a yes is kept, from before its question left, and only where nothing changed about that person while it
 *          was on its way; it is found only while the stream is heard.
 * Source:  decision 0073.
 */
import type { z } from 'zod';
import type { CheckAnswer } from '../../openapi/models/check.ts';
import { permissionHeldMs } from '../../src/vocabulary/change.ts';

/** The answer of POST /v1/checks, and whether it was remembered. */
export type Permission = z.output<typeof CheckAnswer> & { readonly remembered: boolean };

/** One moment by two clocks: one of them may be set, the other may stand still while the machine sleeps. */
interface Moment {
  readonly steady: number;
  readonly wall: number;
}
const after = (ms: number): Moment => ({ steady: performance.now() + ms, wall: Date.now() + ms });
const isOver = ({ steady, wall }: Moment): boolean => performance.now() >= steady || Date.now() >= wall;

interface Kept {
  readonly permission: Permission;
  readonly until: Moment;
}

/** A question on its way. */
interface Asking {
  readonly until: Moment;
  readonly wasListening: boolean;
  /** About whom something changed meanwhile. */
  readonly changed: Set<string>;
}

const EVERYBODY = '*';

export class PermissionMemory {
  readonly #most: number;
  readonly #kept = new Map<string, Kept>();
  readonly #bySubject = new Map<string, Set<string>>();
  readonly #underWay = new Set<Asking>();
  #heardUntil: Moment | undefined;
  #heldWithinMs = 0;

  constructor(most: number) {
    this.#most = most;
  }

  isListening(): boolean {
    return this.#heardUntil !== undefined && !isOver(this.#heardUntil);
  }

  find(key: string): Permission | undefined {
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    if (this.isListening() && !isOver(found.until)) return found.permission;
    this.#forget(key);
    return undefined;
  }

  /** A stream began: what was heard before is nothing to go by. */
  begin(heldWithinMs: number, silentMs: number): void {
    this.#forgetAll();
    this.#heldWithinMs = Math.min(heldWithinMs, permissionHeldMs);
    this.hear(silentMs);
  }

  /** Somebody is there. */
  hear(silentMs: number): void {
    this.#heardUntil = after(silentMs);
  }

  /** Null: about everybody. */
  change(subject: string | null): void {
    if (subject === null) {
      this.#forgetAll();
      return;
    }
    for (const key of [...(this.#bySubject.get(subject) ?? [])]) this.#forget(key);
    for (const { changed } of this.#underWay) changed.add(subject);
  }

  lose(): void {
    this.#heardUntil = undefined;
    this.#forgetAll();
  }

  /** Before the question leaves. */
  ask(): Asking {
    const asking = { until: after(this.#heldWithinMs), wasListening: this.isListening(), changed: new Set<string>() };
    this.#underWay.add(asking);
    return asking;
  }

  /** An answer may be older than a change that was heard before it. */
  keep({ until, wasListening, changed }: Asking, key: string, permission: Permission): void {
    const subject = permission.subject ?? '';
    const isTouched = changed.has(EVERYBODY) || changed.has(subject);
    if (!permission.allowed || !wasListening || isTouched || !this.isListening()) return;
    const wall = permission.until === null ? until.wall : Math.min(until.wall, Date.parse(permission.until));
    this.#forget(key);
    this.#kept.set(key, { permission, until: { ...until, wall } });
    this.#bySubject.set(subject, (this.#bySubject.get(subject) ?? new Set()).add(key));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#forget(oldest);
  }

  done(asking: Asking): void {
    this.#underWay.delete(asking);
  }

  #forget(key: string): void {
    const subject = this.#kept.get(key)?.permission.subject ?? '';
    this.#kept.delete(key);
    const own = this.#bySubject.get(subject);
    own?.delete(key);
    if (own?.size === 0) this.#bySubject.delete(subject);
  }

  #forgetAll(): void {
    this.#kept.clear();
    this.#bySubject.clear();
    for (const { changed } of this.#underWay) changed.add(EVERYBODY);
  }
}
