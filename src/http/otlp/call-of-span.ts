/**
 * What a span means: whether a model was called with somebody's data, and what the house is told of it.
 * Flow:    handlers/traces.ts → here → command `span.record`.
 * Promise: each call is told of once: by the span of the call itself, and not again by the steps around it. A name
 *          that is none of the expected form is left out.
 * Source:  OpenTelemetry semantic conventions for generative AI; decision 0076.
 */
import { Key, UseId } from '../../../openapi/models/basics.ts';
import type { RecordSpan } from '../../commands/use/record-span.ts';
import type { TraceNames } from '../../ports/reads.ts';
import { crockford } from '../../seal/seal.ts';
import { defined } from '../../vocabulary/defined.ts';
import { writtenIdentifier } from '../../vocabulary/identifier.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Digest } from '../cursor.ts';
import { genAi, OWN_NAME, SERVICE, USE_ID } from './names.ts';
import type { ReadSpan, SpanValues } from './span.ts';

/** Steps around the call of a model, which has a span of its own. */
const around = /^(?:create_agent|invoke_workflow|plan|execute_tool|retrieval|fetch_response|.*memory.*)$/;
const CLIENT = 3;

/** An agent that runs elsewhere is called like a model; one that runs here calls models by itself. */
export function isModelCall({ values, kind }: ReadSpan): boolean {
  const operation = textOf(values, genAi.operation);
  if (operation === undefined) return [...genAi.provider, ...genAi.model].some((name) => values.has(name));
  return operation === 'invoke_agent' ? kind === CLIENT : !around.test(operation);
}

function textOf(values: SpanValues, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = values.get(name);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

const shortName = /^[\w.:/@+-]{1,100}$/;
/** What names a service leads to no mailbox. */
const serviceName = /^[\w.:/+-]{1,100}$/;
const fitting = (text: string | undefined, form: RegExp): string | undefined =>
  text !== undefined && form.test(text) ? text : undefined;

function countOf(values: SpanValues, names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = values.get(name);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000_000) return value;
  }
  return undefined;
}

const keyOf = (text: string | undefined): string | undefined => (Key.safeParse(text).success ? text : undefined);

/** Whom a convention names may be somebody at work, so that nobody is put on record by such a name. */
const isBorrowed = (name: string): boolean => ['enduser.', 'user.'].some((head) => name.startsWith(head));

/** By our own name the person stands as in the API; another one may hold the id alone. */
function subjectOf(values: SpanValues, names: readonly string[]): RecordSpan['subject'] {
  for (const name of names) {
    const text = textOf(values, [name]);
    if (text === undefined) continue;
    const identifier =
      writtenIdentifier(text) ?? (name === OWN_NAME ? undefined : writtenIdentifier(`customer:${text}`));
    if (identifier !== undefined) return { identifier, isOurs: !isBorrowed(name) };
  }
  return undefined;
}

/** The same span gives the same id on every node, and nobody finds the trace by it. */
const idOf = (digest: Digest, { trace, span }: ReadSpan): string =>
  `span_${crockford(Buffer.from(digest(`span ${trace} ${span}`), 'base64url').subarray(0, 26))}`;

export function callOf(span: ReadSpan, { names, digest }: { readonly names: TraceNames; readonly digest: Digest }) {
  const { values, begunAt, endedAt, hasFailed } = span;
  const use = textOf(values, [USE_ID]);
  const subject = subjectOf(values, names.subject);
  const call = defined({
    service: fitting(textOf(values, [SERVICE]), serviceName),
    provider: fitting(textOf(values, genAi.provider), shortName),
    model: fitting(textOf(values, genAi.model), shortName),
    operation: fitting(textOf(values, genAi.operation), shortName),
  });
  return {
    span: idOf(digest, span),
    // A use id of another form is one that nobody knows.
    ...(use === undefined ? {} : { use: UseId.safeParse(use).success ? use : 'use_none' }),
    ...defined({
      subject,
      purpose: keyOf(textOf(values, names.purpose)),
      aiSystem: keyOf(textOf(values, names.aiSystem.slice(0, 1))),
    }),
    aiSystems: names.aiSystem.slice(1).flatMap((name) => keyOf(textOf(values, [name])) ?? []),
    call,
    outcome: hasFailed ? 'failed' : 'finished',
    occurredAt: timeOf(begunAt),
    duration: endedAt - begunAt,
    ...defined({ inputTokens: countOf(values, genAi.inputTokens), outputTokens: countOf(values, genAi.outputTokens) }),
  } as const satisfies RecordSpan;
}
