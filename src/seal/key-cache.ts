/**
 * Keeps the data keys of late at hand, so that a person who acts often costs one look into the keystore.
 * Flow:    data-keys → here.
 * Promise: never more than the given number; what a person's erasure forgets is not put back by a look that began
 *          before it.
 */
import type { DataKey } from './keys.ts';

export interface HeldKey extends DataKey {
  readonly subject: string;
  readonly period: string;
}

export interface KeyCache {
  byId(id: string): DataKey | undefined;
  forWriting(subject: string, period: string): DataKey | undefined;
  /** Counts erasures; a look remembers it when it begins. */
  moment(): number;
  hold(keys: readonly HeldKey[], since: number): void;
  forget(subject: string): void;
}

export function keyCache(most: number): KeyCache {
  const held = new Map<string, HeldKey>();
  const written = new Map<string, HeldKey>();
  let erasures = 0;
  const drop = (key: HeldKey): void => {
    held.delete(key.id);
    written.delete(nameOf(key));
  };
  /** A map keeps the order of setting, so setting again makes a key the youngest. */
  const touched = (key: HeldKey | undefined): HeldKey | undefined => {
    if (key === undefined) return undefined;
    held.delete(key.id);
    held.set(key.id, key);
    return key;
  };
  return {
    byId: (id) => touched(held.get(id)),
    forWriting: (subject, period) => touched(written.get(nameOf({ subject, period }))),
    moment: () => erasures,
    hold(keys, since) {
      if (since !== erasures) return;
      for (const key of keys) {
        touched(key);
        written.set(nameOf(key), key);
        const [oldest] = held.size > most ? held.values() : [];
        if (oldest !== undefined) drop(oldest);
      }
    },
    forget(subject) {
      erasures += 1;
      for (const key of [...held.values()]) if (key.subject === subject) drop(key);
    },
  };
}

const nameOf = ({ subject, period }: Pick<HeldKey, 'subject' | 'period'>): string => `${subject} ${period}`;
