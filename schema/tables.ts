/**
 * All tables of the house, built from one vocabulary.
 * Flow:    kit, tables → here → sqlite.ts and postgres.ts (drizzle-kit), store.
 */
import type { Kit } from './kit.ts';
import { houseTables } from './tables/house.ts';
import { ledgerTables } from './tables/ledger.ts';
import { viewTables } from './tables/views.ts';

export const tablesOf = (k: Kit) => ({ ...ledgerTables(k), ...viewTables(k), ...houseTables(k) });
export type Tables = ReturnType<typeof tablesOf>;
