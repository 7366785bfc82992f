/**
 * The question "may I?" in the form of AuthZEN: subject, action, resource and context, batches, and searches.
 * Flow:    here → endpoints/authzen.ts; answers/authzen reads what of it counts.
 * Promise: members that nobody knows are taken and ignored; those that count have the type described here, or the whole
 *          is refused, so that no wish is overlooked.
 * Source:  OpenID AuthZEN Authorization API 1.0; docs/design.md 8.2.
 */
import { z } from 'zod';
import { At, Regime, UseId } from './basics.ts';
import { evaluated } from './check.ts';

/** As long as a body may be: what nobody knows is no fault, however long it is. */
const name = z.string().max(1_048_576);
const properties = z.looseObject({}).exactOptional();

/** In the words of AuthZEN the subject is whoever asks: here an AI system. */
const Asker = z
  .looseObject({ type: name.describe('`ai_system`.'), id: name.describe('The key of the AI system.'), properties })
  .meta({ id: 'AuthzenSubject', description: 'Who asks. Of any other type than `ai_system` nothing is allowed.' });
const Action = z
  .looseObject({ name: name.describe('The key of the purpose.'), properties })
  .meta({ id: 'AuthzenAction', description: 'What the data would be used for.' });
const ofPerson = z
  .looseObject({
    categories: z
      .array(z.string().max(200))
      .min(1)
      .max(100)
      .exactOptional()
      .describe('The kinds of data. Left out: all that the purpose names.'),
  })
  .exactOptional();
const Resource = z
  .looseObject({
    type: name.describe('`customer`.'),
    id: name.describe('The customer, without `customer:` in front.'),
    properties: ofPerson,
  })
  .meta({ id: 'AuthzenResource', description: 'Whose data. Of any other type than `customer` nothing is allowed.' });
const Context = z
  .looseObject({
    gpc: z.boolean().exactOptional().describe('True when the person sends the Global Privacy Control signal.'),
    jurisdiction: Regime.exactOptional().describe('Adds a body of law; never takes one away.'),
    record: z.boolean().exactOptional().describe('True: this is a use, and it stands in the ledger.'),
    reference: z.string().min(1).max(200).exactOptional().describe('For a use: your own name for it.'),
  })
  .meta({ id: 'AuthzenContext' });
const context = Context.exactOptional();

export const EvaluationBody = z
  .looseObject({ subject: Asker, action: Action, resource: Resource, context })
  .meta({ id: 'EvaluationBody', description: 'May this AI system use data of this customer for this purpose?' });
export type EvaluationAsked = z.output<typeof EvaluationBody>;

const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
/** What stands at the top counts where an evaluation does not name the same member, and may be unfinished. */
const defaults = {
  subject: Asker.partial().exactOptional(),
  action: Action.partial().exactOptional(),
  resource: Resource.partial().exactOptional(),
  context,
};
export const EvaluationsBody = z
  .looseObject({
    ...defaults,
    evaluations: z
      .array(z.looseObject({}))
      .max(1000)
      .exactOptional()
      .describe('Each takes the place of what stands at the top, member by member. None: one evaluation, at the top.'),
    options: z.looseObject({ evaluations_semantic: z.enum(semantics).exactOptional() }).exactOptional(),
  })
  .superRefine((body, check) => {
    if ((body.evaluations ?? []).length > 0) return;
    for (const issue of EvaluationBody.safeParse(body).error?.issues ?? [])
      check.issues.push({ ...issue, input: body } as z.core.$ZodRawIssue);
  })
  .meta({ id: 'EvaluationsBody', description: 'Several evaluations at once.' });

export type EvaluationsAsked = z.output<typeof EvaluationsBody>;

const Page = z
  .looseObject({
    token: z.string().max(2000).exactOptional().describe('The `next_token` of the page before, with the same request.'),
    limit: z
      .int()
      .min(0)
      .exactOptional()
      .describe('How many results at most; 100 when left out, and never over 1,000. With 0 there is only the page.'),
  })
  .meta({ id: 'AuthzenPage' });
