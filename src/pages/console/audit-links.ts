/**
 * Addresses of the ledger audit: filters and places, so that every view is a link.
 * Flow:    audit-page.tsx and the parts beside it → here.
 * Promise: pure; what is not set stands in no address, and no identifier of a person ever does.
 */
import type { AuditFilters, AuditPlace } from '../../answers/ledger/audit.ts';

const PAGE = '/console/ledger';

type Members = Readonly<Record<string, string | number | undefined>>;

function queryOf(members: Members): string {
  const pairs = Object.entries(members).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

export const auditHref = (filters: AuditFilters, place: AuditPlace = {}): string =>
  `${PAGE}${queryOf({ ...filters, ...place })}`;

/** The same list with one entry opened beside it. */
export const entryHref = (
  { log, index }: { readonly log: number; readonly index: number },
  { filters, place }: { readonly filters: AuditFilters; readonly place: AuditPlace },
): string => `${PAGE}/entries/${log}/${index}${queryOf({ ...filters, ...place })}#entry`;

export const tableHref = (filters: AuditFilters): string => `${PAGE}/entries.csv${queryOf({ ...filters })}`;

export const proofHref = ({ log, index }: { readonly log: number; readonly index: number }): string =>
  `${PAGE}/entries/${log}/${index}/proof`;

export const evidenceHref = (subject: string): string => `${PAGE}/subjects/${subject}/evidence`;

export const without = (filters: AuditFilters, ...names: readonly (keyof AuditFilters)[]): AuditFilters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name as keyof AuditFilters)));
