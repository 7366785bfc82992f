/**
 * Routes of the lists of the console as files: a table for a spreadsheet, and JSON where the API has the same list.
 * Flow:    here → endpoints.ts, http/handlers/console/files.ts, pages/console (the links beside each list).
 * Promise: opened by whoever may open the page of the list, with the filters of its address; the whole list and not
 *          the page of it that is shown.
 * Source:  decision 0129.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { PathSubject } from '../models/basics.ts';
import { showConfirmations } from './confirmations.ts';
import { showConnected } from './connected.ts';
import * as desk from './console.ts';
import { showBreach, showBreaches } from './console-breaches.ts';
import { showCustomer } from './console-customers.ts';
import { showNotice, showNotices } from './console-notices.ts';
import { showSettings } from './console-settings.ts';
import { showStaff } from './console-staff.ts';
import { showUncoveredUses } from './traces.ts';
import { showTraining, showTrainingRun } from './training.ts';

const filed = {
  method: 'get',
  tags: ['console'],
  page: true,
  replies: {
    200: media(['application/json', 'text/csv; charset=utf-8'], 'The whole list; no cell is taken for a formula.'),
  },
} as const;
const file = <const N extends readonly [string, ...string[]]>(names: N) => z.object({ file: z.enum(names) });
/** Where a list begins is no filter of it. */
const withoutPlace = { after: true } as const;

