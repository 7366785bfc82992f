/**
 * Which notices about AI systems a person was shown, folded from the showings.
 * Flow:    standing.ts (one showing after the other) → here → rows/notice.ts, answers.
 * Promise: a late message about an older version never takes away the proof of a newer one.
 * Source:  11 CCR 7220.
 */
import type { Covered } from '../facts/message.ts';
import type { ShownAct, ShownNotice } from './person.ts';

type Shown = Readonly<Record<string, ShownNotice>>;

/** One notice about one AI system for one purpose; the one made from the registry has no key of its own. */
const shownKey = ({ aiSystem, purpose }: Covered, notice: string | undefined): string =>
  `${aiSystem} ${purpose}${notice === undefined ? '' : ` ${notice}`}`;

const versionsOf = ({ aiSystemVersion, purposeVersion, notice }: ShownNotice): readonly number[] => [
  aiSystemVersion,
  purposeVersion,
  notice?.version ?? 0,
];

/** Of equal versions the later showing is told. */
function isNewer(one: ShownNotice, known: ShownNotice): boolean {
  const than = versionsOf(known);
  const difference = versionsOf(one)
    .map((version, place) => version - (than[place] ?? 0))
    .find((each) => each !== 0);
  return (difference ?? (one.occurredAt ?? one.at) - (known.occurredAt ?? known.at)) >= 0;
}

export function withShown(shown: Shown, { what: _what, covers, ...showing }: ShownAct): Shown {
  const next: Record<string, ShownNotice> = { ...shown };
  for (const covered of covers) {
    const key = shownKey(covered, showing.notice?.key);
    const one: ShownNotice = { ...showing, ...covered };
    const known = Object.hasOwn(next, key) ? next[key] : undefined;
    if (known === undefined || isNewer(one, known)) next[key] = one;
  }
  return next;
}

/** Every notice that was shown about this AI system for this purpose. */
export const shownAbout = (
  shown: Shown | undefined,
  about: Pick<Covered, 'aiSystem' | 'purpose'>,
): readonly ShownNotice[] =>
  Object.values(shown ?? {}).filter(
    ({ aiSystem, purpose }) => aiSystem === about.aiSystem && purpose === about.purpose,
  );