const page = Page.exactOptional();
const AnyAsker = z.looseObject({ type: name, properties });
const AnyResource = z.looseObject({ type: name, properties: ofPerson });

export const SubjectSearchBody = z
  .looseObject({ subject: AnyAsker, action: Action, resource: Resource, context, page })
  .meta({ id: 'SubjectSearchBody', description: 'Which AI systems may use data of this customer for this purpose?' });
export const ResourceSearchBody = z
  .looseObject({ subject: Asker, action: Action, resource: AnyResource, context, page })
  .meta({ id: 'ResourceSearchBody', description: 'Data of which customers may this AI system use for this purpose?' });
export const ActionSearchBody = z
  .looseObject({ subject: Asker, resource: Resource, context, page })
  .meta({ id: 'ActionSearchBody', description: 'For what may this AI system use data of this customer?' });

const { basis, bases, evidence, assumptions, notice, obligations } = evaluated;
const DecisionContext = z
  .object({
    reason_admin: z
      .object({ code: evaluated.reason, text: z.string().max(2000) })
      .optional()
      .describe('For whoever runs the AI system.'),
    reason_user: z
      .object({ text: z.string().max(2000) })
      .optional()
      .describe('For the person whose data it is.'),
    recorded: z.boolean().describe('True only where `context.record` was, and the use stands in the ledger.'),
    evaluation_id: UseId.optional().describe('The id of the use.'),
    ledger_seq: z.int().min(0).optional().describe('Where the use stands in the ledger.'),
    consent_record_id: z.string().max(64).optional().describe('The consent that decided.'),
    expires_at: At.optional().describe('The earliest moment at which this answer may change by itself.'),
    basis: basis.optional(),
    bases: bases.optional(),
    evidence: evidence.optional(),
    obligations: obligations.optional(),
    assumptions: assumptions.optional(),
    notice: notice.optional(),
    error: z
      .object({
        status: z.int().min(400).max(599),
        code: z.string().max(64),
        message: z.string().max(1000),
        errors: z.array(z.object({ pointer: z.string().max(400), message: z.string().max(1000) })).max(400),
      })
      .optional()
      .describe('Why one evaluation of several could not be made; it is refused.'),
  })
  .meta({ id: 'AuthzenDecisionContext' });
export const EvaluationAnswer = z
  .object({ decision: z.boolean(), context: DecisionContext.optional() })
  .meta({ id: 'EvaluationAnswer', description: 'A refusal is an answer like any other: 200, with `decision: false`.' });
export const EvaluationsAnswer = z.union([
  EvaluationAnswer,
  z
    .object({ evaluations: z.array(EvaluationAnswer).max(1000).describe('In the order of the request.') })
    .meta({ id: 'EvaluationsAnswer' }),
]);

const NextPage = z.object({
  next_token: z.string().max(2000).describe('Empty at the end.'),
  count: z.int().min(0).max(1000).describe('How many results are on this page.'),
  total: z
    .int()
    .min(0)
    .optional()
    .describe('How many there are on all pages. Left out where saying it would need a look at every customer.'),
});
/** The page first, so that whoever reads a long answer knows how much there is before the rest of it is there. */
const searched = <R extends z.ZodType>(result: R) =>
  z.object({ page: NextPage.optional(), results: z.array(result).max(1000) });
const Found = z.object({ type: z.string().max(64), id: z.string().max(400) });
export const FoundEntities = searched(Found).meta({ id: 'FoundEntities' });
export const FoundActions = searched(z.object({ name: z.string().max(64) })).meta({ id: 'FoundActions' });

const url = z.string().max(2000);
export const AuthzenConfiguration = z
  .object({
    policy_decision_point: url,
    access_evaluation_endpoint: url,
    access_evaluations_endpoint: url,
    search_subject_endpoint: url,
    search_resource_endpoint: url,
    search_action_endpoint: url,
    jwks_uri: url.describe('The keys that `signed_metadata` is checked with.'),
    signed_metadata: z
      .string()
      .max(10_000)
      .optional()
      .describe('All of the above as a JWT, with `iss` and `iat`; where the two differ, what is signed counts.'),
  })
  .meta({ id: 'AuthzenConfiguration' });
