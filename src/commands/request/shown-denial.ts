/**
 * What a refusal tells the person: the ground in plain words, its place in the law, and where to go from here.
 * Flow:    replies of step.ts, pages and letters → here → law.
 * Promise: no refusal without a way on: an appeal, an authority, a court.
 * Source:  GDPR 12(4); docs/law.md 3.4 ("every denial answer").
 */
import { complaintWords, denialWords } from '../../language/law-words.ts';
import { complaintRoutes, dayOf, denialFor } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';

interface ShownDenial {
  readonly denial?: {
    readonly code: string;
    /** The ground in a plain sentence. */
    readonly words: string;
    readonly legalReference: string;
    readonly inPart: boolean;
    readonly complaints: ReturnType<typeof complaintRoutes>;
  };
}

/** In the language of whoever reads it, where it is known. */
export function shownDenial(row: RequestRow, language = 'en'): ShownDenial {
  const ground = row.denialCode === undefined ? undefined : denialFor(row.denialCode);
  if (ground === undefined) return {};
  return {
    denial: {
      code: ground.code,
      words: denialWords(language, ground.code) ?? ground.reason,
      legalReference: ground.source,
      inPart: row.state === 'fulfilled',
      complaints: complaintRoutes(row.regimes, dayOf(row.closedAt ?? row.receivedAt)).map((route) => ({
        ...route,
        ...complaintWords(language, route.regime),
      })),
    },
  };
}
