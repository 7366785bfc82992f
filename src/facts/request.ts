/**
 * The facts of a request: what is recorded when it arrives, at each step, and what stays when the person is gone.
 * Flow:    commands/request → here → ledger → views/request.
 * Promise: `request.logged` MUST hold neither text nor identifier, because it outlives the person by law.
 * Source:  docs/design.md 5, 6 and 8.1; 11 CCR 7101(b); docs/law.md 2.7, 8.
 */
import { z } from 'zod';
import { limitKinds } from '../vocabulary/limit.ts';
import {
  mandateChecks,
  requestChannels,
  requestKinds,
  requestStates,
  verificationLevels,
} from '../vocabulary/request.ts';
import { withheldItems } from '../vocabulary/withheld.ts';

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
const requestPeriod = z.strictObject({ from: instant.exactOptional(), to: instant.exactOptional() });

/** By what right somebody asks for another person: who gave it, where it can be seen, and how it was checked. */
const mandate = z.strictObject({ by: text, evidence: text, verified: z.enum(mandateChecks) });
export type Mandate = z.infer<typeof mandate>;

const due = {
  dueAt: instant,
  extendedDueAt: instant.exactOptional(),
  ackDueAt: instant.exactOptional(),
  clock: requestClock,
};

/**
 * What a request stopped in its own commit: a limit, or a consent that was taken back. `already`: it stood before and
 * was not recorded again.
 */
const stopped = z.strictObject({
  kind: z.enum([...limitKinds, 'consent']),
  /** Absent: every purpose that a limit of this kind covers. */
  purpose: z.string().exactOptional(),
  dataCategories: z.array(z.string()).exactOptional(),
  /** The fact that set or withdrew it. */
  fact: z.string(),
  since: instant,
  already: z.literal(true).exactOptional(),
});
export type Stopped = z.infer<typeof stopped>;

export const RequestReceived = z.strictObject({
  v,
  kind: z.enum(requestKinds),
  regimes: z.array(z.string()).min(1),
  channel: z.enum(requestChannels),
  receivedAt: instant,
  ...due,
  verification: z.enum(verificationLevels),
  message: text.exactOptional(),
  language: z.string().max(35).exactOptional(),
  period: requestPeriod.exactOptional(),
  mandate: mandate.exactOptional(),
  stopped: z.array(stopped).exactOptional(),
  /** For a human review: those it opened, one for each decision that was meant. */
  reviews: z.array(z.string().startsWith('rev_')).exactOptional(),
});
export type RequestReceived = z.infer<typeof RequestReceived>;

const step = { v, request, reason: text.exactOptional() };

export const RequestVerified = z.strictObject({ ...step, level: z.enum(verificationLevels) });
export type RequestVerified = z.infer<typeof RequestVerified>;
export const RequestExtended = z.strictObject({ ...step, reason: text, dueAt: instant, code: code.exactOptional() });
export type RequestExtended = z.infer<typeof RequestExtended>;
export const RequestPaused = z.strictObject({ ...step, reason: text, code: code.exactOptional() });
/** What the pause did to the last days, where a law of the person lets it do anything. */
export const RequestResumed = z.strictObject({
  ...step,
  /** When what was awaited arrived, where that was before it was entered. */
  arrivedAt: instant.exactOptional(),
  dueAt: instant.exactOptional(),
  extendedDueAt: instant.exactOptional(),
  suspendedDueAt: instant.exactOptional(),
});
export const RequestDenied = z.strictObject({ ...step, code, regimes: z.array(z.string()).min(1) });
export type RequestDenied = z.infer<typeof RequestDenied>;
export const withheld = z.strictObject({
  item: z.enum(withheldItems),
  decision: z.string().startsWith('dec_').exactOptional(),
  words: text.exactOptional(),
});
/** One value that was corrected, and who else was told of it. */
export const rectified = z.strictObject({
  what: text,
  from: text.exactOptional(),
  to: text,
  told: z.array(text),
});
export type Rectified = z.infer<typeof rectified>;

/**
 * `treeSize` fixes the package: it is computed from the ledger at that size on each read and never stored. `treeLog` is
 * absent for the first log. `withheld` names the parts of an answer that is given in part, on the ground of `code`.
 */
export const RequestFulfilled = z.strictObject({
  ...step,
  /** Absent where the answer is not computed from the ledger: a human review ends with its reviews. */
  treeSize: z.int().nonnegative().exactOptional(),
  treeLog: z.int().positive().exactOptional(),
  code: code.exactOptional(),
  withheld: z.array(withheld).min(1).exactOptional(),
  rectified: z.array(rectified).min(1).exactOptional(),
  /** The feed of changes says that something was corrected; absent in answers from before it did. */
  corrected: z.literal(true).exactOptional(),
  /** What stands now, where the answer had to set it (again). */
  stopped: z.array(stopped).exactOptional(),
});
export type RequestFulfilled = z.infer<typeof RequestFulfilled>;
export const RequestCancelled = z.strictObject(step);
export const RequestAppealed = z.strictObject({
  ...step,
  ...due,
  /** What stops again while the refusal is looked at; absent where the request stops nothing by waiting. */
  stopped: z.array(stopped).exactOptional(),
});
export type RequestAppealed = z.infer<typeof RequestAppealed>;

/** The minimal record: no subject, no text, no identifier. */
export const RequestLogged = z.strictObject({
  v,
  request,
  kind: z.enum(requestKinds),
  regimes: z.array(z.string()).min(1),
  channel: z.enum(requestChannels),
  receivedAt: instant,
  dueAt: instant,
  clock: requestClock,
  closedAt: instant.exactOptional(),
  outcome: z.enum(requestStates),
  denialCode: code.exactOptional(),
  /** In which language the answer is written; it names nobody. */
  language: z.string().max(35).exactOptional(),
});
export type RequestLogged = z.infer<typeof RequestLogged>;
