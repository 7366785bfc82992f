/**
 * Handlers of the registry: purposes, notices, AI systems, recipients and the stop switch.
 * Flow:    app → here → answers/registry, the commands of publishing.
 * Promise: what is read is the body exactly as it was published.
 * Source:  docs/design.md 8.
 */

import type { Endpoint } from '../../../openapi/endpoint.ts';
import * as registry from '../../../openapi/endpoints/registry.ts';
import { publishedAreas, type RegistryArea } from '../../answers/registry/ask.ts';
import type { CommandKind, InputOf } from '../../commands/commands.ts';
import type { House } from '../../ports/house.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type AnyContext, type Bound, on } from '../bind.ts';
import { type AuthenticatedCall, senderOf } from '../call.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { renderFound, renderJson, renderRecorded } from '../reply.ts';

interface AreaRoutes {
  /** Of the command. */
  readonly kind: Extract<CommandKind, `${string}.publish`>;
  readonly area: RegistryArea;
  readonly put: Endpoint;
  readonly get: Endpoint;
  readonly list: Endpoint;
}

const routes: readonly AreaRoutes[] = [
  {
    kind: 'purpose.publish',
    area: publishedAreas.purpose,
    put: registry.putPurpose,
    get: registry.getPurpose,
    list: registry.listPurposes,
  },
  {
    kind: 'notice.publish',
    area: publishedAreas.notice,
    put: registry.putNotice,
    get: registry.getNotice,
    list: registry.listNotices,
  },
  {
    kind: 'ai-system.publish',
    area: publishedAreas['ai-system'],
    put: registry.putAiSystem,
    get: registry.getAiSystem,
    list: registry.listAiSystems,
  },
  {
    kind: 'recipient.publish',
    area: publishedAreas.recipient,
    put: registry.putRecipient,
    get: registry.getRecipient,
    list: registry.listRecipients,
  },
];

/** The four areas differ in their models only, which the pipeline has checked already. */
type AreaContext = AnyContext &
  AuthenticatedCall & {
    readonly params: { readonly key: string };
    readonly query: { readonly version?: number; readonly limit: number };
  };
const onArea =
  (endpoint: Endpoint) =>
  (handle: (context: AreaContext) => ReturnType<Bound['handle']>): Bound => ({
    endpoint,
    handle: (context) => handle(context as AreaContext),
  });

const areaHandlers = (house: House, readCursor: CursorReader, route: AreaRoutes): readonly Bound[] => [
  onArea(route.put)(async (context) => {
    // The pipeline held the body against the model of the area, which is the form that its rule takes.
    const input = { key: context.params.key, body: context.body } as InputOf<AreaRoutes['kind']>;
    return renderRecorded(await house.record(route.kind, input, senderOf(context)));
  }),
  onArea(route.get)(async ({ params, query }) => renderFound(await route.area.ask(house, params.key, query.version))),
  onArea(route.list)(async (context) => {
    const cursor = readCursor(context, route.list.id);
    if (isProblem(cursor)) return cursor;
    return renderJson(200, withCursor(await route.area.list(house, pageQuery(cursor, context.query.limit)), cursor));
  }),
];

export const registryHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  ...routes.flatMap((route) => areaHandlers(house, readCursor, route)),
  on(registry.suspendAiSystem)(async (context) => {
    const input = { key: context.params.key, ...context.body };
    return renderRecorded(await house.record('ai-system.suspend', input, senderOf(context)));
  }),
  on(registry.resumeAiSystem)(async (context) =>
    renderRecorded(await house.record('ai-system.resume', { key: context.params.key }, senderOf(context))),
  ),
];
