/**
 * The records of processing activities, from what is published and from what the ledger says was done.
 * Flow:    http → here → ports/reads.
 * Promise: one row a purpose that is in force; a member that nobody declared is null and named in `missing`. What was
 *          done and no record declares stands beside them: uses without a permission, and model calls that no use
 *          covers. Nobody is named but the recipients.
 * Source:  GDPR 30(1); docs/law.md 8.
 */
import { inForce, type Purpose, type Recipient, type Registry } from '../../evaluation/registry.ts';
import type { Reads } from '../../ports/reads.ts';
import { contactsIn } from '../../vocabulary/contact.ts';
import { csvLine, csvStart } from '../../vocabulary/csv.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { TimeSpan } from '../oversight/ask.ts';
import { askUncoveredUses } from '../oversight/uncovered-uses.ts';
import { askUsesWithoutPermission } from '../oversight/without-permission.ts';
import { readerOf } from '../reader.ts';

type Reader = ReturnType<typeof readerOf>;

const now = <P extends { readonly effectiveFrom: number }>(
  all: ReadonlyMap<string, readonly P[]>,
  at: number,
): readonly P[] => [...all.values()].flatMap((versions) => inForce(versions, at) ?? []);

const recipientShown = ({ key, body }: Recipient, reader: Reader) => ({
  key,
  name: reader.text(body.name),
  role: body.kind,
  country: body.country ?? null,
  safeguard: body.transfer?.safeguard ?? null,
  safeguardReference: body.transfer?.reference ?? null,
});

interface Around {
  readonly registry: Registry;
  readonly at: number;
  readonly reader: Reader;
}

function activityOf({ key, version, body }: Purpose, { registry, at, reader }: Around) {
  const systems = now(registry.aiSystems, at).filter(({ body: { purposes } }) => purposes.includes(key));
  const named = new Set(systems.flatMap(({ body: { recipients = [] } }) => recipients));
  const recipients = now(registry.recipients, at).filter(
    ({ key: each, body: { purposes } }) => named.has(each) || purposes?.includes(key) === true,
  );
  const retention = body.retention === undefined ? null : reader.text(body.retention);
  const missing: readonly ('retention' | 'recipients')[] = [
    ...(retention === null ? (['retention'] as const) : []),
    ...(recipients.length === 0 ? (['recipients'] as const) : []),
  ];
  return {
    purpose: key,
    version,
    name: reader.text(body.name),
    description: reader.text(body.description),
    legalBasis: body.legalBasis,
    dataCategories: body.dataCategories,
    sensitive: body.sensitive === true,
    aiSystems: systems.map(({ key: system, body: { name } }) => ({ key: system, name: reader.text(name) })),
    recipients: recipients.map((each) => recipientShown(each, reader)),
    retention,
    missing,
  };
}

export async function askProcessing(reads: Reads, { from, to }: TimeSpan, language: string) {
  const at = reads.now();
  const registry = await reads.registry();
  const reader = readerOf(language, reads.settings.timeZone);
  const activities = now(registry.purposes, at).map((purpose) => activityOf(purpose, { registry, at, reader }));
  const without = await askUsesWithoutPermission(reads, { from, to });
  const uncovered = await askUncoveredUses(reads, { from, to });
  return {
    from: timeOf(from),
    to: timeOf(to),
    generatedAt: timeOf(at),
    contacts: contactsIn(reads.settings),
    activities,
    undeclared: {
      usesWithoutPermission: without.groups.map(({ service, aiSystem, count }) => ({ service, aiSystem, count })),
      uncoveredCalls: uncovered.groups.map(({ service, aiSystem, count }) => ({ service, aiSystem, count })),
    },
  };
}

export type ProcessingReport = Awaited<ReturnType<typeof askProcessing>>;
type Activity = ProcessingReport['activities'][number];

const columns: readonly (readonly [string, (row: Activity) => string | number | null])[] = [
  ['purpose', ({ purpose }) => purpose],
  ['version', ({ version }) => version],
  ['name', ({ name }) => name],
  ['description', ({ description }) => description],
  [
    'legalBasis',
    ({ legalBasis }) =>
      Object.entries(legalBasis)
        .map((pair) => pair.join(': '))
        .join('; '),
  ],
  ['dataCategories', ({ dataCategories }) => dataCategories.join('; ')],
  ['sensitive', ({ sensitive }) => (sensitive ? 'yes' : 'no')],
  ['aiSystems', ({ aiSystems }) => aiSystems.map(({ name }) => name).join('; ')],
  [
    'recipients',
    ({ recipients }) => recipients.map(({ name, country }) => [name, country ?? '?'].join(' ')).join('; '),
  ],
  ['safeguards', ({ recipients }) => recipients.flatMap(({ safeguard }) => safeguard ?? []).join('; ')],
  ['retention', ({ retention }) => retention],
  ['missing', ({ missing }) => missing.join('; ')],
];

export const processingTable = ({ activities }: ProcessingReport): string =>
  csvStart +
  csvLine(columns.map(([name]) => name)) +
  activities.map((row) => csvLine(columns.map(([, value]) => value(row)))).join('');
