/**
 * Guards for routes of Express.
 * Flow:    a route → here → use → the route's own work; the end of the response ends the use.
 * Promise: the route runs only under a permission that stands in the ledger. No permission is a 403 with the reason in
 *          words; no answer from Candor is a 503. What happened after is reported by how the response ended.
 * Source:  RFC 9457.
 */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { CandorClient } from './client.ts';
import { type KnownBefore, questionFrom } from './question.ts';
import { ConsentRefused } from './refused.ts';
import { askToUse, type PermittedUse, type UseOptions } from './use.ts';

export interface RouteGuard extends KnownBefore {
  readonly client: CandorClient;
  /** Who the request is about, for example `customer:42`; undefined refuses. */
  readonly of?: (request: Request) => Promise<KnownBefore> | KnownBefore;
  readonly options?: UseOptions;
}

/** The permission of this response, for `signal` and `obligations`. */
export const permissionOf = (response: Response): PermittedUse | undefined =>
  response.locals['candor'] as PermittedUse | undefined;

/** Asks before the route runs. */
export const requireConsent =
  ({ client, of, options, ...known }: RouteGuard): RequestHandler =>
  async (request: Request, response: Response, next: NextFunction) => {
    try {
      const use = await askToUse(client, questionFrom(known, await of?.(request)), options);
      response.locals['candor'] = use;
      endWith(response, use);
      next();
    } catch (fault) {
      refuse(response, fault);
    }
  };

/**
 * For work that already asked elsewhere: reports, when the response is done, that the data was used. It permits nothing
 * and refuses nothing.
 */
export const recordUse =
  ({ client, of, options, ...known }: RouteGuard): RequestHandler =>
  (request: Request, response: Response, next: NextFunction) => {
    const occurredAt = new Date().toISOString();
    response.once('finish', () => void report());
    next();

    async function report(): Promise<void> {
      try {
        const body = { ...questionFrom(known, await of?.(request)), mode: 'report' as const, occurredAt };
        const answer = await client.postUse({ body }, options);
        if (!answer.ok) throw new Error(answer.problem.code);
      } catch (fault) {
        options?.onOutcomeLost?.('unrecorded', fault);
      }
    }
  };

/** Whoever hangs up stops the use; an answer of 500 and above is a failure. */
function endWith(response: Response, use: PermittedUse): void {
  response.once('finish', () => void use.end(response.statusCode >= 500 ? 'failed' : 'finished'));
  response.once('close', () => void use.end('stopped'));
  use.signal.addEventListener('abort', () => response.destroy(), { once: true });
}

function refuse(response: Response, fault: unknown): void {
  if (fault instanceof ConsentRefused) {
    const problem = { code: fault.reason, title: 'This data may not be used', detail: fault.explanation.customer };
    send(response, 403, problem);
  } else {
    response.setHeader('Retry-After', '5');
    send(response, 503, {
      code: 'candor-unavailable',
      title: 'Nobody could be asked whether this data may be used',
      detail: 'Nothing was done with it. Try again in a moment.',
    });
  }
}

function send(response: Response, status: number, problem: Readonly<Record<'code' | 'title' | 'detail', string>>) {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', status, ...problem }));
}
