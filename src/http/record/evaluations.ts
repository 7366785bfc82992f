/**
 * Evaluations of AuthZEN, one or many: asked as checks, or recorded as uses where their context says so.
 * Flow:    handlers/authzen.ts → here → answers/check, command `use.record` → answers/authzen.
 * Promise: a use stands in the ledger before its answer leaves. After the decision that ends a batch nothing more is
 *          recorded; what cannot be evaluated is refused in its place and hinders no other.
 * Source:  OpenID AuthZEN Authorization API 1.0 sections 6 and 7; docs/design.md 8.2.
 */
import { type EvaluationAsked, EvaluationBody, type EvaluationsAsked } from '../../../openapi/models/authzen.ts';
import { UseAnswer } from '../../../openapi/models/check.ts';
import { failedEvaluation, refusedAtOnce, ruledDecision, shownDecision } from '../../answers/authzen/decision.ts';
import { questionIn } from '../../answers/authzen/question.ts';
import { askChecks, type CheckQuestion } from '../../answers/check/ask.ts';
import type { RecordUse } from '../../commands/use/record-use.ts';
import type { House } from '../../ports/house.ts';
import type { Recorded } from '../../ports/records.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type PageCall, senderOf } from '../call.ts';
import { type Item, readItems } from '../items.ts';
import { byStandard } from '../receive.ts';
import { readBodyOf, renderJson, renderRecorded, replayedHeader } from '../reply.ts';
import { senderOfItem } from './uses.ts';

type Decision = { readonly decision: boolean; readonly context?: object };

/** The command that an evaluation asks for, where it is a use. */
const useIn = ({ context }: EvaluationAsked, question: CheckQuestion, language: string): RecordUse => ({
  ...question,
  ...defined({ reference: context?.reference }),
  language,
});

function decisionOf(recorded: Recorded): Decision | Problem {
  const reply = renderRecorded(recorded);
  if (isProblem(reply)) return reply;
  // Rendered by the command a moment ago, or kept from then: a use as the API describes it.
  return shownDecision(UseAnswer.parse(readBodyOf(reply)));
}

const isReplayed = (recorded: Recorded): boolean => !isProblem(recorded) && recorded.replayed;
const rendered = (body: object, replayed: boolean): BytesAnswer => ({
  ...renderJson(200, body),
  ...(replayed ? { headers: replayedHeader } : {}),
});

export async function evaluateOne(
  house: House,
  asked: EvaluationAsked,
  call: PageCall,
): Promise<BytesAnswer | Problem> {
  const { language } = call;
  const ruled = ruledDecision(house, asked);
  if (ruled !== undefined) return rendered(ruled, false);
  const question = questionIn(asked);
  if (typeof question === 'string') return rendered(refusedAtOnce(question, language), false);
  if (asked.context?.record !== true) {
    const [answer] = await askChecks(house, [question], language);
    if (answer === undefined || isProblem(answer)) return answer ?? problem('internal');
    return rendered(shownDecision(answer), false);
  }
  const recorded = await house.record('use.record', useIn(asked, question, language), senderOf(call));
  const decision = decisionOf(recorded);
  return isProblem(decision) ? decision : rendered(decision, isReplayed(recorded));
}

const members: ReadonlySet<string> = new Set(['subject', 'action', 'resource', 'context']);

/** What names an entity. Where one evaluation leaves it out, that of the top counts; of the rest never a part. */
const naming = ['type', 'id', 'name'];
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function named(whole: unknown, one: unknown): unknown {
  if (!isObject(whole) || !isObject(one)) return one;
  return { ...Object.fromEntries(Object.entries(whole).filter(([name]) => naming.includes(name))), ...one };
}

/** What stands at the top takes the place of a member that is not there. */
const completed = (whole: object, one: object): object =>
  Object.fromEntries(
    Object.entries({ ...whole, ...one })
      .filter(([name]) => members.has(name))
      .map(([name, value]) => [name, name === 'context' ? value : named(Reflect.get(whole, name), value)]),
  );

