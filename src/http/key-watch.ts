/**
 * Keeps the key list of an outside issuer at hand: looks again and again, and knows what is wrong with it.
 * Flow:    issuer.ts → here → key-list.ts; /readyz and the log hear each change.
 * Promise: a list is believed for five minutes; a fault is told once, and so is its end; while something is wrong it
 *          looks again every second.
 * Source:  decision 0047.
 */
import { createLocalJWKSet, errors, type JWSHeaderParameters, type JWTVerifyGetKey } from 'jose';
import { MINUTE_MS } from '../vocabulary/instant.ts';
import type { Status } from './edge.ts';
import { type KeyList, type ListFault, readKeyList } from './key-list.ts';

/** For how long a list is believed. */
const LIST_MS = 5 * MINUTE_MS;
const LOOK_EVERY_MS = 30_000;
/** As long as something is wrong, and no sooner for a token with a key that nobody knows. */
const LOOK_AGAIN_MS = 1000;
/** How long somebody waits for a list that was not there a moment ago. */
const PATIENCE_MS = 500;
const LEAST_PAUSE_MS = 100;

type KeyFault = ListFault | 'keys-of-somebody-else';

interface Lists {
  keys: ReturnType<typeof createLocalJWKSet> | undefined;
  kids: ReadonlySet<string>;
  /** Names of keys that came broken with this list. */
  spoiled: ReadonlySet<string>;
  readAt: number;
  /** A token named one of its keys, so it is the list of the issuer that our tokens come from. */
  isProven: boolean;
  /** The keys of a proven list that was replaced whole: a rotation keeps the old key for a while, a mistake not. */
  former: { readonly kids: ReadonlySet<string>; readonly until: number } | undefined;
  fault: KeyFault | undefined;
  triedAt: number;
}

export interface Watching {
  readonly now: () => number;
  /** Hears each change once. */
  readonly report: (code: string) => void;
}

interface KeyWatch {
  find: JWTVerifyGetKey extends (...of: infer Of) => unknown ? (...of: Of) => Promise<Found | undefined> : never;
  /** Looks again where that is not too soon; whoever calls waits no longer than is bearable. */
  lookAgain(): Promise<void>;
  /** Whether the list at hand is one that our tokens do not come from, as far as this token shows. */
  notice(header: JWSHeaderParameters): void;
  /** Whether the key that the token names came broken, so that nothing can be said of it. */
  isSpoiled(header: JWSHeaderParameters): boolean;
  isFresh(): boolean;
  fault(): KeyFault | undefined;
  age(): number;
  stop(): void;
}
type Found = Awaited<ReturnType<ReturnType<typeof createLocalJWKSet>>>;

export function watchKeyList(url: URL, { now, report }: Watching): KeyWatch {
  const lists: Lists = {
    keys: undefined,
    kids: new Set(),
    spoiled: new Set(),
    readAt: Number.NEGATIVE_INFINITY,
    isProven: false,
    former: undefined,
    fault: undefined,
    triedAt: 0,
  };
  const isFresh = (): boolean => lists.keys !== undefined && now() - lists.readAt < LIST_MS;
  const say = (fault: KeyFault | undefined): void => {
    if (fault === lists.fault) return;
    lists.fault = fault;
    report(fault === undefined ? 'issuer-keys-back' : `issuer-keys-${fault}`);
  };
  const look = onlyOneAtATime(async () => {
    const found = await readKeyList(url);
    lists.triedAt = performance.now();
    if (typeof found === 'string') return say(found);
    take(lists, found, now());
    if (lists.fault !== 'keys-of-somebody-else') say(undefined);
  });
  void look();
  return {
    isFresh,
    isSpoiled: ({ kid }) => (kid === undefined ? lists.spoiled.size > 0 : lists.spoiled.has(kid)),
    fault: () => lists.fault,
    age: () => (lists.keys === undefined ? -1 : now() - lists.readAt),
    stop: every(() => (lists.fault === undefined ? LOOK_EVERY_MS : LOOK_AGAIN_MS), look),
    async find(header, token) {
      const isOfOurIssuer = (): void => {
        Object.assign(lists, { isProven: true, former: undefined });
        if (lists.fault === 'keys-of-somebody-else') say(undefined);
      };
      const key = isFresh() ? await lists.keys?.(header, token).catch(missingOr(isOfOurIssuer)) : undefined;
      if (key !== undefined) isOfOurIssuer();
      return key;
    },
    async lookAgain() {
      if (lists.fault === undefined && !isFresh()) return look();
      const leastPause = lists.fault === undefined ? LOOK_AGAIN_MS : LEAST_PAUSE_MS;
      if (performance.now() - lists.triedAt >= leastPause) await atMost(PATIENCE_MS, look());
    },
    notice(header) {
      if (isFresh() && isOfSomebodyElse(lists, header, now())) say('keys-of-somebody-else');
    },
  };
}

/** Nothing of the list fits the token; where several keys do, whoever verifies tries each. */
const missingOr =
  (several: () => void) =>
  (fault: unknown): undefined => {
    if (fault instanceof errors.JWKSMultipleMatchingKeys) several();
    else if (fault instanceof errors.JOSEError) return undefined;
    throw fault;
  };

function take(lists: Lists, { keys, spoiled }: KeyList, at: number): void {
  const kids = new Set(keys.flatMap(({ kid }) => kid ?? []));
  if (lists.isProven && ![...kids].some((kid) => lists.kids.has(kid)) && lists.kids.size > 0)
    Object.assign(lists, { isProven: false, former: { kids: lists.kids, until: at + LIST_MS } });
  Object.assign(lists, {
    keys: createLocalJWKSet({ keys: [...keys] }),
    kids,
    spoiled: new Set(spoiled),
    readAt: at,
  });
}

/** A list of which no token ever named a key, or one that lost every key that tokens named. */
const isOfSomebodyElse = ({ isProven, former }: Lists, { kid }: JWSHeaderParameters, at: number): boolean =>
  !isProven && (former === undefined || at >= former.until || former.kids.has(kid ?? ''));

const words: Readonly<Record<KeyFault, string>> = {
  unreachable: 'cannot be reached',
  slow: 'does not answer in time',
  refused: 'is refused',
  'too-large': 'is far too large',
  'not-a-list': 'is no key list',
  'no-usable-key': 'has no key that can check a signature',
  'keys-of-somebody-else': 'has none of the keys that tokens are signed with',
};

/** As long as a list is believed, everybody is let in as before; without one, nobody new is. */
export function statusWithKeys(status: Status, watch: Pick<KeyWatch, 'fault' | 'isFresh'>): Status {
  const [fault, isFresh] = [watch.fault(), watch.isFresh()];
  if (fault === undefined) return status;
  const notes = [
    `The key list of the issuer outside (CANDOR_JWKS_URL) ${words[fault]}, so ${isFresh ? 'a token with a new key is' : 'tokens that are not known yet are'} answered 503.`,
    ...status.notes,
  ];
  return { state: status.state === 'ready' && !isFresh ? 'not-ready' : status.state, notes };
}

function onlyOneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}

const atMost = (ms: number, work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, ms).unref())]);

/** Again and again, with a pause that may change; keeps no process alive. */
function every(pause: () => number, work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    timer = setTimeout(() => void work().finally(() => timer !== undefined && next()), pause()).unref();
  };
  next();
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
}
