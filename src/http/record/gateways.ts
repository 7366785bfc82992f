/**
 * What gateways ask, as uses: a guardrail before and after a model, a request on its way to a service.
 * Flow:    handlers/gateways.ts → here → commands `use.record` and `use.end`, answers/check.
 * Promise: what is not named, or not by a name of ours, is refused without a look at anybody. The use of a call is
 *          found again by the id of the call, on whichever node its answer is asked about, and only while its
 *          permission stands.
 * Source:  decision 0071; decision 0058.
 */
import { CheckBody, UseAnswer } from '../../../openapi/models/check.ts';
import type { GuardrailAsked } from '../../../openapi/models/gateways.ts';
import { askCheck, type CheckQuestion } from '../../answers/check/ask.ts';
import { explainReason } from '../../language/reasons.ts';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem, problems } from '../../vocabulary/problems.ts';
import type { Reason } from '../../vocabulary/reason.ts';
import { type PageCall, senderOf, senderWithoutKey } from '../call.ts';
import type { NamedInHeaders } from '../forwarded.ts';
import { readBodyOf, renderRecorded } from '../reply.ts';

interface Names {
  readonly subject?: string | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly aiSystem?: string | null | undefined;
}

/** The question, or the reason that a check would give where nothing of that name was declared. */
function questionNamed({ subject, purpose, aiSystem }: Names): CheckQuestion | Reason {
  const { data, error } = CheckBody.safeParse({ subject, purpose, aiSystem });
  if (data !== undefined) return data;
  const wrong = new Set(error?.issues.map(({ path }) => path[0]));
  if (wrong.has('aiSystem')) return 'unknown-ai-system';
  return wrong.has('purpose') ? 'unknown-purpose' : 'unknown-subject';
}

interface Guarded {
  readonly action: 'NONE' | 'BLOCKED';
  readonly blocked_reason?: string;
  readonly reason: Reason;
  readonly use?: string;
}

const blocked = (reason: Reason, language: string, use?: string): Guarded => ({
  action: 'BLOCKED',
  blocked_reason: explainReason(language, reason).customer,
  reason,
  ...defined({ use }),
});

export async function guardCall(house: House, asked: GuardrailAsked, call: PageCall): Promise<Guarded | Problem> {
  const { request_data: about, additional_provider_specific_params: params, litellm_call_id: id } = asked;
  const subject = about?.user_api_key_end_user_id ?? about?.metadata?.candor_subject ?? params?.subject;
  const question = questionNamed({ subject, purpose: params?.purpose, aiSystem: params?.aiSystem });
  if (typeof question === 'string') return blocked(question, call.language);
  const isAfter = asked.input_type === 'response' || asked.input_type === 'OUTPUT';
  // An answer that belongs to no call is not a use of its own; whether it may be used is asked all the same.
  if (isAfter && typeof id !== 'string') return advised(house, question, call);
  const used = await useOf(house, question, { call, id: id ?? undefined });
  if (isProblem(used)) return refusedInstead(house, question, { call, refusal: used });
  if (used.allowed !== true) return blocked(used.reason, call.language, used.id);
  if (isAfter) await house.record('use.end', { use: used.id, outcome: 'finished' }, senderWithoutKey(call));
  return { action: 'NONE', reason: used.reason, use: used.id };
}

async function advised(house: House, question: CheckQuestion, { language }: PageCall): Promise<Guarded> {
  const { allowed, reason } = await askCheck(house, question, language);
  return allowed ? { action: 'NONE', reason } : blocked(reason, language);
}

/** What could not be recorded is a no; a permission that ended since the call began has a reason by now. */
async function refusedInstead(
  house: House,
  question: CheckQuestion,
  { call, refusal }: { readonly call: PageCall; readonly refusal: Problem },
): Promise<Guarded | Problem> {
  if (problems[refusal.problem].status >= 500) return refusal;
  const { allowed, reason } = await askCheck(house, question, call.language);
  return blocked(allowed ? 'unavailable' : reason, call.language);
}

async function useOf(
  house: House,
  question: CheckQuestion,
  { call, id }: { readonly call: PageCall; readonly id?: string | undefined },
): Promise<ReturnType<typeof UseAnswer.parse> | Problem> {
  const key = { route: 'postGuardrail', key: id ?? '', body: JSON.stringify(question) };
  const sender = id === undefined ? senderWithoutKey(call) : senderOf({ ...call, idempotency: key });
  const input = { ...question, language: call.language, ...defined({ reference: id }) };
  const recorded = renderRecorded(await house.record('use.record', input, sender));
  return isProblem(recorded) ? recorded : UseAnswer.parse(readBodyOf(recorded));
}

/** The permission for a request behind a proxy, or the refusal; a fault stays a fault. */
export async function authorize(
  house: House,
  named: NamedInHeaders,
  call: PageCall,
): Promise<{ readonly id: string; readonly reason: Reason } | Problem> {
  const question = questionNamed(named);
  if (typeof question === 'string') return refused(question, call.language);
  const used = await useOf(house, question, { call });
  if (isProblem(used)) {
    const { status, title } = problems[used.problem];
    return status >= 500 ? used : problem('use-refused', `${title} (${used.problem})`);
  }
  return used.allowed === true ? used : refused(used.reason, call.language);
}

const refused = (reason: Reason, language: string): Problem =>
  problem('use-refused', `${explainReason(language, reason).customer} (${reason})`);