export const getRequestsFile = endpoint({
  ...filed,
  id: 'getRequestsFile',
  path: '/console/requests/files/{file}',
  summary: 'The requests of a queue as a file',
  who: desk.showRequestQueue.who,
  params: file(['requests.csv', 'requests.json']),
  query: desk.showRequestQueue.query,
});
export const getReviewsFile = endpoint({
  ...filed,
  id: 'getReviewsFile',
  path: '/console/reviews/files/{file}',
  summary: 'The reviews of a queue as a file',
  who: desk.showReviewQueue.who,
  params: file(['reviews.csv', 'reviews.json']),
  query: desk.showReviewQueue.query,
});
export const getConnectedFile = endpoint({
  ...filed,
  id: 'getConnectedFile',
  path: '/console/connected/files/{file}',
  summary: 'The connected systems, or their open tasks, as a file',
  who: showConnected.who,
  params: file(['systems.csv', 'tasks.csv', 'tasks.json']),
  query: showConnected.query.omit(withoutPlace),
});
export const getConfirmationsFile = endpoint({
  ...filed,
  id: 'getConfirmationsFile',
  path: '/console/confirmations/files/{file}',
  summary: 'What waited for a second person, and how it ended, as a file',
  who: showConfirmations.who,
  params: file(['confirmations.csv', 'confirmations.json']),
  query: showConfirmations.query,
});
export const getCustomerFile = endpoint({
  ...filed,
  id: 'getCustomerFile',
  path: '/console/customers/{subject}/files/{file}',
  summary: 'One list about one person as a file; the look is recorded',
  who: showCustomer.who,
  params: z.object({
    subject: PathSubject,
    file: z.enum(['systems.csv', 'choices.csv', 'requests.csv', 'decisions.csv', 'looks.csv']),
  }),
  query: showCustomer.query,
  fails: showCustomer.fails,
  records: showCustomer.records,
});
export const getSystemsFile = endpoint({
  ...filed,
  id: 'getSystemsFile',
  path: '/console/systems/files/{file}',
  summary: 'The AI systems and whether they run as a file',
  who: desk.showSystems.who,
  params: file(['systems.csv']),
  query: desk.showSystems.query,
});
export const getAffectedFile = endpoint({
  ...filed,
  id: 'getAffectedFile',
  path: '/console/systems/{key}/files/{file}',
  summary: 'The decisions that one AI system had a part in as a file',
  who: desk.showSystem.who,
  params: desk.showSystem.params.extend({ file: z.enum(['decisions.csv', 'decisions.json']) }),
  query: desk.showSystems.query,
  fails: ['not-found'],
});
export const getOversightFile = endpoint({
  ...filed,
  id: 'getOversightFile',
  path: '/console/oversight/files/{file}',
  summary: 'One list of oversight as a file, or all of its figures as JSON',
  who: desk.showOversight.who,
  params: file(['reviewers.csv', 'months.csv', 'without-permission.csv', 'oversight.json']),
  query: desk.showOversight.query,
});
export const getWithoutPermissionFile = endpoint({
  ...filed,
  id: 'getWithoutPermissionFile',
  path: '/console/oversight/uses-without-permission/files/{file}',
  summary: 'Uses that had no permission as a file',
  who: desk.showUsesWithoutPermission.who,
  params: file(['uses-without-permission.csv', 'uses-without-permission.json']),
  query: desk.showUsesWithoutPermission.query.omit(withoutPlace),
});
export const getUncoveredFile = endpoint({
  ...filed,
  id: 'getUncoveredFile',
  path: '/console/oversight/uncovered-uses/files/{file}',
  summary: 'Model calls that nobody had asked for as a file',
  who: showUncoveredUses.who,
  params: file(['uncovered-uses.csv', 'uncovered-uses.json']),
  query: showUncoveredUses.query,
});
export const getTrainingFile = endpoint({
  ...filed,
  id: 'getTrainingFile',
  path: '/console/training/files/{file}',
  summary: 'The training runs as a file',
  who: showTraining.who,
  params: file(['training-runs.csv', 'training-runs.json']),
  query: showTraining.query.omit(withoutPlace),
});
export const getNoLongerFile = endpoint({
  ...filed,
  id: 'getNoLongerFile',
  path: '/console/training/{id}/files/{file}',
  summary: 'Of whom a training run may no longer be used, by pseudonym, as a file',
  who: showTrainingRun.who,
  params: showTrainingRun.params.extend({ file: z.enum(['no-longer.csv', 'no-longer.json']) }),
  query: showTraining.query.omit(withoutPlace),
  fails: ['not-found'],
});
export const getSettingsFile = endpoint({
  ...filed,
  id: 'getSettingsFile',
  path: '/console/settings/files/{file}',
  summary: 'The settings of this service as a file, without secrets',
  who: showSettings.who,
  params: file(['settings.csv']),
  query: showSettings.query,
});
export const getPublishedFile = endpoint({
  ...filed,
  id: 'getPublishedFile',
  path: '/console/notices/files/{file}',
  summary: 'Every version of every notice and purpose, and how many said yes to it, as a file',
  who: showNotices.who,
  params: file(['versions.csv']),
  query: showNotices.query,
});
export const getVersionsFile = endpoint({
  ...filed,
  id: 'getVersionsFile',
  path: '/console/notices/{area}/{key}/files/{file}',
  summary: 'Every version of one notice or purpose, and how many said yes to it, as a file',
  who: showNotice.who,
  params: showNotice.params.extend({ file: z.enum(['versions.csv']) }),
  query: showNotices.query,
  fails: ['not-found'],
});
export const getStaffFile = endpoint({
  ...filed,
  id: 'getStaffFile',
  path: '/console/staff/files/{file}',
  summary: 'Who of staff can come in and when each was last seen, by pseudonym, as a file',
  who: showStaff.who,
  params: file(['staff.csv']),
  query: showStaff.query.omit({ page: true }),
});
export const getBreachesFile = endpoint({
  ...filed,
  id: 'getBreachesFile',
  path: '/console/breaches/files/{file}',
  summary: 'The breach register as a file',
  who: showBreaches.who,
  params: file(['breaches.csv', 'breaches.json']),
  query: showBreaches.query,
});
export const getReachedFile = endpoint({
  ...filed,
  id: 'getReachedFile',
  path: '/console/breaches/{id}/files/{file}',
  summary: 'Whom a breach reached, by pseudonym, as a file',
  who: showBreach.who,
  params: showBreach.params.extend({ file: z.enum(['affected.csv', 'affected.json']) }),
  query: showBreaches.query,
  fails: ['not-found'],
});
