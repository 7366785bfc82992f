/**
 * What each step records, and what it asks for beyond the right state.
 * Flow:    step.ts → here → law (grounds, clocks).
 * Promise: a second or late extension, a ground that does not fit, and an answer to somebody unverified are refused.
 * Source:  docs/law.md 2.1, 2.7, 3.3, 3.4.
 */

import type { Instant } from '../../facts/fact.ts';
import type { FactKind, PayloadOf } from '../../facts/facts.ts';
import type { Stopped } from '../../facts/request.ts';
import {
  clockFor,
  dayOf,
  denialCodesFor,
  denialFor,
  hasRight,
  isSureEnough,
  levelsFor,
  regimesOfDenial,
  saysNothing,
  wantsVerification,
} from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { type Behind, everyoneBehind } from '../../vocabulary/behind.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { isVerificationLevel, type RequestKind, type RequestStep } from '../../vocabulary/request.ts';
import { withheldParts } from '../../vocabulary/withheld.ts';
import { notNow, timeOf, unfit } from '../refusal.ts';
import { dueMembers } from './clock-members.ts';
import { lastDaysNow, pauseReason, resume } from './pause.ts';
import { missingFor } from './promised.ts';
import type { StepRequest } from './step-input.ts';

type StepKind = Exclude<Extract<FactKind, `request.${string}`>, 'request.received' | 'request.logged'>;

type StepFact = { [K in StepKind]: { readonly kind: K; readonly payload: PayloadOf<K> } }[StepKind];

type Recorded = StepFact | Problem;
type Of<S extends RequestStep> = StepRequest & { readonly step: S };

const base = (input: StepRequest) => ({ v: 1 as const, request: input.request, ...defined({ reason: input.reason }) });
const withCode = (input: StepRequest) => (input.code === undefined ? {} : { code: input.code });
const needsReason = (fix: string): Problem => unfit('/reason', 'required', { message: 'This step needs words.', fix });
/** Signs alone, or “done”, tell the person nothing. */
const isWordless = (reason: string | undefined): boolean => reason === undefined || saysNothing(reason);
const unfitCode = (code: string, message: string, fix: string): Problem => unfit('/code', code, { message, fix });

/** The question to law about one request, on the day of the step. */
const asking = ({ kind, regimes }: RequestRow, now: Instant) => ({ kind, regimes, day: dayOf(now) });

/** Without a code the level is the first that is enough under every law of the person. */
function verify(row: RequestRow, input: StepRequest, now: Instant): Recorded {
  const enough = levelsFor(asking(row, now));
  const level = input.level ?? input.code ?? enough[0] ?? 'reasonable';
  if (!isVerificationLevel(level) || level === 'none')
    return unfitCode(
      'unknown-level',
      'There is no such way of verifying.',
      'Name how it was verified, for example `session`, `reasonable` or `doubt-resolved`.',
    );
  if (!enough.includes(level))
    return unfit(input.level === undefined ? '/code' : '/level', 'level-too-low', {
      message: 'This is not sure enough for this kind of request under the law of this person.',
      fix: `Use one of: ${enough.join(', ')}.`,
    });
  return { kind: 'request.verified', payload: { ...base(input), level } };
}

function extend(row: RequestRow, input: StepRequest, now: Instant): Recorded {
  if (row.extended) return notNow('The time was already extended once, and there is no second extension.');
  if (row.extendedDueAt === undefined) return notNow('The law that applies here allows no extension.');
  // While the law does not count the days of a wait, the time in which it can be told stands still, too.
  const { dueAt, extendedDueAt = row.extendedDueAt } = lastDaysNow(row, input.calendar, now);
  if (now > dueAt) return notNow('The time is over; an extension must be told before it ends.');
  if (input.reason === undefined || isWordless(input.reason))
    return needsReason('Say why more time is needed; the person is told.');
  return {
    kind: 'request.extended',
    payload: { ...base(input), reason: input.reason, dueAt: timeOf(extendedDueAt), ...withCode(input) },
  };
}

