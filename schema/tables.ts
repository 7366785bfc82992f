/**
 * All tables of the house, built from one vocabulary.
 * Flow:    kit, tables → here → sqlite.ts and postgres.ts (drizzle-kit), store.
 */
import type { Kit } from './kit.ts';
import { houseTables } from './tables/house.ts';
import { ledgerTables } from './tables/ledger.ts';
import { viewTables } from './tables/views.ts';

const builtOf = (k: Kit) => ({ ...ledgerTables(k), ...viewTables(k), ...houseTables(k) });
export type Tables = ReturnType<typeof builtOf>;

const built = new Map<Kit, Tables>();

/** Built once for each engine: drizzle takes a while over four hundred columns, and nobody changes what it gives. */
export function tablesOf(k: Kit): Tables {
  const tables = built.get(k) ?? builtOf(k);
  built.set(k, tables);
  return tables;
}
