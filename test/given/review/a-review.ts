/**
 * A bank that declines, and the people who look again: registry, staff, one decision.
 * Flow:    here → the journeys of human review.
 */

import { isProblem } from '../../../src/vocabulary/problems.ts';
import { ADA, aCustomer, BEN, sure } from '../a-shop.ts';
import type { RunningService, Told } from '../service.ts';

export const NINA = 'nina';
export const OMAR = 'omar';
export const TARA = 'tara';

const said = (en: string) => ({ en });

const purpose = {
  name: said('Loans'),
  description: said('We decide whether you can have a loan.'),
  kind: 'automated-decision',
  legalBasis: { EU: 'contract', UK: 'contract', US: 'opt-out' },
  art22: { EU: 'contract' },
  dataCategories: ['income', 'payments'],
};

const system = (oversight: object) => ({
  name: said('Loan check'),
  purposes: ['loans'],
  dataCategories: ['income', 'payments'],
  logic: said('It compares your income with the rate of the loan.'),
  limitations: said('It does not know why somebody paid late.'),
  humanOversight: oversight,
});

export const declined = (more: object = {}) => ({
  subject: ADA,
  aiSystem: 'loan-check',
  purpose: 'loans',
  decidedAt: '2026-11-02T08:00:00.000Z',
  what: 'Your loan',
  outcome: 'declined',
  adverse: true,
  aiRole: 'sole',
  output: { value: 0.31, scale: 'how likely it is that you can pay, 0 to 1', rule: 'below 0.5 is declined' },
  inputs: [
    { name: 'income', label: 'Your income a month', value: 1200, category: 'income', source: 'your application' },
    { name: 'late-payments', label: 'Late payments', value: 2, category: 'payments', source: 'your account' },
  ],
  factors: [
    {
      code: 'low-income',
      label: 'Your income',
      value: 1200,
      direction: 'against',
      weight: 0.7,
      method: 'linear-contribution',
    },
  ],
  counterfactuals: [
    { name: 'income', label: 'Your income a month', from: 1200, to: 2100, outcome: 'accepted', feasible: true },
  ],
  modelVersion: 'loans-7',
  humanInvolvement: { role: 'none' },
  ...more,
});

export interface Described {
  readonly training?: readonly { readonly code: string; readonly at: string; readonly until?: string }[];
  readonly authority?: readonly string[];
  readonly own?: readonly string[];
  readonly active?: boolean;
}

/** Describes a member of staff; what is left out is what a full reviewer has. */
export async function staff(service: RunningService, id: string, described: Described = {}): Promise<void> {
  const {
    training = [{ code: 'loan-check', at: '2026-01-10T00:00:00.000Z' }],
    authority = ['change-outcome'],
    own = [],
    active = true,
  } = described;
  const caller = {
    principal: 'boss',
    actor: { id: service.house.actorOf('boss'), role: 'admin' as const },
    scopes: ['admin'],
  };
  const input = {
    id,
    actor: service.house.actorOf(id),
    name: `Name of ${id}`,
    roles: ['reviewer' as const],
    training: [...training],
    authority: [...authority],
    own: [...own],
    active,
  };
  const done = await service.house.record('staff.describe', input, { caller, requestId: `staff-${id}` });
  if (isProblem(done)) throw new Error(JSON.stringify(done));
}

export async function aBank(service: RunningService, oversight: object = { mode: 'after-the-fact' }): Promise<void> {
  sure(await service.call('PUT', '/v1/purposes/loans', { json: purpose, scope: 'registry', sub: 'officer' }));
  sure(
    await service.call('PUT', '/v1/ai-systems/loan-check', {
      json: system(oversight),
      scope: 'registry',
      sub: 'officer',
    }),
  );
  for (const subject of [ADA, BEN]) await aCustomer(service, subject);
  for (const id of [NINA, OMAR, TARA]) await staff(service, id);
}

export const decline = async (service: RunningService, more: object = {}): Promise<string> =>
  sure(await service.call('POST', '/v1/automated-decisions', { json: declined(more), scope: 'decide' })).body.id;

export function contest(
  service: RunningService,
  decision: string,
  of: { readonly self?: string; readonly [member: string]: unknown } = {},
): Promise<Told> {
  const { self = ADA, ...body } = of;
  return service.call('POST', `/v1/me/automated-decisions/${decision}/contest`, {
    json: { statement: 'My income is higher since May.', ...body },
    self,
  });
}

export const step = (
  service: RunningService,
  review: string,
  of: { readonly step: string; readonly by?: string; readonly body?: object },
): Promise<Told> =>
  service.call('POST', `/v1/reviews/${review}/${of.step}`, {
    json: of.body ?? {},
    scope: 'reviews',
    sub: of.by ?? NINA,
  });

export const own = { view: 'change', words: 'The payslip she sent shows a higher income than we used.' };
export const end = (outcome: string, more: object = {}) => ({
  outcome,
  reasons: 'The payslip of May shows 2,400 a month, which is above the line for this loan.',
  ...more,
});

/** From assignment to an own view, taking the time that a look takes. */
export async function looked(service: RunningService, review: string, by = NINA): Promise<void> {
  sure(await step(service, review, { step: 'assign', by: 'officer', body: { reviewer: by } }));
  sure(await step(service, review, { step: 'view-evidence', by }));
  service.clock.wind(45_000);
  sure(await step(service, review, { step: 'note-view', by, body: own }));
  service.clock.wind(45_000);
}
