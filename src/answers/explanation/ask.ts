/**
 * Asks what the explanation of one decision is made of, and has it assembled.
 * Flow:    http, answers/request → here → ports/reads, assemble.ts.
 * Promise: registry and person are of one moment, or of the size of the ledger that was asked for; the proof fits the
 *          checkpoint that stands beside it.
 * Source:  docs/design.md 4 (reads), 5 and 8.1.
 */
import { type Registry, versionNamed } from '../../evaluation/registry.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { Reads } from '../../ports/reads.ts';
import { ofKind } from '../../views/of-kind.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { parseCheckpoint } from '../../vocabulary/checkpoint.ts';
import { isWithin } from '../../vocabulary/place.ts';
import { addReviews } from '../decision/ask-reviews.ts';
import { type DecisionRecord, decisionRecord, withCatalogue } from '../decision/decision-record.ts';
import { type AsOf, type FoundPerson, findPersonAsOf } from '../person.ts';
import { aiUseMaterial } from '../use/ai-use-material.ts';
import { publishedThen } from '../use/published.ts';
import { regimesOf } from '../use/standing-now.ts';
import { mayBeSummedUp, twelveMonthsBefore } from './aggregate.ts';
import { type ExplanationMaterial, explanationAnswer } from './assemble.ts';
import type { CitedVersion, ExplanationAnswer } from './explanation-answer.ts';

interface ExplanationQuery {
  readonly audience: 'person' | 'officer';
  readonly language: string;
  readonly asOf?: AsOf;
}

/** A year of decisions that a machine made about one person; more than these are not summed up. */
const MOST_DECISIONS = 500;

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
async function askTwelveMonths(
  reads: Reads,
  subject: string,
  { found, asOf }: { readonly found: FoundPerson; readonly asOf: AsOf | undefined },
) {
  const window = { from: twelveMonthsBefore(found.now), to: found.now + 1 };
  const page = await reads.decisions(subject, { ...window, limit: MOST_DECISIONS });
  const { regimes } = regimesOf({ person: found.person, defaultRegime: reads.settings.defaultRegime });
  if (!mayBeSummedUp({ regimes, now: found.now, uses: page.total })) return [];
  const rows = page.items.filter((each) => asOf === undefined || isWithin(each, asOf));
  const facts = await reads.facts(rows.map(({ id }) => id));
  const records = rows.flatMap(({ id }) => ofKind('decision.recorded', facts.get(id)) ?? []).map(decisionRecord);
  return (await addReviews(reads, records, asOf?.at)).map((record) => withCatalogue(record, found.registry));
}

async function askProof(
  reads: Reads,
  { log, index }: DecisionRecord,
  asOf: AsOf | undefined,
): Promise<ExplanationMaterial['proof']> {
  const note =
    asOf === undefined || asOf.log !== log
      ? await reads.ledger.checkpoint(log)
      : await reads.ledger.checkpointAt(log, asOf.size);
  // The second line of a checkpoint is the size it signs.
  const treeSize = note === undefined ? 0 : (parseCheckpoint(note)?.size ?? 0);
  const inclusion = index < treeSize ? await reads.ledger.inclusion(log, index, treeSize) : undefined;
  return { treeSize, inclusion: (inclusion ?? []).map(base64), checkpoint: note ?? null };
}

/** The explanation of an opened `decision.recorded` fact. */
export async function askExplanation(
  reads: Reads,
  fact: FactOf<'decision.recorded'>,
  { audience, language, asOf }: ExplanationQuery,
): Promise<ExplanationAnswer> {
  const subject = fact.subject ?? '';
  const found = await findPersonAsOf(reads, subject, asOf);
  const [record] = (await addReviews(reads, [decisionRecord(fact)], asOf?.at)).map((one) =>
    withCatalogue(one, found.registry),
  ) as [DecisionRecord];
  const proof = await askProof(reads, record, asOf);
  const { defaultRegime, timeZone, holidays } = reads.settings;
  const nothingElse = {
    tallies: {},
    decisionCount: 1,
    looks: [],
    entries: 0,
    systemsReporting: [],
    recordsSince: null,
  };
  const about = aiUseMaterial({
    ...found,
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
    publishedThen: publishedThen(found.registry, record.payload, Date.parse(record.payload.decidedAt)),
    versions: versionsOf(record, found.registry),
    ofTwelveMonths: await askTwelveMonths(reads, subject, { found, asOf }),
    proof,
  });
}
