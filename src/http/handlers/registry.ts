/**
 * Handlers of the registry: purposes, notices, AI systems, recipients and the stop switch.
 * Flow:    app → here → house (publish), evaluation (what is shown).
 * Promise: what is read is the body exactly as it was published.
 * Source:  DESIGN section 8.
 */
import type { Endpoint } from '../../../openapi/endpoint.ts';
import * as registry from '../../../openapi/endpoints/registry.ts';
import { type Published, type Registry, type SwitchTurn, stopNow } from '../../evaluation/registry.ts';
import { namedPurposeWarnings, purposeWarnings, shownVersion } from '../../evaluation/shown-version.ts';
import type { House } from '../../house-port.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type AnyContext, type Bound, on } from '../bind.ts';
import { type Pagers, pageIn } from './cursor.ts';
import { answered, type Calling, senderOf, told } from './reply.ts';

type Show = (registry: Registry, key: string, version: number | undefined) => object | undefined;

interface Area {
  readonly kind: string;
  readonly put: Endpoint;
  readonly get: Endpoint;
  readonly list: Endpoint;
  readonly all: (registry: Registry) => ReadonlyMap<string, readonly Published<object>[]>;
  readonly show: Show;
}

/** The version asked for, else the newest one. */
const versionIn = <P extends { readonly version: number }>(versions: readonly P[] | undefined, version: number | undefined): P | undefined =>
  version === undefined ? versions?.at(-1) : versions?.find((each) => each.version === version);

function shownSystem(known: Registry, key: string, version: number | undefined): object | undefined {
  const found = versionIn(known.aiSystems.get(key), version);
  if (found === undefined) return undefined;
  const stop = stopNow(known, key);
  return { ...shownVersion(found, namedPurposeWarnings(found.body.purposes, known)), suspended: stop === undefined ? null : shownStop(stop) };
}

const shownStop = ({ occurredAt, reason, affectedSince, by }: SwitchTurn): object => ({
  since: timeOf(occurredAt),
  by,
  ...(reason === undefined ? {} : { reason }),
  ...(affectedSince === undefined ? {} : { affectedSince: timeOf(affectedSince) }),
});

const areasOf = ({ settings, now }: House): readonly Area[] => [
  {
    kind: 'purpose.publish',
    put: registry.putPurpose,
    get: registry.getPurpose,
    list: registry.listPurposes,
    all: ({ purposes }) => purposes,
    show: (known, key, version) => {
      const found = versionIn(known.purposes.get(key), version);
      return found && shownVersion(found, purposeWarnings(found, known, { defaultRegime: settings.defaultRegime, on: now() }));
    },
  },
  {
    kind: 'notice.publish',
    put: registry.putNotice,
    get: registry.getNotice,
    list: registry.listNotices,
    all: ({ notices }) => notices,
    show: (known, key, version) => {
      const found = versionIn(known.notices.get(key), version);
      return found && shownVersion(found, namedPurposeWarnings(found.body.purposes, known));
    },
  },
  {
    kind: 'ai-system.publish',
    put: registry.putAiSystem,
    get: registry.getAiSystem,
    list: registry.listAiSystems,
    all: ({ aiSystems }) => aiSystems,
    show: shownSystem,
  },
  {
    kind: 'recipient.publish',
    put: registry.putRecipient,
    get: registry.getRecipient,
    list: registry.listRecipients,
    all: ({ recipients }) => recipients,
    show: (known, key, version) => {
      const found = versionIn(known.recipients.get(key), version);
      return found && shownVersion(found, []);
    },
  },
];

/** The four areas differ in their models only, which the pipeline has checked already. */
type AreaContext = AnyContext & Calling & { readonly params: { readonly key: string }; readonly query: { readonly version?: number; readonly limit: number } };
const bound = (endpoint: Endpoint, handle: (context: AreaContext) => ReturnType<Bound['handle']>): Bound => ({
  endpoint,
  handle: (context) => handle(context as AreaContext),
});

const handlersOf = (house: House, pagers: Pagers, { kind, put, get, list, all, show }: Area): readonly Bound[] => [
  bound(put, async (context) => answered(await house.record(kind, { key: context.params.key, body: context.body }, senderOf(context)))),
  bound(get, async ({ params, query }) => {
    const found = show(await house.registry(), params.key, query.version);
    return found === undefined ? problem('not-found') : told(200, found);
  }),
  bound(list, async (context) => {
    const pager = pagers(context, list.id);
    if (isProblem(pager)) return pager;
    const known = await house.registry();
    const newest = [...all(known).values()].flatMap((versions) => versions.at(-1) ?? []).sort((one, other) => placeOf(other) - placeOf(one));
    const page = pageIn(newest, placeOf, { ...pager, limit: context.query.limit });
    return told(200, { items: page.items.map(({ key }) => show(known, key, undefined)), next: pager.next(page.next) });
  }),
];

export const registryHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  ...areasOf(house).flatMap((area) => handlersOf(house, pagers, area)),
  on(registry.suspendAiSystem)(async (context) => {
    const input = { key: context.params.key, ...context.body };
    return answered(await house.record('ai-system.suspend', input, senderOf(context)));
  }),
  on(registry.resumeAiSystem)(async (context) => answered(await house.record('ai-system.resume', { key: context.params.key }, senderOf(context)))),
];