function pause(row: RequestRow, input: StepRequest, now: Instant): Recorded {
  const code = pauseReason(row, input.code, now);
  if (typeof code !== 'string') return code;
  if (input.reason === undefined || isWordless(input.reason)) return needsReason('Say what you asked the person for.');
  return { kind: 'request.paused', payload: { ...base(input), reason: input.reason, code } };
}

function goOn(row: RequestRow, input: StepRequest, now: Instant): Recorded {
  const ended = resume(row, input, now);
  return isProblem(ended) ? ended : { kind: 'request.resumed', payload: { ...base(input), ...ended } };
}

const unverified = (row: RequestRow): boolean => wantsVerification(row.kind) && row.verification === 'none';
const verifyFirst = notNow('Verify first who asks: this answer hands out or destroys data.');

/** Why the answer cannot be given yet: it is not sure enough who asks. */
export function notSureEnough(row: RequestRow, now: Instant): Problem | undefined {
  const question = asking(row, now);
  if (isSureEnough(row.verification, question)) return undefined;
  return notNow(
    `Verify first who asks: this request stands at the level ${row.verification}, and one of these is needed: ${levelsFor(question).join(', ')}.`,
  );
}

/** The regimes in which a ground holds for this request, or why it does not and which grounds would. */
function groundFor(code: string, row: RequestRow, now: Instant): readonly string[] | Problem {
  const question = asking(row, now);
  const regimes = regimesOfDenial(code, question);
  if (regimes.length > 0) return regimes;
  const fix = `Use one of: ${denialCodesFor(question).join(', ')}.`;
  if (denialFor(code) === undefined) return unfitCode('unknown-ground', 'There is no such ground for refusing.', fix);
  return unfitCode(
    'ground-does-not-fit',
    'This ground does not fit this kind of request or the law of this person.',
    fix,
  );
}

/** What the law lets nobody refuse, in words for whoever tried. */
const neverRefused: Readonly<Partial<Record<RequestKind, string>>> = {
  'consent-withdrawal': 'Taking back a consent cannot be refused: it counted when it was said.',
  'objection-marketing': 'An objection to marketing cannot be refused: it counted when it was said.',
};

function deny(row: RequestRow, input: StepRequest, now: Instant): Recorded {
  const never = neverRefused[row.kind];
  if (never !== undefined) return unfitCode('never-refused', never, 'Fulfil the request.');
  if (input.code === undefined)
    return unfitCode('required', 'It is not said on which ground.', 'Name the ground for refusing.');
  const regimes = groundFor(input.code, row, now);
  if (isProblem(regimes)) return regimes;
  const ground = denialFor(input.code);
  if (ground?.onlyPaused === true && row.state !== 'paused')
    return unfitCode('nothing-awaited', 'Nothing is awaited from the person.', 'Ask first, with the step pause.');
  if (unverified(row) && ground?.aboutIdentity !== true) return verifyFirst;
  // A ground that holds in only one of several laws needs words about the others.
  const wantsText = ground?.needsText === true || regimes.length < row.regimes.length;
  if (wantsText && isWordless(input.reason)) return needsReason('This ground needs the facts of the case in words.');
  return { kind: 'request.denied', payload: { ...base(input), code: input.code, regimes: [...regimes] } };
}

const nothingLeft = {
  message: 'Then nothing would be explained.',
  fix: 'Leave out only what the ground covers, or refuse with the step deny.',
};

/** What may be left out: on a named ground, and never so much that nothing is explained. */
function unfitWithheld(row: RequestRow, { code, withheld = [] }: Of<'fulfil'>): Problem | undefined {
  if (withheld.length === 0) return undefined;
  if (code === undefined)
    return unfitCode(
      'required',
      'A part is left out without a ground.',
      'Name the ground on which a part is left out.',
    );
  const unnamed = withheld.findIndex(({ item, words }) => item === 'other' && words === undefined);
  if (unnamed >= 0)
    return unfit(`/withheld/${unnamed}/words`, 'required', {
      message: 'Nobody knows what this is.',
      fix: 'Say what is left out; the person reads it.',
    });
  const everywhere = new Set(withheld.flatMap(({ item, decision }) => (decision === undefined ? [item] : [])));
  const isNothingLeft = row.kind === 'ai-explanation' && withheldParts.every((part) => everywhere.has(part));
  return isNothingLeft ? unfit('/withheld', 'nothing-left', nothingLeft) : undefined;
}