/** One of several, with its place in the request. */
interface Placed {
  readonly item: Item<EvaluationAsked>;
  readonly place: number;
  readonly sent: object;
}

export async function evaluateMany(
  house: House,
  body: EvaluationsAsked,
  call: PageCall,
): Promise<BytesAnswer | Problem> {
  const { evaluations = [], options } = body;
  if (evaluations.length === 0) {
    const [only] = readItems<EvaluationAsked>(EvaluationBody, [body]);
    return only === undefined || isProblem(only) ? problem('invalid-request') : evaluateOne(house, only.value, call);
  }
  const sent = evaluations.map((each) => completed(body, each));
  const items = readItems<EvaluationAsked>(EvaluationBody, sent);
  const placed = items.map((item, place) => ({ item, place, sent: sent[place] ?? {} }));
  const last = { execute_all: undefined, deny_on_first_deny: false, permit_on_first_permit: true }[
    options?.evaluations_semantic ?? 'execute_all'
  ];
  // What is recorded must be known to be wanted, so then one waits for the other.
  const isOneByOne =
    last !== undefined && items.some((item) => !isProblem(item) && item.value.context?.record === true);
  const done: Evaluated[] = [];
  for (const group of isOneByOne ? placed.map((each) => [each]) : [placed]) {
    done.push(...(await evaluateGroup(house, group, call)));
    if (isOneByOne && done.at(-1)?.decision.decision === last) break;
  }
  const end = last === undefined ? -1 : done.findIndex(({ decision }) => decision.decision === last);
  const told = end < 0 ? done : done.slice(0, end + 1);
  const decisions = told.map(({ decision }) => decision);
  return rendered(
    { evaluations: decisions },
    told.every(({ replayed }) => replayed),
  );
}

interface Evaluated {
  readonly decision: Decision;
  readonly replayed: boolean;
}

/** All of them at once, in their order: checks of one moment, uses in one go. */
async function evaluateGroup(house: House, group: readonly Placed[], call: PageCall): Promise<readonly Evaluated[]> {
  const { language } = call;
  const decided = new Map<number, Evaluated>();
  const checks: { readonly place: number; readonly question: CheckQuestion }[] = [];
  const uses: { readonly place: number; readonly sent: object; readonly input: RecordUse }[] = [];
  for (const { item, place, sent } of group) {
    const ruled = isProblem(item) ? undefined : ruledDecision(house, item.value);
    const question = isProblem(item) ? item : questionIn(item.value);
    if (ruled !== undefined) decided.set(place, once(ruled));
    else if (isProblem(question)) decided.set(place, once(failedEvaluation(byStandard(question))));
    else if (typeof question === 'string') decided.set(place, once(refusedAtOnce(question, language)));
    else if (isProblem(item) || item.value.context?.record !== true) checks.push({ place, question });
    else uses.push({ place, sent, input: useIn(item.value, question, language) });
  }
  const asked = checks.map(({ question }) => question);
  const answers = asked.length === 0 ? [] : await askChecks(house, asked, language);
  for (const [at, answer] of answers.entries())
    decided.set(checks[at]?.place ?? -1, once(isProblem(answer) ? failedEvaluation(answer) : shownDecision(answer)));
  const recording = uses.map(({ place, sent, input }) => ({ input, sender: senderOfItem(call, place, sent) }));
  const recorded = await house.recordMany('use.record', recording);
  for (const [at, { place }] of uses.entries()) decided.set(place, evaluatedFrom(recorded[at] ?? problem('internal')));
  return group.map(({ place }) => decided.get(place) ?? once(failedEvaluation(problem('internal'))));
}

const once = (decision: Decision): Evaluated => ({ decision, replayed: false });

function evaluatedFrom(recorded: Recorded): Evaluated {
  const decision = decisionOf(recorded);
  return isProblem(decision) ? once(failedEvaluation(decision)) : { decision, replayed: isReplayed(recorded) };
}
