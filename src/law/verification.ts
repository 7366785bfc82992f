/**
 * How sure one has to be who asks: the levels in their order, and which of them are enough for a request.
 * Flow:    commands (verify, fulfil, erase), answers (package, console) → here → request-kinds.ts.
 * Promise: of several laws the strictest decides; nobody is asked for more than the first level that is enough.
 * Source:  docs/law.md 3.3; GDPR 12(6); 11 CCR 7060 to 7063; decision 0012.
 */
import { type RequestKind, type VerificationLevel, verificationLevels } from '../vocabulary/request.ts';
import { hasRight, rowFor } from './request-kinds.ts';

/** How sure each level makes us, from 0 to 3. */
const sureness: Readonly<Record<VerificationLevel, number>> = {
  none: 0,
  session: 1,
  // A permission that the person signed; the law of California lets us ask the person as well.
  'agent-signed': 2,
  reasonable: 2,
  'doubt-resolved': 2,
  'account-reauth': 3,
  'reasonably-high': 3,
  'agent-poa': 3,
  parent: 3,
};

/** More is asked for only where there is a reasonable doubt, so whoever is signed in is known well enough. */
const asked = (level: VerificationLevel): number => sureness[level === 'doubt-resolved' ? 'session' : level];

/** Answers that hand out or destroy data need to know who asks before they are given or refused. */
const handsOut: ReadonlySet<RequestKind> = new Set([
  'access',
  'access-categories',
  'ai-explanation',
  'portability',
  'third-party-list',
  'erasure',
]);

/** Answers that change something about the person: the law says where it wants them verified. */
const changes: ReadonlySet<RequestKind> = new Set(['rectification', 'human-review', 'sensitive-accuracy-check']);

interface Asked {
  readonly kind: RequestKind;
  readonly regimes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** Of the levels that one law names each is enough; of several laws all have to be met. */
function needed({ kind, regimes, day }: Asked): number {
  const each = regimes.map((regime) => Math.min(...rowFor(kind, regime, day).verification.map(asked)));
  if (handsOut.has(kind)) return Math.max(sureness.session, ...each);
  if (!changes.has(kind)) return sureness.none;
  const wanted = regimes.flatMap((regime, place) => (hasRight(kind, regime, day) ? (each[place] ?? 0) : []));
  const most = Math.max(sureness.none, ...wanted);
  return most > sureness.session ? most : sureness.none;
}

export const wantsVerification = (kind: RequestKind): boolean => handsOut.has(kind);

/** Is this level enough to answer this request? */
export const isSureEnough = (level: VerificationLevel, request: Asked): boolean => sureness[level] >= needed(request);

/** The levels that are enough, those that the laws of the person name first. */
export function levelsFor(request: Asked): readonly VerificationLevel[] {
  const named = request.regimes.flatMap((regime) => rowFor(request.kind, regime, request.day).verification);
  return [...new Set([...named, ...verificationLevels])].filter(
    (level) => level !== 'none' && isSureEnough(level, request),
  );
}

/** Of these the least: what the officer is told. */
export const leastLevelsFor = (request: Asked): readonly VerificationLevel[] => {
  const enough = levelsFor(request);
  const least = Math.min(...enough.map((level) => sureness[level]));
  return enough.filter((level) => sureness[level] === least);
};