const unfitRectified = ({ kind }: RequestRow, { rectified }: Of<'fulfil'>): Problem | undefined =>
  rectified === undefined || kind === 'rectification'
    ? undefined
    : unfit('/rectified', 'not-for-this-kind', {
        message: 'Only a correction names what was corrected.',
        fix: 'Leave rectified out.',
      });

/** The fulfilment and the appeal name what they set again. */
export function withStopped(recorded: StepFact, stopped: Stopped[] | undefined): StepFact {
  if (stopped === undefined) return recorded;
  if (recorded.kind === 'request.fulfilled') return { ...recorded, payload: { ...recorded.payload, stopped } };
  if (recorded.kind === 'request.appealed') return { ...recorded, payload: { ...recorded.payload, stopped } };
  return recorded;
}

/** With a code the answer is given in part, and the code says what was withheld. */
function fulfil(row: RequestRow, input: Of<'fulfil'>, now: Instant): Recorded {
  const wrong =
    notSureEnough(row, now) ?? missingFor(row, input) ?? unfitRectified(row, input) ?? unfitWithheld(row, input);
  if (wrong !== undefined) return wrong;
  if (input.code !== undefined) {
    const regimes = groundFor(input.code, row, now);
    if (isProblem(regimes)) return regimes;
    const ground = denialFor(input.code);
    if (ground?.partialOk !== true)
      return unfitCode('not-in-part', 'This ground refuses the whole request.', 'Use the step deny.');
    if (ground.needsText && isWordless(input.reason))
      return needsReason('This ground needs the facts of the case in words.');
  }
  return {
    kind: 'request.fulfilled',
    payload: {
      ...base(input),
      treeSize: input.treeSize,
      ...defined({ treeLog: input.treeLog }),
      ...withCode(input),
      ...(input.rectified === undefined
        ? {}
        : { rectified: input.rectified.map((each) => ({ ...each, told: [...each.told] })), corrected: true as const }),
      ...(input.withheld === undefined ? {} : { withheld: input.withheld.map((wish) => ({ ...wish })) }),
    },
  };
}

/** Only where a law of the person knows an appeal, and only once; elsewhere the way is a complaint. */
function appeal(row: RequestRow, input: StepRequest, now: Instant): Recorded {
  const regimes = row.regimes.filter((regime) => hasRight('dsr-appeal', regime, dayOf(now)));
  if (regimes.length === 0)
    return notNow('The law of this person knows no appeal to us; the way is a complaint to the authority.');
  if (row.appealed) return notNow('This refusal was already appealed once.');
  const clock = clockFor({ kind: 'dsr-appeal', regimes, receivedAt: now }, input.calendar);
  return { kind: 'request.appealed', payload: { ...base(input), ...dueMembers(clock) } };
}

/** Whoever refused does not decide about the appeal against it. */
export const isOwnRefusal = (row: RequestRow, input: StepRequest, actor: Behind): boolean =>
  row.state === 'appealed' && (input.step === 'deny' || input.step === 'fulfil') && isRefusedBy(row, actor);

/** Also by a colleague who came in by their link, or whose link they came in by. */
export const isRefusedBy = ({ deniedBy, deniedThrough }: RequestRow, actor: Behind): boolean =>
  everyoneBehind(actor).some((id) => id === deniedBy || id === deniedThrough);

/** What a possible step records, or why it is refused. */
export function factOf(row: RequestRow, input: StepRequest, now: Instant): Recorded {
  switch (input.step) {
    case 'verify':
      return verify(row, input, now);
    case 'extend':
      return extend(row, input, now);
    case 'pause':
      return pause(row, input, now);
    case 'resume':
      return goOn(row, input, now);
    case 'deny':
      return deny(row, input, now);
    case 'fulfil':
      return fulfil(row, input, now);
    case 'cancel':
      return { kind: 'request.cancelled', payload: base(input) };
    case 'appeal':
      return appeal(row, input, now);
  }
}
