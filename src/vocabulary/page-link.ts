/**
 * Pages of the company that ours lead to at their foot.
 * Flow:    here → config, ports, pages.
 * Promise: only what is configured; what is not named is not shown.
 * Source:  GDPR 13.
 */
export const pageLinks = ['privacy', 'accessibility', 'help'] as const;
/** The address of each. */
export type PageLinks = { readonly [K in (typeof pageLinks)[number]]?: string };
