/**
 * On which paper a letter is printed where its reader lives.
 * Flow:    http → here → law/regimes.ts.
 * Promise: decided by what stands in the request alone, so that its letter is the same whoever prints it.
 */
import { allFallUnder } from '../../law/regimes.ts';
import type { RequestRow } from '../../views/request/request-row.ts';

export type Paper = 'A4' | 'LETTER';

export const paperOf = ({ regimes }: Pick<RequestRow, 'regimes'>): Paper =>
  regimes.length > 0 && allFallUnder(regimes, ['US', 'CA', 'CA-QC']) ? 'LETTER' : 'A4';
