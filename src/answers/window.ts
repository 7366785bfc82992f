/**
 * A time that was asked for, as the house reads it.
 * Flow:    a query, or the period of a request → here → ports/reads.
 * Promise: an end that was not named stays open.
 * Source:  RFC 3339.
 */
import type { Window } from '../ports/reads.ts';

export const windowOf = (query: { readonly from?: string; readonly to?: string }): Window => ({
  ...(query.from === undefined ? {} : { from: Date.parse(query.from) }),
  ...(query.to === undefined ? {} : { to: Date.parse(query.to) }),
});
