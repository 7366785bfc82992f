/**
 * An evaluation as AuthZEN shows it: the decision, and in its context the reasons for two readers and their evidence.
 * Flow:    answers/check, the reply of `use.record` → here → http/handlers/authzen.ts.
 * Promise: `decision` is true only where the evaluation allows; what went wrong is never a yes.
 * Source:  OpenID AuthZEN Authorization API 1.0 section 5; docs/design.md 8.2.
 */
import { allowedByPacks, type RuleQuestion } from '../../evaluation/property-rules.ts';
import type { shownEvaluation } from '../../evaluation/shown.ts';
import { explainReason } from '../../language/reasons.ts';
import type { Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type FieldError, type Problem, problems } from '../../vocabulary/problems.ts';
import type { Reason } from '../../vocabulary/reason.ts';

type Shown = ReturnType<typeof shownEvaluation>;

/** A check or a use, as far as it is shown here. */
interface Answered extends Omit<Shown, 'subject' | 'evidence' | 'obligations' | 'reason' | 'until'> {
  readonly reason: Reason;
  readonly allowed?: boolean | undefined;
  readonly id?: string;
  readonly entry?: { readonly index: number } | undefined;
  readonly until: string | null;
  readonly evidence: readonly Cited[];
  readonly obligations: Shown['obligations'];
}
interface Cited {
  readonly kind: string;
  readonly id: string;
  readonly at: string;
  readonly entry?: number | undefined;
}

const told = (code: Reason, { officer, customer }: Shown['explanation']) => ({
  reason_admin: { code, text: officer },
  reason_user: { text: customer },
});

/** A use has an id, and stands in the ledger. */
export function shownDecision(answer: Answered) {
  const { reason, explanation, basis, bases, evidence, obligations, assumptions, notice, id } = answer;
  return {
    decision: answer.allowed === true,
    context: {
      ...told(reason, explanation),
      recorded: id !== undefined,
      ...defined({
        evaluation_id: id,
        ledger_seq: answer.entry?.index,
        consent_record_id: evidence.find((cited) => cited.id.startsWith('con_'))?.id,
        expires_at: answer.until ?? undefined,
      }),
      basis,
      bases,
      evidence,
      obligations,
      assumptions,
      notice,
    },
  };
}

/** Said by rules about other things than data of people, where some know them: there is nothing to explain. */
export function ruledDecision({ settings }: Reads, question: RuleQuestion) {
  const decision = allowedByPacks(settings.rulePacks, question);
  return decision === undefined ? undefined : { decision };
}

/** Refused before anybody was asked about. */
export const refusedAtOnce = (reason: Reason, language: string) => ({
  decision: false,
  context: { ...told(reason, explainReason(language, reason)), recorded: false },
});

/** One evaluation of several that could not be made. */
export function failedEvaluation({ problem: code, detail, errors = [] }: Problem) {
  const { status, meaning } = problems[code];
  const shown = errors.map(({ pointer, message }: FieldError) => ({ pointer, message }));
  return {
    decision: false,
    context: { recorded: false, error: { status, code, message: detail ?? meaning, errors: shown } },
  };
}
