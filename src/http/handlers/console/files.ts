/**
 * Handlers of the lists of the console as files.
 * Flow:    app → here → answers (the same questions as the pages and the API) → table-answer.
 * Promise: a file holds what the page of the same address lists, the whole of it; a list about one person is handed out
 *          after the look was recorded.
 * Source:  decision 0129.
 */
import * as files from '../../../../openapi/endpoints/console-files.ts';
import { affectedBy, askBreach, askBreaches } from '../../../answers/breach/ask.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { askSystemStates } from '../../../answers/console/ask-systems.ts';
import { askStates } from '../../../answers/console/connected.ts';
import * as lists from '../../../answers/console/list-files.ts';
import { askPublished, askPublishedOne } from '../../../answers/console/published.ts';
import { askCustomer } from '../../../answers/desk/customer.ts';
import { customerFiles } from '../../../answers/desk/customer-files.ts';
import { askDoubtedSpan, askOversight } from '../../../answers/oversight/ask.ts';
import * as figures from '../../../answers/oversight/figure-files.ts';
import { askUncoveredUses } from '../../../answers/oversight/uncovered-uses.ts';
import { askUsesWithoutPermission } from '../../../answers/oversight/without-permission.ts';
import type { House } from '../../../ports/house.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem, problem } from '../../../vocabulary/problems.ts';
import { settingsIn } from '../../../vocabulary/setting.ts';
import { type Bound, on } from '../../bind.ts';
import type { PageCall } from '../../call.ts';
import { withoutEmpty, workQuery } from '../../console.ts';
import { recordLook } from '../../record/look.ts';
import { renderJson } from '../../reply.ts';
import { showRequestIn } from '../../shown-request.ts';
import { monthsBack } from '../../span-of-time.ts';
import { asFile, streamedList } from '../../table-answer.ts';

const workOf = (house: House, context: PageCall) => askConsoleContext(house, workQuery(context));

const queueFiles = (house: House): readonly Bound[] => [
  on(files.getRequestsFile)(async (context) => {
    const { show } = context.query;
    const { kind } = withoutEmpty(context.query);
    const work = await workOf(house, context);
    const shown = (row: Parameters<typeof showRequestIn>[0]) => showRequestIn(row, context.language);
    const wanted = { show, work, shown, ...(kind === undefined || kind === '' ? {} : { kind }) };
    return streamedList(context.params.file, lists.requestsFile(house, wanted));
  }),
  on(files.getReviewsFile)(async (context) => {
    const { show } = context.query;
    const { aiSystem } = withoutEmpty(context.query);
    const wanted = { show, ...defined({ aiSystem }) };
    return streamedList(context.params.file, lists.reviewsFile(house, wanted, await workOf(house, context)));
  }),
  on(files.getConnectedFile)(async ({ query: { show, ...query }, params: { file } }) => {
    if (file === 'systems.csv') return streamedList(file, figures.connectedFile((await askStates(house)).systems));
    const { system } = withoutEmpty(query);
    return streamedList(file, lists.tasksFile(house, { show, ...defined({ system }) }));
  }),
  on(files.getConfirmationsFile)(async ({ params: { file } }) => streamedList(file, lists.proposalsFile(house))),
];

const personFiles = (house: House): readonly Bound[] => [
  on(files.getCustomerFile)(async (context) => {
    const { language, caller, params } = context;
    const { subject, file } = params;
    const refused = await recordLook(house, { subject, what: 'desk', reason: 'audit' }, context);
    const found = refused ?? (await askCustomer(house, { identifier: subject, language, staff: caller.actor.id }));
    if (isProblem(found)) return found;
    if (file === 'requests.csv') return streamedList(file, lists.requestsOfFile(house, found.who.subject));
    return streamedList(file, customerFiles[file.replace('.csv', '') as keyof typeof customerFiles](house, found));
  }),
  on(files.getNoLongerFile)(async ({ params: { id, file } }) => {
    const run = await house.trainingRun(id);
    return run === undefined ? problem('not-found') : streamedList(file, lists.noLongerFile(house, run));
  }),
];

const systemFiles = (house: House): readonly Bound[] => [
  on(files.getSystemsFile)(async (context) => {
    const states = await askSystemStates(house, await workOf(house, context));
    return streamedList(context.params.file, figures.aiSystemsFile(states));
  }),
  on(files.getAffectedFile)(async ({ params: { key, file } }) => {
    const span = await askDoubtedSpan(house, key, {});
    return span === undefined ? problem('not-found') : streamedList(file, lists.affectedFile(house, { key, ...span }));
  }),
  on(files.getTrainingFile)(async ({ params: { file } }) => streamedList(file, lists.runsFile(house))),
];

const oversightFiles = (house: House): readonly Bound[] => [
  on(files.getOversightFile)(async ({ query, params: { file } }) => {
    const span = monthsBack(house, query.months);
    if (file === 'without-permission.csv')
      return streamedList(file, figures.withoutPermissionFile(await askUsesWithoutPermission(house, span)));
    const report = await askOversight(house, span);
    if (file === 'oversight.json') return { ...renderJson(200, report), headers: asFile(file) };
    return streamedList(file, file === 'months.csv' ? figures.monthsFile(report) : figures.reviewersFile(report));
  }),
  on(files.getWithoutPermissionFile)(async ({ query, params: { file } }) => {
    const { months, service, aiSystem } = query;
    const wanted = { ...monthsBack(house, months), ...defined({ service, aiSystem }) };
    return streamedList(file, lists.usesFile(house, wanted));
  }),
  on(files.getUncoveredFile)(async ({ query, params: { file } }) => {
    const calls = await askUncoveredUses(house, monthsBack(house, query.months));
    return file === 'uncovered-uses.json'
      ? { ...renderJson(200, calls), headers: asFile(file) }
      : streamedList(file, figures.uncoveredFile(calls));
  }),
];

const officeFiles = (house: House): readonly Bound[] => [
  on(files.getSettingsFile)(async ({ query: { show }, params: { file } }) =>
    streamedList(file, lists.settingsFile(settingsIn(house.settings.shown ?? [], show))),
  ),
  on(files.getPublishedFile)(async ({ language, params: { file } }) =>
    streamedList(file, lists.versionsFile((await askPublished(house, language)).lines)),
  ),
  on(files.getVersionsFile)(async ({ language, params: { area, key, file } }) => {
    const found = await askPublishedOne(house, { area, key, language }, {});
    return found === undefined ? problem('not-found') : streamedList(file, lists.versionsFile([found]));
  }),
];

const breachFiles = (house: House): readonly Bound[] => [
  on(files.getBreachesFile)(async ({ params: { file } }) =>
    streamedList(file, lists.breachesFile(await askBreaches(house))),
  ),
  on(files.getReachedFile)(async ({ params: { id, file } }) => {
    const breach = await askBreach(house, id);
    return breach === undefined
      ? problem('not-found')
      : streamedList(file, lists.reachedFile(house, affectedBy(breach, house.now())));
  }),
];

export const consoleFileHandlers = (house: House): readonly Bound[] => [
  ...queueFiles(house),
  ...personFiles(house),
  ...systemFiles(house),
  ...oversightFiles(house),
  ...officeFiles(house),
  ...breachFiles(house),
];
