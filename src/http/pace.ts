/**
 * Slows down whoever asks too often on public routes and on routes that take a code.
 * Flow:    pipeline → here (rate-limiter-flexible, in memory) → 429 or on.
 * Promise: an attempt is counted before anything is compared. Opening a link and spending it are counted apart, each by
 *          the link, so that nobody is locked out by the guesses of others. An address counts where one caller stands
 *          behind it, and never a header of theirs.
 * Source:  docs/promises.md rule 26; decision 0048; draft-ietf-httpapi-ratelimit-headers.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { EndpointShape } from '../../openapi/endpoint.ts';
import { networkOf } from '../network.ts';
import type { Peer } from './peer.ts';

type Pace = NonNullable<EndpointShape['pace']>;
interface Allowance {
  readonly points: number;
  readonly seconds: number;
}
/** `guesses` is for all codes together that one caller tries. */
export type Allowances = Readonly<Record<Pace | 'guesses', Allowance>>;

/** Enough for a browser or a verifier that fetches tiles; few enough that guessing a code is hopeless. */
export const usualAllowances: Allowances = {
  public: { points: 1200, seconds: 60 },
  code: { points: 20, seconds: 60 },
  guesses: { points: 300, seconds: 60 },
};

interface Paced {
  readonly held: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Pacer {
  /** Counts a call from this address; nothing where the address says nothing about who calls. */
  ofPeer(pace: Pace, peer: Peer): Promise<Paced | undefined>;
  /** Counts one act upon one code: opening it, or spending it. */
  ofCode(act: string, code: string): Paced;
}

export function createPacer(allowances: Allowances, now: () => number = () => performance.now()): Pacer {
  const limiterFor = ({ points, seconds }: Allowance) => new RateLimiterMemory({ points, duration: seconds });
  const limiters = { public: limiterFor(allowances.public), guesses: limiterFor(allowances.guesses) };
  const codes = codeCounter(allowances.code, now);
  return {
    async ofPeer(pace, { address, isClient }) {
      if (pace === 'code' && !isClient) return undefined;
      const name = pace === 'code' ? 'guesses' : pace;
      const left = await limiters[name].consume(networkOf(address)).catch((full: unknown) => full);
      if (!(left instanceof RateLimiterRes)) throw left;
      return paced(name, allowances[name], { used: left.consumedPoints, ms: left.msBeforeNext });
    },
    ofCode: (act, code) => paced('code', allowances.code, codes(`${act} ${code}`)),
  };
}

interface Used {
  readonly used: number;
  /** Milliseconds until it begins anew. */
  readonly ms: number;
}

function paced(name: string, { points, seconds }: Allowance, { used, ms }: Used): Paced {
  const wait = Math.max(1, Math.ceil(ms / 1000));
  const held = used > points;
  const headers = {
    'RateLimit-Policy': `"${name}";q=${points};w=${seconds}`,
    RateLimit: `"${name}";r=${Math.max(0, points - used)};t=${wait}`,
  };
  return { held, headers: held ? { ...headers, 'Retry-After': String(wait) } : headers };
}

/** What anybody may make up must not fill the memory: the oldest go first. */
const MOST_CODES = 10_000;

function codeCounter({ seconds }: Allowance, now: () => number): (key: string) => Used {
  const counted = new Map<string, { used: number; readonly until: number }>();
  return (key) => {
    const known = counted.get(key);
    const living = known !== undefined && now() < known.until ? known : { used: 0, until: now() + seconds * 1000 };
    living.used += 1;
    if (living !== known) {
      counted.delete(key);
      if (counted.size >= MOST_CODES) counted.delete(counted.keys().next().value as string);
      counted.set(key, living);
    }
    return { used: living.used, ms: living.until - now() };
  };
}
