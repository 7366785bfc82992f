/**
 * What signals ask for that is not so yet: limits to set, choices to record.
 * Flow:    http/record/signals.ts → here → commands `limit.record`, `consent.record`.
 * Promise: a signal is an act once. A no always counts but where the person changed their mind after the very same
 *          string; a yes counts only where the company named TCF purposes for its own, all of them were agreed to, and
 *          nothing says no since.
 * Source:  GDPR 7; 11 CCR 7025; IAB GPP, IAB TCF 2.2; decision 0031, decision 0080.
 */
import { restsAnywhereOnConsent } from '../../evaluation/effect.ts';
import { type Act, type ConsentAct, type PersonState, regimesOr, type Standing } from '../../evaluation/person.ts';
import { inForce, type Purpose } from '../../evaluation/registry.ts';
import { choiceFor, limitKey, momentOf } from '../../evaluation/standing.ts';
import type { Reads } from '../../ports/reads.ts';
import type { ConsentState } from '../../vocabulary/consent.ts';
import { DAY_MS, timeOf } from '../../vocabulary/instant.ts';
import type { LimitKind } from '../../vocabulary/limit.ts';
import type { GppRead, PassedOver, SignalsRead, TcfRead } from '../../vocabulary/signal.ts';
import { type FoundPerson, findPerson } from '../person.ts';

interface LimitWish {
  readonly signal: 'gpp';
  readonly limit: LimitKind;
  readonly evidence: string;
}
interface ChoiceWish {
  readonly signal: 'tcf';
  readonly purpose: string;
  readonly state: ConsentState;
  /** RFC 3339. */
  readonly occurredAt: string;
  readonly evidence: string;
}
export type Wish = LimitWish | ChoiceWish;

type About = Pick<LimitWish, 'signal' | 'limit'> | Pick<ChoiceWish, 'signal' | 'purpose'>;
type Passed = About & { readonly why: PassedOver };

/** How many acts about the same thing are looked through for the same string. */
const LOOKED_THROUGH = 20;

interface Asked extends FoundPerson {
  readonly reads: Reads;
  readonly acts: readonly Act[];
  readonly standing: Standing | undefined;
}

/** Was this very string recorded before, in one of these acts? */
async function wasSeen(reads: Reads, acts: readonly Act[], evidence: string): Promise<boolean> {
  const ids = acts.slice(-LOOKED_THROUGH).map(({ id }) => id);
  const facts = ids.length === 0 ? [] : [...(await reads.facts(ids)).values()];
  return facts.some(({ payload }) => 'evidence' in payload && payload.evidence === evidence);
}

async function limitWish({ reads, acts, standing }: Asked, kind: LimitKind, text: string): Promise<Wish | Passed> {
  const about = { signal: 'gpp', limit: kind } as const;
  const evidence = `gpp: ${text}`;
  if (standing?.limits[limitKey(kind)]?.set !== undefined) return { ...about, why: 'stands' };
  const before = acts.filter((act) => act.what === 'set' && act.limit === kind && act.purpose === undefined);
  return (await wasSeen(reads, before, evidence)) ? { ...about, why: 'answered' } : { ...about, evidence };
}

const limitsOf = ({ sale, sensitive }: GppRead): readonly LimitKind[] => [
  ...(sale ? (['opt-out-sale-share'] as const) : []),
  ...(sensitive ? (['opt-out-sensitive'] as const) : []),
];

/** TCF 2.2. */
const LEAST_POLICY = 4;

function whyNoYes(purpose: Purpose, newest: ConsentAct | undefined, tcf: TcfRead): PassedOver | undefined {
  if (newest?.what === 'given') return 'stands';
  if (tcf.policyVersion < LEAST_POLICY) return 'too-old-a-form';
  if (purpose.body.defaultNotice === undefined) return 'no-notice';
  // The day of the string begins before anything that was done on it, so what is not surely older counts more.
  const since = Math.max(purpose.effectiveFrom, newest === undefined ? 0 : momentOf(newest));
  return tcf.day <= since ? 'stale' : undefined;
}

async function choiceWish(asked: Asked, purpose: Purpose, tcf: TcfRead): Promise<Wish | Passed> {
  const about = { signal: 'tcf', purpose: purpose.key } as const;
  const evidence = `tcf: ${tcf.text}`;
  const newest = asked.standing === undefined ? undefined : choiceFor(asked.standing, purpose.key)?.newest;
  const wish = { ...about, evidence, occurredAt: timeOf(tcf.day) };
  if ((purpose.body.tcfPurposes ?? []).every((number) => tcf.purposes.includes(number))) {
    const why = whyNoYes(purpose, newest, tcf);
    return why === undefined ? { ...wish, state: 'given' } : { ...about, why };
  }
  if (newest === undefined) return { ...wish, state: 'refused' };
  if (newest.what !== 'given') return { ...about, why: 'stands' };
  // A no of that day may have been said after the yes, so the whole day counts.
  if (tcf.day + DAY_MS <= momentOf(newest)) return { ...about, why: 'stale' };
  const before = asked.acts.filter((act) => 'purpose' in act && act.purpose === purpose.key && act.what !== 'given');
  return (await wasSeen(asked.reads, before, evidence))
    ? { ...about, why: 'answered' }
    : { ...wish, state: 'withdrawn' };
}

/** The purposes that the company named TCF purposes for, and that rest on a yes under a law of the person. */
function mapped({ registry, standing, now, reads }: Asked): readonly Purpose[] {
  const regimes = regimesOr({ regimes: standing?.regimes ?? [] }, reads.settings.defaultRegime);
  return [...registry.purposes.values()]
    .flatMap((versions) => inForce(versions, now) ?? [])
    .filter(({ body }) => body.tcfPurposes !== undefined)
    .filter((purpose) => restsAnywhereOnConsent({ purpose, regimes, on: now }));
}

interface Wishes {
  readonly person: PersonState;
  readonly wishes: readonly Wish[];
  readonly passed: readonly Passed[];
}

export async function askWishes(reads: Reads, identifier: string, { gpp, tcf }: SignalsRead): Promise<Wishes> {
  const found = await findPerson(reads, identifier, { history: true });
  const { person } = found;
  if (person.found === 'erased') return { person, wishes: [], passed: [] };
  const known = person.found === 'known' ? person : undefined;
  const asked: Asked = { ...found, reads, acts: known?.acts ?? [], standing: known?.standing };
  const all = await Promise.all([
    ...(gpp === undefined ? [] : limitsOf(gpp).map((kind) => limitWish(asked, kind, gpp.text))),
    ...(tcf === undefined ? [] : mapped(asked).map((purpose) => choiceWish(asked, purpose, tcf))),
  ]);
  return {
    person,
    wishes: all.flatMap((each) => ('why' in each ? [] : [each])),
    passed: all.flatMap((each) => ('why' in each ? [each] : [])),
  };
}
