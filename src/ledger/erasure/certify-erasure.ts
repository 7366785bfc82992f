/**
 * The certificate of an erasure: how much was erased and how, what stays and until when, without the person.
 * Flow:    erase-person → here → fact `erasure.certified`, row of `certificates`.
 * Promise: both instants are named; recorded once, after the last byte was emptied here; signed as a whole by the key
 *          of the log, so that the person can keep it and have it checked by anybody.
 * Source:  docs/design.md 6; docs/law.md 6.4.
 */

import { canonicalJson } from '../../seal/seal.ts';
import { ask, put, type Steps } from '../../store/query.ts';
import { defined } from '../../vocabulary/defined.ts';
import { dayOf, timeOf } from '../../vocabulary/instant.ts';
import type { Trace } from '../../vocabulary/trace.ts';
import { entryReference } from '../batch.ts';
import { checkpointAt, newestCheckpoint } from '../checkpoints.ts';
import { certificateOf } from '../list-queries.ts';
import { requestsOf } from '../queries.ts';
import { recordingTime } from '../recording-time.ts';
import { type CoveredRange, countEntries } from './covered-ranges.ts';
import type { ErasurePlan, ErasureSetup } from './erasure.ts';
import { coveredBy } from './erasure-queries.ts';
import { type GrownTree, recordFacts } from './run-step.ts';
import { listWhatRemains, writeRemaining } from './what-remains.ts';

const METHOD =
  'The keys of the person were overwritten and removed (AES-256-GCM, one key a person and year), the sealed entries were emptied down to their hash, and the database files were cleaned of what was deleted.';

/** Where the engine could not clean everything; `traces` in the certificate says what and until when. */
const METHOD_WITH_TRACES =
  'The keys of the person were removed (AES-256-GCM, one key a person and year) and the sealed entries were emptied down to their hash. The files of the database were cleaned as far as it can; what may lie in them until it is written over is named.';

interface Certified {
  readonly certificate: unknown;
  readonly grown: GrownTree | undefined;
}

export function* certifyErasure(setup: ErasureSetup, plan: ErasurePlan, traces: readonly Trace[]): Steps<Certified> {
  const { request, ids } = plan;
  const key = request ?? ids.certified;
  const [known] = yield* ask(certificateOf, { request: key });
  if (known !== undefined) return { certificate: JSON.parse(known.doc) as unknown, grown: undefined };
  const now = yield* recordingTime(setup.room.log);
  const covers = yield* ask(coveredBy, { facts: ids.erased });
  const stays = yield* listWhatRemains(setup, plan, now);
  const payload = {
    v: 1 as const,
    ...defined({ request }),
    covers,
    method: traces.length === 0 ? METHOD : METHOD_WITH_TRACES,
    marks: [...new Set(['erased-mark', ...plan.suppressions.map(({ code }) => code)])],
    stays: stays.map((stay) => writeRemaining(stay, dayOf)),
    ...(traces.length === 0 ? {} : { traces }),
    ...(plan.systems === undefined ? {} : { systems: plan.systems }),
    unreadableHereAt: timeOf(now),
    unreadableInBackupsFrom: timeOf(now + setup.backupLifeMs),
  };
  const heads = yield* checkpointsAround(plan);
  const grown = yield* recordFacts(setup, [{ id: ids.certified, kind: 'erasure.certified', payload }]);
  const entry = entryReference(grown.prepared[0], grown.note);
  const content = {
    ...payload,
    stays: stays.map((stay) => writeRemaining(stay, timeOf)),
    ...heldByHold(plan),
    ...(yield* scope(plan, covers)),
    ...contactsNamed(setup),
    heads,
    id: ids.certified,
    entry,
  };
  const signed = setup.keyring.signCertificate(
    `candor-certificate/v1\n${setup.keyring.origin}\n${canonicalJson(content)}\n`,
  );
  const certificate = { ...content, signed };
  yield* put('certificates', [{ request: key, doc: JSON.stringify(certificate), at: now }], true);
  return { certificate, grown };
}

/** Signed with the rest, so that whoever keeps the certificate knows whom to ask about it. */
const contactsNamed = ({ contacts = [] }: ErasureSetup): object => (contacts.length === 0 ? {} : { contacts });

/** What each hold keeps; named to the person alone, not in the ledger. */
const heldByHold = ({ holds = [], held = {} }: ErasurePlan): object =>
  holds.length === 0
    ? {}
    : { held: holds.map(({ id, items, ground }) => ({ hold: id, items, on: ground, entries: held[id] ?? 0 })) };

/** The signed ledger before anything was done and after the entries were empty. */
function* checkpointsAround({ before }: ErasurePlan): Steps<{ readonly before: string; readonly after: string }> {
  const [first] = yield* ask(checkpointAt, before);
  const [last] = yield* ask(newestCheckpoint, { log: before.log });
  return { before: first?.note ?? '', after: last?.note ?? '' };
}

/** What docs/law.md 6.4 asks for besides: under which law, when it was asked, how much it was. */
function* scope({ request, ids, at, told, recipients }: ErasurePlan, covers: readonly CoveredRange[]): Steps<object> {
  const [row] = request === undefined ? [] : yield* ask(requestsOf, { ids: [request] });
  const { regimes, receivedAt } = (row === undefined ? {} : JSON.parse(row.doc)) as {
    readonly regimes?: readonly string[];
    readonly receivedAt?: number;
  };
  return {
    ...defined({ regimes }),
    ...(receivedAt === undefined ? {} : { receivedAt: timeOf(receivedAt) }),
    begunAt: timeOf(at),
    toldAt: timeOf(at),
    toldPosition: told,
    // The erasure stands in the feed of changes from now on; who reads it there is known later, and told beside this.
    recipients: recipients.map((each) => ({ ...each, told: 'not-known', answer: 'unknown' })),
    entries: countEntries(covers),
    erasedBy: ids.erased,
  };
}
