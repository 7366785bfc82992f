/**
 * The facts of a request: what is recorded when it arrives, at each step, and what stays when the person is gone.
 * Flow:    commands/request → here → ledger → views/request.
 * Promise: `request.logged` MUST hold neither text nor identifier, because it outlives the person by law.
 * Source:  docs/design.md 5, 6 and 8.1; 11 CCR 7101(b); docs/law.md 2.7, 8.
 */
import { z } from 'zod';
import { requestChannels, requestKinds, requestStates, verificationLevels } from '../vocabulary/request.ts';
import { withheldItems } from '../vocabulary/withheld.ts';
import type { FactKind } from './fact.ts';

/** Free text a person or an officer may write; sealed with the rest of the payload. */
const text = z.string().min(1).max(10_000);
const instant = z.iso.datetime({ precision: 3 });
const v = z.literal(1);
const request = z.string().startsWith('req_');
const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);

export const requestClock = z.strictObject({ rule: z.string(), source: z.string(), words: z.string() });

/** The part of a person's history that an answer should cover. */
export const requestPeriod = z.strictObject({ from: instant.optional(), to: instant.optional() });

const due = { dueAt: instant, extendedDueAt: instant.optional(), ackDueAt: instant.optional(), clock: requestClock };

const received = z.strictObject({
  v,
  kind: z.enum(requestKinds),
  regimes: z.array(z.string()).min(1),
  channel: z.enum(requestChannels),
  receivedAt: instant,
  ...due,
  verification: z.enum(verificationLevels),
  message: text.optional(),
  language: z.string().max(35).optional(),
  period: requestPeriod.optional(),
});

const step = { v, request, reason: text.optional() };

const verified = z.strictObject({ ...step, level: z.enum(verificationLevels) });
const extended = z.strictObject({ ...step, reason: text, dueAt: instant, code: code.optional() });
const paused = z.strictObject({ ...step, reason: text, code: code.optional() });
const resumed = z.strictObject(step);
const denied = z.strictObject({ ...step, code, regimes: z.array(z.string()).min(1) });
const withheld = z.strictObject({
  item: z.enum(withheldItems),
  decision: z.string().startsWith('dec_').optional(),
  words: text.optional(),
});
/**
 * `treeSize` fixes the package: it is computed from the ledger at that size on each read and never stored. `treeLog` is
 * absent for the first log. `withheld` names the parts of an answer that is given in part, on the ground of `code`.
 */
const fulfilled = z.strictObject({
  ...step,
  treeSize: z.int().nonnegative(),
  treeLog: z.int().positive().exactOptional(),
  code: code.optional(),
  withheld: z.array(withheld).min(1).optional(),
});
const cancelled = z.strictObject(step);
const appealed = z.strictObject({ ...step, ...due });

/** The minimal record: no subject, no text, no identifier. */
const logged = z.strictObject({
  v,
  request,
  kind: z.enum(requestKinds),
  regimes: z.array(z.string()).min(1),
  channel: z.enum(requestChannels),
  receivedAt: instant,
  dueAt: instant,
  clock: requestClock,
  closedAt: instant.optional(),
  outcome: z.enum(requestStates),
  denialCode: code.optional(),
});

export type RequestReceived = z.infer<typeof received>;
export type RequestVerified = z.infer<typeof verified>;
export type RequestExtended = z.infer<typeof extended>;
export type RequestDenied = z.infer<typeof denied>;
export type RequestFulfilled = z.infer<typeof fulfilled>;
export type RequestAppealed = z.infer<typeof appealed>;
export type RequestLogged = z.infer<typeof logged>;

export const requestFacts = {
  'request.received': { kind: 'request.received', schema: received, sentence: 'fact.request.received' },
  'request.verified': { kind: 'request.verified', schema: verified, sentence: 'fact.request.verified' },
  'request.extended': { kind: 'request.extended', schema: extended, sentence: 'fact.request.extended' },
  'request.paused': { kind: 'request.paused', schema: paused, sentence: 'fact.request.paused' },
  'request.resumed': { kind: 'request.resumed', schema: resumed, sentence: 'fact.request.resumed' },
  'request.denied': { kind: 'request.denied', schema: denied, sentence: 'fact.request.denied' },
  'request.fulfilled': { kind: 'request.fulfilled', schema: fulfilled, sentence: 'fact.request.fulfilled' },
  'request.cancelled': { kind: 'request.cancelled', schema: cancelled, sentence: 'fact.request.cancelled' },
  'request.appealed': { kind: 'request.appealed', schema: appealed, sentence: 'fact.request.appealed' },
  'request.logged': { kind: 'request.logged', schema: logged, sentence: 'fact.request.logged' },
} as const satisfies Record<string, FactKind>;

export type RequestFactKind = keyof typeof requestFacts;

export const isRequestFact = (kind: string): kind is RequestFactKind => Object.hasOwn(requestFacts, kind);
