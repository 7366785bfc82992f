/**
 * A span of a traced model call: why it counts as an uncovered use, and how long one use covers calls.
 * Flow:    read by facts, commands, views, openapi, answers, language.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  decision 0076.
 */
import { DAY_MS } from './instant.ts';

/**
 * It named no use; it named one that nobody knows or that is about somebody or something else; it named one that was
 * refused; it began before the use was permitted, or more than a day after.
 */
export const uncoveredCauses = ['no-use-id', 'unknown-use', 'refused-use', 'other-time'] as const;
export type UncoveredCause = (typeof uncoveredCauses)[number];

/** Milliseconds after its permission in which a call that names the use still belongs to it. */
export const coversCallsFor = DAY_MS;

/** What a span says of the call and what may be kept of it; texts are short names, never content. */
export interface TracedCall {
  /** The name the service gives itself. */
  readonly service?: string;
  readonly provider?: string;
  readonly model?: string;
  readonly operation?: string;
}
