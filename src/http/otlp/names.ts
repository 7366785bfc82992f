/**
 * The names of attributes that are read off a span: the only ones; every other value is passed over unread.
 * Flow:    read-json, read-protobuf (what to take) → here ← call-of-span (what it means).
 * Promise: a list of what is kept and none of what is dropped, so that a name which content gets tomorrow is dropped
 *          today. What people said, and what a model answered, has no name here.
 * Source:  OpenTelemetry semantic conventions for generative AI; decision 0076.
 */
import type { TraceNames } from '../../ports/reads.ts';

/** Newer names first: instrumentations of several years send side by side. */
export const genAi = {
  operation: ['gen_ai.operation.name'],
  provider: ['gen_ai.provider.name', 'gen_ai.system'],
  model: ['gen_ai.response.model', 'gen_ai.request.model'],
  inputTokens: ['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'],
  outputTokens: ['gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens'],
} as const;
export const USE_ID = 'candor.use_id';
export const SERVICE = 'service.name';
export const OWN_NAME = 'candor.subject';

export const namesTaken = ({ subject, purpose, aiSystem }: TraceNames): ReadonlySet<string> =>
  new Set([USE_ID, SERVICE, ...Object.values(genAi).flat(), ...subject, ...purpose, ...aiSystem]);
