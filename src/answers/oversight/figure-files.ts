/**
 * The lists of oversight and of AI systems as files.
 * Flow:    http/handlers/console/files.ts → here → list-file.ts.
 * Promise: the numbers of the page and of the reports of the API for the same time, a row a line of their tables.
 * Source:  decision 0129; docs/law.md 7, 8.
 */
import type { ConnectedState } from '../console/connected.ts';
import { type ListFile, listFile } from '../console/list-file.ts';
import type { SystemState } from '../console/systems.ts';
import type { OversightFigures } from './figures.ts';
import type { UncoveredUses } from './uncovered-uses.ts';
import type { GroupsWithoutPermission } from './without-permission.ts';

export const reviewersFile = ({ total }: OversightFigures): ListFile =>
  listFile(
    () => total.reviews.reviewers,
    [
      'reviewer',
      'concluded',
      'overrideRate',
      'agreementRate',
      'ownViewAgreementRate',
      'meaningful',
      'secondsMedian',
      'waitHoursMedian',
      'waitHoursMost',
    ],
  );

export const monthsFile = ({ systems }: OversightFigures): ListFile =>
  listFile(
    () => systems.flatMap(({ aiSystem, byMonth }) => byMonth.map((month) => ({ aiSystem, ...month }))),
    [
      'aiSystem',
      'month',
      'allowed',
      'refused',
      'reported',
      'uncovered',
      'refusalRate',
      'decisions',
      'adverse',
      'adverseRate',
    ],
  );

/** Codes with how often each occurred. */
const counted = (each: readonly { readonly name: string; readonly count: number }[]): readonly string[] =>
  each.map(({ name, count }) => `${name}:${count}`);

export const withoutPermissionFile = ({ groups }: GroupsWithoutPermission): ListFile =>
  listFile(
    () =>
      groups.map(({ reasons, ...group }) => ({
        ...group,
        reasons: counted(reasons.map(({ reason, count }) => ({ name: reason, count }))),
      })),
    ['aiSystem', 'service', 'count', 'people', 'firstAt', 'lastAt', 'reasons'],
  );

export const uncoveredFile = ({ groups }: UncoveredUses): ListFile =>
  listFile(
    () =>
      groups.map(({ causes, ...group }) => ({
        ...group,
        causes: counted(causes.map(({ cause, count }) => ({ name: cause, count }))),
      })),
    ['service', 'aiSystem', 'count', 'reported', 'firstAt', 'lastAt', 'models', 'causes'],
  );

export const aiSystemsFile = (systems: readonly SystemState[]): ListFile =>
  listFile(
    () =>
      systems.map(({ stop, ...system }) => ({
        ...system,
        stoppedAt: stop?.at,
        stopReason: stop?.reason,
        affectedSince: stop?.affectedSince,
      })),
    ['key', 'name', 'state', 'oversight', 'openReviews', 'stoppedAt', 'stopReason', 'affectedSince'],
  );

export const connectedFile = (systems: readonly ConnectedState[]): ListFile =>
  listFile(
    () =>
      systems.map(({ failure, ...system }) => ({
        ...system,
        failure: failure?.code,
        failedAt: failure?.at,
        tries: failure?.tries,
      })),
    ['key', 'name', 'kind', 'health', 'answeredAt', 'open', 'waits', 'failure', 'failedAt', 'tries'],
  );
