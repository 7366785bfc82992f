/**
 * What @candor/client offers: the client, the use of a person's data under a permission, and what goes wrong.
 * Flow:    whoever integrates → here.
 */

export type { UseOutcome } from '../../src/vocabulary/use.ts';
export type { CallAnswer, CallInput, CandorProblem, Failed } from './answer.ts';
export { type CallOptions, type CandorClient, type ClientSettings, createClient } from './client.ts';
export { type ChangeHeard, type FollowOptions, followChanges } from './follow-changes.ts';
export { openPermissions, type Permission, type PermissionSettings, type Permissions } from './permissions.ts';
export { ConsentRefused } from './refused.ts';
export { CandorUnavailable, type WhyUnavailable } from './unavailable.ts';
export {
  askToUse,
  type PermittedUse,
  type UseOptions,
  type UseQuestion,
  withPermission,
} from './use.ts';
