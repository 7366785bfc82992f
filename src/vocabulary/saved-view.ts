/**
 * The words of saved views.
 * Flow:    ledger, ports, http, pages → here.
 * Promise: a view is a name and an address of the console.
 * Source:  decision 0130.
 */
export interface SavedView {
  readonly name: string;
  readonly address: string;
}

/** More than somebody finds again at the side of a page. */
export const mostViews = 20;
/** Letters of a name at most. */
export const longestName = 60;
