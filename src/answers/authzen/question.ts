/**
 * What of an AuthZEN request is the question "may I?", in the words of the house.
 * Flow:    http/handlers/authzen.ts, search → here → answers/check, command `use.record`.
 * Promise: pure. Whoever is no AI system, and whatever is no data of a customer, is asked about nowhere: the answer is
 *          no, with the reason that a check would give.
 * Source:  OpenID AuthZEN Authorization API 1.0 section 5; docs/design.md 8.2.
 */
import type { QuestionBody } from '../../evaluation/question.ts';
import { defined } from '../../vocabulary/defined.ts';
import { normalIdentifier } from '../../vocabulary/identifier.ts';
import type { Reason } from '../../vocabulary/reason.ts';

interface Circumstances {
  readonly gpc?: boolean;
  readonly jurisdiction?: string;
}
/** What is said of an AI system or a purpose decides nothing here; rules about other things may look at it. */
export interface Asker {
  readonly type: string;
  readonly id: string;
  readonly properties?: object;
}
export interface NamedPurpose {
  readonly name: string;
  readonly properties?: object;
}
/** Of a resource that is searched for only its kind is known. */
export interface ResourceKind {
  readonly type: string;
  readonly properties?: { readonly categories?: readonly string[] };
}
interface Resource extends ResourceKind {
  readonly id: string;
}
export interface AuthzenQuestion {
  readonly subject: Asker;
  readonly action: NamedPurpose;
  readonly resource: Resource;
  readonly context?: Circumstances;
}

export const AI_SYSTEM = 'ai_system';
export const CUSTOMER = 'customer';

/** As keys are declared; anything else was never declared and is no word for the record. */
const isKey = (text: string): boolean => text.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

/** The question, or why it is refused without a look at anybody. */
export function questionIn({ subject: caller, action, resource, context }: AuthzenQuestion): QuestionBody | Reason {
  if (caller.type !== AI_SYSTEM || !isKey(caller.id)) return 'unknown-ai-system';
  if (!isKey(action.name)) return 'unknown-purpose';
  const subject = resource.type === CUSTOMER ? normalIdentifier(`customer:${resource.id}`) : undefined;
  if (subject === undefined) return 'unknown-subject';
  const dataCategories = resource.properties?.categories;
  if (dataCategories?.every(isKey) === false) return 'use-not-declared';
  const { gpc, jurisdiction: regime } = context ?? {};
  return {
    subject,
    aiSystem: caller.id,
    purpose: action.name,
    ...defined({ dataCategories }),
    context: defined({ regime, gpc }),
  };
}
