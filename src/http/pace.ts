/**
 * Slows down whoever asks too often on public routes and on routes that take a code.
 * Flow:    pipeline → here (rate-limiter-flexible, in memory) → 429 or on.
 * Promise: an attempt is counted before anything is compared; the key is the address of the peer and never a header.
 * Source:  docs/promises.md rule 26; draft-ietf-httpapi-ratelimit-headers.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { EndpointShape } from '../../openapi/endpoint.ts';

type Pace = NonNullable<EndpointShape['pace']>;
interface Allowance {
  readonly points: number;
  readonly seconds: number;
}
export type Allowances = Readonly<Record<Pace, Allowance>>;

/** Enough for a browser or a verifier that fetches tiles; few enough that guessing a code is hopeless. */
export const usualAllowances: Allowances = { public: { points: 1200, seconds: 60 }, code: { points: 20, seconds: 60 } };

interface Paced {
  readonly held: boolean;
  readonly headers: Readonly<Record<string, string>>;
}
export type Pacer = (pace: Pace, address: string) => Promise<Paced>;

export function createPacer(allowances: Allowances): Pacer {
  const limiterFor = ({ points, seconds }: Allowance) => new RateLimiterMemory({ points, duration: seconds });
  const limiters = { public: limiterFor(allowances.public), code: limiterFor(allowances.code) };
  return async (pace, address) => {
    const { points, seconds } = allowances[pace];
    const policy = { 'RateLimit-Policy': `"${pace}";q=${points};w=${seconds}` };
    const left = await limiters[pace].consume(networkOf(address)).catch((full: unknown) => full);
    if (!(left instanceof RateLimiterRes)) throw left;
    const wait = Math.max(1, Math.ceil(left.msBeforeNext / 1000));
    const headers = { ...policy, RateLimit: `"${pace}";r=${left.remainingPoints};t=${wait}` };
    const held = left.consumedPoints > points;
    return { held, headers: held ? { ...headers, 'Retry-After': String(wait) } : headers };
  };
}

/** One IPv6 customer usually holds a whole /64, so that is what counts. */
function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = plain.includes('::') ? 8 - groups.length - tail.split(':').filter((group) => group !== '').length : 0;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')].slice(0, 4).join(':');
}
