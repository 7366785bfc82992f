/**
 * Handlers of the registry: purposes, notices, AI systems, recipients and the stop switch.
 * Flow:    app → here → house (publish), evaluation (what is shown).
 * Promise: what is read is the body exactly as it was published.
 * Source:  docs/design.md 8.
 */

import type { Endpoint } from '../../../openapi/endpoint.ts';
import * as registry from '../../../openapi/endpoints/registry.ts';
import type { InputOf } from '../../commands/commands.ts';
import { type AiSystem, type Published, type Registry, type SwitchTurn, stopNow } from '../../evaluation/registry.ts';
import { namedPurposeWarnings, purposeWarnings, shownVersion } from '../../evaluation/shown-version.ts';
import type { House } from '../../house-port.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type AnyContext, type Bound, on } from '../bind.ts';
import { type Pagers, pageIn } from './cursor.ts';
import { answered, type Calling, senderOf, told } from './reply.ts';

interface Area {
  readonly kind: 'purpose.publish' | 'notice.publish' | 'ai-system.publish' | 'recipient.publish';
  readonly put: Endpoint;
  readonly get: Endpoint;
  readonly list: Endpoint;
  readonly all: (registry: Registry) => ReadonlyMap<string, readonly Published<object>[]>;
  /**
   * A published version with what still needs care, or nothing where there is none; the newest where none is asked for.
   */
  readonly show: (registry: Registry, key: string, version: number | undefined) => object | undefined;
}

/** What differs between the four areas: where their versions are, and what is shown of one. */
interface Versions<P extends Published<object>> {
  readonly all: (registry: Registry) => ReadonlyMap<string, readonly P[]>;
  readonly shown: (found: P, registry: Registry) => object;
}

const areaOf = <P extends Published<object>>(
  routes: Pick<Area, 'kind' | 'put' | 'get' | 'list'>,
  { all, shown }: Versions<P>,
): Area => ({
  ...routes,
  all,
  show: (known, key, version) => {
    const versions = all(known).get(key);
    const found = version === undefined ? versions?.at(-1) : versions?.find((each) => each.version === version);
    return found && shown(found, known);
  },
});

const shownStop = ({ occurredAt, reason, affectedSince, by }: SwitchTurn): object => ({
  since: timeOf(occurredAt),
  by,
  ...defined({ reason }),
  ...(affectedSince === undefined ? {} : { affectedSince: timeOf(affectedSince) }),
});

function shownSystem(found: AiSystem, known: Registry): object {
  const stop = stopNow(known, found.key);
  return {
    ...shownVersion(found, namedPurposeWarnings(found.body.purposes, known)),
    suspended: stop === undefined ? null : shownStop(stop),
  };
}

const areasOf = ({ settings, now }: House): readonly Area[] => [
  areaOf(
    { kind: 'purpose.publish', put: registry.putPurpose, get: registry.getPurpose, list: registry.listPurposes },
    {
      all: ({ purposes }) => purposes,
      shown: (found, known) =>
        shownVersion(found, purposeWarnings(found, known, { defaultRegime: settings.defaultRegime, on: now() })),
    },
  ),
  areaOf(
    { kind: 'notice.publish', put: registry.putNotice, get: registry.getNotice, list: registry.listNotices },
    {
      all: ({ notices }) => notices,
      shown: (found, known) => shownVersion(found, namedPurposeWarnings(found.body.purposes, known)),
    },
  ),
  areaOf(
    { kind: 'ai-system.publish', put: registry.putAiSystem, get: registry.getAiSystem, list: registry.listAiSystems },
    { all: ({ aiSystems }) => aiSystems, shown: shownSystem },
  ),
  areaOf(
    {
      kind: 'recipient.publish',
      put: registry.putRecipient,
      get: registry.getRecipient,
      list: registry.listRecipients,
    },
    { all: ({ recipients }) => recipients, shown: (found) => shownVersion(found, []) },
  ),
];

/** The four areas differ in their models only, which the pipeline has checked already. */
type AreaContext = AnyContext &
  Calling & {
    readonly params: { readonly key: string };
    readonly query: { readonly version?: number; readonly limit: number };
  };
const bound = (endpoint: Endpoint, handle: (context: AreaContext) => ReturnType<Bound['handle']>): Bound => ({
  endpoint,
  handle: (context) => handle(context as AreaContext),
});

const handlersOf = (house: House, pagers: Pagers, { kind, put, get, list, all, show }: Area): readonly Bound[] => [
  bound(put, async (context) =>
    // The pipeline held the body against the model of the area, which is the form that its rule takes.
    answered(
      await house.record(
        kind,
        { key: context.params.key, body: context.body } as InputOf<Area['kind']>,
        senderOf(context),
      ),
    ),
  ),
  bound(get, async ({ params, query }) => {
    const found = show(await house.registry(), params.key, query.version);
    return found === undefined ? problem('not-found') : told(200, found);
  }),
  bound(list, async (context) => {
    const pager = pagers(context, list.id);
    if (isProblem(pager)) return pager;
    const known = await house.registry();
    const newest = [...all(known).values()]
      .flatMap((versions) => versions.at(-1) ?? [])
      .sort((one, other) => placeOf(other) - placeOf(one));
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
  on(registry.resumeAiSystem)(async (context) =>
    answered(await house.record('ai-system.resume', { key: context.params.key }, senderOf(context))),
  ),
];
