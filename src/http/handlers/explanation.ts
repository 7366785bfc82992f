/**
 * Gathers what the explanation of one decision is made of from the house, and has it assembled.
 * Flow:    explanations, pages, letters, packages → here → answers/explanation.
 * Promise: registry and person are of one moment, or of the size of the ledger that was asked for; the proof fits the
 *          checkpoint that stands beside it.
 * Source:  docs/design.md 4 (reads), 5 and 8.1.
 */

import type { DecisionRecord } from '../../answers/decision/decision-record.ts';
import { mayBeSummedUp, twelveMonthsBefore } from '../../answers/explanation/aggregate.ts';
import { type ExplanationMaterial, explanationAnswer } from '../../answers/explanation/assemble.ts';
import type { CitedVersion, ExplanationAnswer } from '../../answers/explanation/explanation-answer.ts';
import { aiUseMaterial, decisionRecord, withCatalogue } from '../../answers/use/gather.ts';
import { publishedThen } from '../../answers/use/published.ts';
import { regimesOf } from '../../answers/use/standing-now.ts';
import { type Registry, versionNamed } from '../../evaluation/registry.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { House } from '../../house-port.ts';
import { ofKind } from '../../views/of-kind.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { isWithin, type TreePoint } from '../../vocabulary/place.ts';
import { personAt, registryAt } from './as-of.ts';
import { reviewed } from './gather.ts';
import { type SeenPerson, seePerson } from './person.ts';

export interface ExplanationAsked {
  readonly audience: 'person' | 'officer';
  readonly language: string;
  /** As it stood at a size of the ledger, at a moment. */
  readonly asOf?: TreePoint & { readonly at: number };
}

/** A year of decisions that a machine made about one person; more than these are not summed up. */
const MOST_DECISIONS = 500;

async function seenAt(house: House, subject: string, { asOf }: ExplanationAsked): Promise<SeenPerson> {
  if (asOf === undefined) return seePerson(house, subject);
  const { person, registry } = await seePerson(house, subject, { history: true });
  return { person: personAt(person, asOf), registry: registryAt(registry, asOf), now: asOf.at };
}

function versionsOf({ payload }: DecisionRecord, registry: Registry): readonly CitedVersion[] {
  const on = Date.parse(payload.decidedAt);
  const system = versionNamed(registry.aiSystems.get(payload.aiSystem), { version: payload.aiSystemVersion, on });
  const purpose = versionNamed(registry.purposes.get(payload.purpose), { version: payload.purposeVersion, on });
  const named = [
    ['ai-system', system],
    ['purpose', purpose],
  ] as const;
  return named.flatMap(([kind, found]) => {
    if (found === undefined) return [];
    const { key, version, fact, log, index } = found;
    return [{ kind, key, version, fact, log, index }];
  });
}

/** What may be summed up: nothing is opened where so few decisions stand that no law would permit it. */
async function ofTwelveMonths(
  house: House,
  subject: string,
  { seen, asOf }: { readonly seen: SeenPerson; readonly asOf: ExplanationAsked['asOf'] },
) {
  const window = { from: twelveMonthsBefore(seen.now), to: seen.now + 1 };
  const page = await house.decisions(subject, { ...window, limit: MOST_DECISIONS });
  const { regimes } = regimesOf({ person: seen.person, defaultRegime: house.settings.defaultRegime });
  if (!mayBeSummedUp({ regimes, now: seen.now, uses: page.total })) return [];
  const rows = page.items.filter((each) => asOf === undefined || isWithin(each, asOf));
  const facts = await house.facts(rows.map(({ id }) => id));
  const records = rows.flatMap(({ id }) => ofKind('decision.recorded', facts.get(id)) ?? []).map(decisionRecord);
  return (await reviewed(house, records, asOf?.at)).map((record) => withCatalogue(record, seen.registry));
}

async function proofOf(
  house: House,
  { log, index }: DecisionRecord,
  asOf: ExplanationAsked['asOf'],
): Promise<ExplanationMaterial['proof']> {
  const note =
    asOf === undefined || asOf.log !== log
      ? await house.ledger.checkpoint(log)
      : await house.ledger.checkpointAt(log, asOf.size);
  // The second line of a checkpoint is the size it signs.
  const treeSize = Number(note?.split('\n')[1] ?? 0);
  const inclusion = index < treeSize ? await house.ledger.inclusion(log, index, treeSize) : undefined;
  return { treeSize, inclusion: (inclusion ?? []).map(base64), checkpoint: note ?? null };
}

/** The explanation of an opened `decision.recorded` fact. */
export async function explanationOf(
  house: House,
  fact: FactOf<'decision.recorded'>,
  asked: ExplanationAsked,
): Promise<ExplanationAnswer> {
  const { settings } = house;
  const { subject } = fact;
  const seen = await seenAt(house, subject, asked);
  const [record] = (await reviewed(house, [decisionRecord(fact)], asked.asOf?.at)).map((one) =>
    withCatalogue(one, seen.registry),
  ) as [DecisionRecord];
  const proof = await proofOf(house, record, asked.asOf);
  const { defaultRegime, timeZone, holidays } = settings;
  const nothingElse = {
    tallies: {},
    decisionCount: 1,
    nextDecisions: null,
    looks: [],
    entries: 0,
    systemsReporting: [],
    recordsSince: null,
  };
  const { audience, language } = asked;
  const about = aiUseMaterial({
    ...seen,
    ...nothingElse,
    subject,
    defaultRegime,
    timeZone,
    holidays,
    audience,
    language,
    decisions: [],
    checkpoint: proof.checkpoint,
  });
  return explanationAnswer({
    record,
    about,
    publishedThen: publishedThen(seen.registry, record.payload, Date.parse(record.payload.decidedAt)),
    versions: versionsOf(record, seen.registry),
    ofTwelveMonths: await ofTwelveMonths(house, subject, { seen, asOf: asked.asOf }),
    proof,
  });
}

/** The fact of one decision, whoever it is about. */
export async function decisionFact(house: House, id: string): Promise<FactOf<'decision.recorded'> | undefined> {
  return ofKind('decision.recorded', (await house.facts([id])).get(id));
}
