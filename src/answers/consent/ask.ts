/**
 * Asks for the consents and limits of a person, and for what their page of choices shows.
 * Flow:    http → here → ports/reads, views (what is shown), my-choices.ts.
 * Promise: a list shows every act of the person, also those that changed nothing.
 * Source:  docs/design.md 7 and 8; GDPR 7.
 */
import type { Act, ConsentAct, KnownPerson, LimitAct } from '../../evaluation/person.ts';
import { inForce } from '../../evaluation/registry.ts';
import { isNewSignal } from '../../evaluation/signal.ts';
import type { Page, PageQuery, Reads } from '../../ports/reads.ts';
import { consentAct } from '../../views/consent/consent-act.ts';
import { shownConsent } from '../../views/consent/shown-consent.ts';
import { shownLimit } from '../../views/limit/shown-limit.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { LimitKind } from '../../vocabulary/limit.ts';
import { askEntryReference } from '../ledger/ask.ts';
import { cutPage } from '../page.ts';
import { findPerson } from '../person.ts';
import { askAiUse } from '../use/ask.ts';
import { type MyChoices, myChoices } from './my-choices.ts';

const isLimit = (act: Act): act is LimitAct => act.what === 'set' || act.what === 'lifted';
const isConsent = (act: Act): act is ConsentAct => act.what !== 'described' && act.what !== 'shown' && !isLimit(act);

/** A lift that came with a warning ended nothing. */
const limitEffect = ({ what, warnings }: LimitAct): 'set' | 'lifted' | 'none' =>
  what === 'lifted' && (warnings ?? []).length > 0 ? 'none' : what;

/** The person has to be seen with their history. */
export type ListActs = (person: Pick<KnownPerson, 'subject' | 'acts'>, query: PageQuery) => Page<object>;

const listActs =
  <A extends Act>(belongs: (act: Act) => act is A, show: (act: A, subject: string) => object): ListActs =>
  ({ subject, acts }, query) => {
    const newest = (acts ?? []).filter(belongs).sort((one, other) => other.n - one.n);
    const page = cutPage(newest, ({ n }) => n, query);
    return { ...page, items: page.items.map((act) => show(act, subject)) };
  };

export const listConsents: ListActs = listActs(isConsent, shownConsent);
export const listLimits: ListActs = listActs(isLimit, (act, subject) => ({
  ...shownLimit(act, subject),
  effect: limitEffect(act),
}));

/** One act of consent with its proof; nothing where there is none of this id. */
export async function askConsent(reads: Reads, id: string): Promise<object | undefined> {
  const fact = (await reads.facts([id])).get(id);
  const act = fact === undefined ? undefined : consentAct(fact);
  if (fact?.subject === undefined || act === undefined) return undefined;
  const entry = await askEntryReference(reads, fact);
  return { ...shownConsent(act, fact.subject), proof: fact.payload, entry };
}

export async function askMyChoices(reads: Reads, identifier: string, language: string): Promise<MyChoices> {
  const { answer, registry, person, now, reader } = await askAiUse(reads, { identifier, audience: 'person', language });
  return myChoices({ answer, registry, person, now, reader });
}

/** The notice of a purpose as the page shows it, and in which language it is read; nothing where none is in force. */
export async function findNoticeRead(reads: Reads, purpose: string, language: string): Promise<object> {
  const registry = await reads.registry();
  const now = reads.now();
  const key = inForce(registry.purposes.get(purpose), now)?.body.defaultNotice;
  const notice = key === undefined ? undefined : inForce(registry.notices.get(key), now);
  if (notice === undefined) return {};
  const read = [language, language.split('-')[0] ?? language, 'en'].find((tag) => Object.hasOwn(notice.body.body, tag));
  return { notice: { key: notice.key, version: notice.version }, ...defined({ language: read }) };
}

/** Where no notice is published there is nothing to agree to, so going on means taking back the limit that stands. */
export async function findLimitToLift(
  reads: Reads,
  purpose: string,
  identifier: string,
): Promise<LimitKind | undefined> {
  const { person, registry, now } = await findPerson(reads, identifier);
  if (person.found !== 'known' || inForce(registry.purposes.get(purpose), now)?.body.defaultNotice !== undefined)
    return undefined;
  const standing = Object.values(person.standing.limits).flatMap(({ set }) => set ?? []);
  return standing.find((act) => act.purpose === purpose && act.limit !== 'restriction')?.limit;
}

/** Is the privacy signal that the browser of this person sends still to be recorded? */
export async function isSignalNew(reads: Reads, identifier: string): Promise<boolean> {
  const { people, now } = await reads.see([identifier]);
  const [person] = people;
  return person !== undefined && isNewSignal(person, { regime: reads.settings.defaultRegime, on: now });
}
