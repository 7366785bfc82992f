/**
 * One use of a person's data, from asking to its end: the core of every guard.
 * Flow:    guards → here → client (POST /v1/uses; then its outcome; meanwhile POST /v1/checks).
 * Promise: whoever gets a PermittedUse has a permission that stands in the ledger; anything else throws before the work
 *          begins. A use ends once, in one way. A permission that is withdrawn meanwhile stops the work within
 *          `recheckMs` and one answer.
 * Source:  docs/design.md 7.
 */
import type { BodyOf } from '../../openapi/endpoint.ts';
import type { postUse } from '../../openapi/endpoints/checks.ts';
import type { UseOutcome } from '../../src/vocabulary/use.ts';
import type { CallOptions, CandorClient } from './client.ts';
import { ConsentRefused } from './refused.ts';

type UseBody = BodyOf<typeof postUse>;
/** Who is asked about, which AI system asks, and for what purpose. */
export type UseQuestion = Omit<UseBody, 'mode' | 'occurredAt'>;

export interface UseOptions extends CallOptions {
  /** How often it is asked while the work goes on whether it may; milliseconds. */
  readonly recheckMs?: number;
  /** How long a stream may lie unread before its use counts as stopped; milliseconds. */
  readonly idleMs?: number;
  /** Told when an outcome could not be reported although it was tried: the use stands in the ledger without an end. */
  readonly onOutcomeLost?: (use: string, fault: unknown) => void;
}

export interface PermittedUse {
  /** The use in the ledger. */
  readonly id: string;
  /** What comes with the permission, such as telling the person beforehand. */
  readonly obligations: readonly string[];
  /** As in the options. */
  readonly idleMs: number;
  /** Aborts when the permission ends while the work goes on; its reason is the error to throw. */
  readonly signal: AbortSignal;
  /** Reports how it ended; only the first call counts. */
  end(outcome: UseOutcome): Promise<void>;
}

export interface Asking {
  readonly client: CandorClient;
  readonly question: UseQuestion;
  readonly options?: UseOptions;
}

const RECHECK_MS = 1000;
const IDLE_MS = 60_000;

/** Throws ConsentRefused or CandorUnavailable, and then nothing may be done with the data. */
export async function askToUse(
  client: CandorClient,
  question: UseQuestion,
  options: UseOptions = {},
): Promise<PermittedUse> {
  const answer = await client.postUse({ body: { ...question, mode: 'request' } }, options);
  if (!answer.ok) throw refusedByProblem(answer.problem);
  const { id, allowed, recorded, reason, explanation, obligations } = answer.body;
  if (allowed !== true || recorded !== true) throw new ConsentRefused({ reason, explanation, use: id });
  return permitted({ client, question, options, id, obligations: obligations.map(({ type }) => type) });
}

/** Does the work under a permission: asks before, stops it when the permission ends, reports how it went. */
export async function withPermission<T>(
  { client, question, options = {} }: Asking,
  work: (use: PermittedUse) => Promise<T>,
): Promise<T> {
  const use = await askToUse(client, question, options);
  try {
    const result = await raced(use.signal, work(use));
    await use.end('finished');
    return result;
  } catch (fault) {
    await use.end(outcomeOf(fault, options.signal, use.signal));
    throw fault;
  }
}

/** Somebody stopped it, or it failed by itself. */
export const outcomeOf = (fault: unknown, ...signals: readonly (AbortSignal | undefined)[]): UseOutcome =>
  signals.some((signal) => signal?.aborted === true) || isAbort(fault) ? 'stopped' : 'failed';

const isAbort = (fault: unknown): boolean => fault instanceof Error && fault.name === 'AbortError';

export function refusedByProblem(problem: NonNullable<ConsentRefused['problem']>): ConsentRefused {
  const words = problem.detail ?? problem.title;
  return new ConsentRefused({
    reason: problem.code,
    explanation: { customer: problem.title, officer: words },
    problem,
  });
}

interface Given extends Required<Asking> {
  readonly id: string;
  readonly obligations: readonly string[];
}

function permitted({ client, question, options, id, obligations }: Given): PermittedUse {
  const stop = new AbortController();
  const timer = setInterval(() => void recheck(), options.recheckMs ?? RECHECK_MS);
  timer.unref();
  let asking = false;
  let ended: Promise<void> | undefined;

  async function recheck(): Promise<void> {
    if (asking || ended !== undefined) return;
    asking = true;
    const { reference: _kept, ...asked } = question;
    const { idempotencyKey: _ofTheUse, ...others } = options;
    const fault = await client.postCheck({ body: asked }, others).then(refusalIn, (thrown: unknown) => thrown);
    asking = false;
    if (fault !== undefined && ended === undefined) stop.abort(fault);
  }
  async function report(outcome: UseOutcome): Promise<void> {
    clearInterval(timer);
    try {
      const key = `${id}-outcome`;
      const answer = await client.postUseOutcome({ params: { id }, body: { outcome } }, { idempotencyKey: key });
      if (!answer.ok) throw refusedByProblem(answer.problem);
    } catch (fault) {
      options.onOutcomeLost?.(id, fault);
    }
  }
  return {
    id,
    obligations,
    idleMs: options.idleMs ?? IDLE_MS,
    signal: stop.signal,
    end(outcome) {
      ended ??= report(outcome);
      return ended;
    },
  };
}

/** What ends the work: a no, or no answer at all. */
function refusalIn(answer: Awaited<ReturnType<CandorClient['postCheck']>>): ConsentRefused | undefined {
  if (!answer.ok) return refusedByProblem(answer.problem);
  const { allowed, reason, explanation } = answer.body;
  return allowed ? undefined : new ConsentRefused({ reason, explanation });
}

/** The work's own end, or the end of its permission, whichever comes first. */
function raced<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
