/**
 * Handlers of the ledger audit: the page, one entry beside it, a check now, files to take along.
 * Flow:    app → here → record/look, answers/ledger (the same reads as the API) → pages/console.
 * Promise: before anything about one person is shown, the look at them is recorded, or nothing is shown; the identifier
 *          somebody typed stands in no address.
 * Source:  docs/design.md 8; decision 0084.
 */
import type { QueryOf } from '../../../../openapi/endpoint.ts';
import * as audit from '../../../../openapi/endpoints/audit.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { systemName } from '../../../answers/console/review-card.ts';
import { askInclusion } from '../../../answers/ledger/ask.ts';
import {
  type AuditFilters,
  type AuditPlace,
  askAuditChart,
  askAuditList,
  askAuditState,
  entriesWanted,
} from '../../../answers/ledger/audit.ts';
import { askAuditEntry } from '../../../answers/ledger/audit-entry.ts';
import { askAuditTable, MOST_ROWS } from '../../../answers/ledger/export.ts';
import { kindGroups, kindsIn } from '../../../answers/ledger/kind-groups.ts';
import { findKnownPerson } from '../../../answers/person.ts';
import { calendarDay } from '../../../language/dates.ts';
import { say } from '../../../language/say.ts';
import { auditPage } from '../../../pages/console/audit-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import type { PageCall } from '../../call.ts';
import { consoleChrome, refusalWords, withoutEmpty, workQuery } from '../../console.ts';
import { evidenceAnswer } from '../../evidence-answer.ts';
import { recordLook } from '../../record/look.ts';
import { renderJson } from '../../reply.ts';
import { readIdentifier } from './desk.ts';

type Query = QueryOf<typeof audit.showAuditEntry>;
const asFile = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` });

/** What was set, without what only says where to begin. */
function filtersIn({ language: _, before: _before, after: _after, until: _until, ...filters }: Query): AuditFilters {
  return withoutEmpty(filters);
}

function placeIn({ before, after, until }: Query): AuditPlace {
  if (before !== undefined) return { before };
  if (after !== undefined) return { after };
  return until === undefined || until === '' ? {} : { until };
}

/** The filters with the pseudonym of the person, once the look at them is recorded. */
async function lookedAt(house: House, filters: AuditFilters, context: PageCall): Promise<AuditFilters | Problem> {
  const { subject } = filters;
  if (subject === undefined) return filters;
  const refused = await recordLook(house, { subject, what: 'ledger', reason: 'audit' }, context);
  const found = refused ?? (await findKnownPerson(house, subject));
  return isProblem(found) ? found : { ...filters, subject: found.person.subject };
}

interface Shown {
  readonly filters: AuditFilters;
  readonly place?: AuditPlace;
  readonly entry?: { readonly log: number; readonly index: number };
  readonly isChecked?: boolean;
  readonly error?: string;
  readonly typed?: string;
}

async function render(house: House, shown: Shown, context: PageCall): Promise<TextAnswer | Problem> {
  const { place = {}, entry: wanted, ...rest } = shown;
  const work = await askConsoleContext(house, workQuery(context));
  const filters = await lookedAt(house, shown.filters, context);
  if (isProblem(filters)) return filters;
  const found = wanted === undefined ? undefined : await house.entry(wanted.log, wanted.index);
  if (wanted !== undefined && found === undefined) return problem('not-found');
  if (found?.subject !== undefined && found.subject !== filters.subject) {
    const refused = await recordLook(house, { subject: found.subject, what: 'ledger', reason: 'audit' }, context);
    if (refused !== undefined) return refused;
  }
  const page = {
    ...rest,
    filters,
    place,
    state: await askAuditState(house),
    list: await askAuditList(house, { filters, place }, work),
    choices: {
      kinds: kindGroups.map((group) => ({ group, kinds: kindsIn(group) })),
      systems: [...work.registry.aiSystems.keys()].map((key) => ({ key, name: systemName(key, work) })),
    },
    today: calendarDay(work.now, house.settings.timeZone),
    mostRows: MOST_ROWS,
    ...(found === undefined ? {} : { entry: await askAuditEntry(house, found, work) }),
    // The last of all, because counting may go on behind it.
    chart: await askAuditChart(house, filters, work),
  };
  return {
    status: rest.error === undefined ? 200 : 422,
    text: auditPage(page, await consoleChrome(house, context)),
  };
}

/** Who somebody is, is a look of its own, whether anybody is found or not. */
async function findPerson(house: House, typed: string, context: PageCall) {
  const again = (error: string) => render(house, { filters: {}, error, typed }, context);
  const identifier = await readIdentifier(house, typed);
  if (identifier === undefined) return again(say(context.language, 'console.desk.no-identifier'));
  const refused = await recordLook(house, { subject: identifier, what: 'subject', reason: 'audit' }, context);
  if (refused !== undefined) return refused;
  const found = await findKnownPerson(house, identifier);
  if (!isProblem(found)) return { see: `/console/ledger?subject=${found.person.subject}` } as const;
  if (found.problem === 'not-found') return again(say(context.language, 'console.desk.nobody'));
  return found.problem === 'subject-erased' ? again(refusalWords(found, context)) : found;
}

const fileHandlers = (house: House): readonly Bound[] => [
  on(audit.getAuditTable)(async (context) => {
    const filters = await lookedAt(house, filtersIn(context.query), context);
    if (isProblem(filters)) return filters;
    const { timeZone } = house.settings;
    const work = await askConsoleContext(house, workQuery(context));
    const text = await askAuditTable(house, entriesWanted(filters, { timeZone, limit: MOST_ROWS }), work);
    return { status: 200, text, media: 'text/csv; charset=utf-8', headers: asFile('entries.csv') };
  }),
  on(audit.getAuditProof)(async ({ params }) => {
    const proof = await askInclusion(house, params);
    if (proof === undefined) return problem('not-found');
    return { ...renderJson(200, proof), headers: asFile(`proof-${params.log}-${params.index}.json`) };
  }),
  on(audit.getAuditEvidence)(async (context) => {
    const { subject } = context.params;
    const refused = await recordLook(house, { subject, what: 'evidence', reason: 'audit' }, context);
    const found = refused ?? (await findKnownPerson(house, subject));
    if (isProblem(found)) return found;
    const bundle = await evidenceAnswer(house, found.person.subject);
    return isProblem(bundle) ? bundle : { ...bundle, headers: asFile('evidence.json') };
  }),
];

export const consoleAuditHandlers = (house: House): readonly Bound[] => [
  on(audit.showAudit)((context) => {
    const { checked, ...query } = context.query;
    const shown = { filters: filtersIn(query), place: placeIn(query), isChecked: checked === 'yes' };
    return render(house, shown, context);
  }),
  on(audit.showAuditEntry)((context) => {
    const { query, params } = context;
    return render(house, { filters: filtersIn(query), place: placeIn(query), entry: params }, context);
  }),
  on(audit.sendAuditCheck)(async () => {
    await house.ledger.check();
    return { see: '/console/ledger?checked=yes' };
  }),
  on(audit.sendAuditPerson)((context) => findPerson(house, context.body.typed, context)),
  ...fileHandlers(house),
];
