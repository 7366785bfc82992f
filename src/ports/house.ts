/**
 * The whole house as those see it who both ask and record.
 * Flow:    http, scripts → here (types) → house.ts, which builds it.
 * Promise: nothing but reads, records and the life of the house itself; whoever only asks takes `Reads` instead.
 * Source:  docs/design.md 1.
 */
import type { Reads } from './reads.ts';
import type { Records } from './records.ts';

export interface House extends Reads, Records {
  status(): { readonly state: 'ready' | 'sealed' | 'stopping' | 'not-ready'; readonly notes: readonly string[] };
  close(): Promise<void>;
}
