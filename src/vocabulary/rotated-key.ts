/**
 * The keys of the house that can be changed for new ones.
 * Flow:    here → facts, seal, scripts/rotate-keys.
 */
export const rotatedKeys = ['master', 'log', 'tokens'] as const;
export type RotatedKey = (typeof rotatedKeys)[number];
