/**
 * How a permitted use of a person's data ended.
 * Flow:    read by openapi, facts, commands.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  decision 0058.
 */
/** The model answered; it failed by itself; somebody, or the end of the permission, stopped it before it was done. */
export const useOutcomes = ['finished', 'failed', 'stopped'] as const;
export type UseOutcome = (typeof useOutcomes)[number];
