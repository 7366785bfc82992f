/**
 * Asks for the receipt of one choice: the document, signed, the proof file, and what its page shows.
 * Flow:    http → here → ports/reads (fact, person and registry of that moment), document.ts, receipt-shown.ts.
 * Promise: purposes, notices, recipients and laws are those that stood when the choice was recorded; a choice whose
 *          content was erased has no receipt any more.
 * Source:  ISO/IEC TS 27560:2023; RFC 7515; C2SP tlog-proof.
 */
import { personAsOf, registryAsOf } from '../../evaluation/as-of.ts';
import { basisFor } from '../../evaluation/case.ts';
import { type Act, type ConsentAct, regimesOr } from '../../evaluation/person.ts';
import type { Registry } from '../../evaluation/registry.ts';
import type { RecordedFact } from '../../facts/fact.ts';
import { dayOf, rightsFor } from '../../law/law.ts';
import type { ProvenFact } from '../../ports/ledger-reader.ts';
import type { Reads } from '../../ports/reads.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import { tlogProof } from '../../vocabulary/tlog-proof.ts';
import { findPerson } from '../person.ts';
import { readerOf } from '../reader.ts';
import { publishedNow } from '../use/published.ts';
import { receiptDocument } from './document.ts';
import type { ChoiceFact, ReceiptMaterial } from './material.ts';
import { type ReceiptShown, receiptShown } from './receipt-shown.ts';

export interface SignedReceipt {
  readonly id: string;
  /** JSON-LD; exactly what the signature is over. */
  readonly receipt: object;
  readonly jws: string;
  /** The text of the proof file. */
  readonly proof: string;
}

const isChoice = (fact: RecordedFact | undefined): fact is ChoiceFact =>
  fact?.kind === 'consent.given' || fact?.kind === 'consent.refused' || fact?.kind === 'consent.withdrawn';

const isNo = (act: Act): act is ConsentAct => act.what === 'refused' || act.what === 'withdrawn';

/** The first no about the purpose that was recorded after a yes and ended it. */
async function endOf(reads: Reads, fact: ChoiceFact, acts: readonly Act[]): Promise<ChoiceFact | undefined> {
  if (fact.kind !== 'consent.given') return undefined;
  const later = acts
    .filter(isNo)
    .filter(({ n, purpose, effect }) => n > fact.n && purpose === fact.payload.purpose && effect !== 'none')
    .toSorted((one, other) => one.n - other.n)[0];
  const ended = later === undefined ? undefined : (await reads.facts([later.id])).get(later.id);
  return isChoice(ended) ? ended : undefined;
}

/** What the company had published when the choice was recorded. */
function publishedFor(registry: Registry, fact: ChoiceFact) {
  const { purpose, notice } = fact.payload;
  const then = publishedNow(registry, fact.at);
  const named = fact.kind === 'consent.given' ? fact.payload.aiSystems : undefined;
  const systems = then.systems.filter(({ key, purposes }) => purposes.has(purpose) && (named?.includes(key) ?? true));
  return {
    systems,
    recipients: then.recipients.filter(
      ({ key, body }) =>
        body.purposes?.includes(purpose) === true || systems.some((system) => system.body.recipients?.includes(key)),
    ),
    ...defined({
      notice: registry.notices.get(notice?.key ?? '')?.find(({ version }) => version === notice?.version),
    }),
  };
}

async function materialOf(reads: Reads, fact: ChoiceFact): Promise<ReceiptMaterial | undefined> {
  const { person, registry, now } = await findPerson(reads, fact.subject, { history: true });
  const upTo = { log: fact.log, size: fact.index + 1 };
  const then = registryAsOf(registry, upTo);
  const purpose = then.purposes
    .get(fact.payload.purpose)
    ?.find(({ version }) => version === fact.payload.purposeVersion);
  const asThen = personAsOf(person, upTo);
  if (purpose === undefined || asThen.found !== 'known') return undefined;
  const regimes = regimesOr(asThen.standing, reads.settings.defaultRegime);
  const ended = await endOf(reads, fact, person.found === 'known' ? (person.acts ?? []) : []);
  return {
    fact,
    purpose,
    bases: regimes.flatMap((regime) => {
      const basis = basisFor(purpose, regime, fact.at);
      return basis === undefined ? [] : [{ regime, basis }];
    }),
    categories: fact.kind === 'consent.given' ? fact.payload.dataCategories : purpose.categories,
    rights: rightsFor(regimes, dayOf(fact.at)).filter(({ available }) => available),
    ...publishedFor(then, fact),
    ...defined({ ended }),
    settings: reads.settings,
    issuedAt: now,
  };
}

/** What the leaf is made of, so that whoever has the file can go from the choice to the root. */
const openedIn = ({ entry, salt, payload }: ProvenFact): string =>
  JSON.stringify({ entry: base64(entry), salt: base64(salt), payload });

async function findMaterial(reads: Reads, id: string): Promise<ReceiptMaterial | undefined> {
  const fact = (await reads.facts([id])).get(id);
  return isChoice(fact) ? materialOf(reads, fact) : undefined;
}

async function receiptOf(reads: Reads, material: ReceiptMaterial): Promise<SignedReceipt | undefined> {
  const { id } = material.fact;
  const proven = await reads.ledger.proven(id);
  if (proven === undefined) return undefined;
  const receipt = receiptDocument(material);
  const jws = reads.ledger.signReceipt(JSON.stringify(receipt));
  return { id, receipt, jws, proof: tlogProof({ ...proven, extra: openedIn(proven) }) };
}

/** Nothing where there is no such choice, or no more. */
export async function askReceipt(reads: Reads, id: string): Promise<SignedReceipt | undefined> {
  const material = await findMaterial(reads, id);
  return material && receiptOf(reads, material);
}

/** The same for people, in a language. */
export async function askReceiptShown(reads: Reads, id: string, language: string): Promise<ReceiptShown | undefined> {
  const material = await findMaterial(reads, id);
  return material && receiptShown(material, readerOf(language, reads.settings.timeZone));
}
