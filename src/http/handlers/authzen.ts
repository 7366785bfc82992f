/**
 * Handlers of AuthZEN: evaluations, the three searches, and the document that says where they are.
 * Flow:    app → here → record/evaluations (one or many), answers/authzen (searches).
 * Promise: the words of the standard end here; the house is asked in its own.
 * Source:  OpenID AuthZEN Authorization API 1.0; docs/design.md 8.2.
 */
import * as authzen from '../../../openapi/endpoints/authzen.ts';
import { getJwks } from '../../../openapi/endpoints/service.ts';
import { searchPurposes, searchResources, searchSystems } from '../../answers/authzen/search.ts';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import type { Digest } from '../cursor.ts';
import { readPageToken } from '../page-token.ts';
import { evaluateMany, evaluateOne } from '../record/evaluations.ts';
import type { SignMetadata } from '../signed-metadata.ts';

const searchHandlers = (house: House, digest: Digest): readonly Bound[] => [
  on(authzen.searchSubject)(async ({ caller, body }) => {
    const page = readPageToken(digest, { caller, body, list: authzen.searchSubject.id });
    if (isProblem(page)) return page;
    const { results, ...found } = await searchSystems(house, body, page);
    return { status: 200, body: { ...page.pageOf(results.length, found), results } };
  }),
  on(authzen.searchResource)(async ({ caller, body }) => {
    const page = readPageToken(digest, { caller, body, list: authzen.searchResource.id });
    if (isProblem(page)) return page;
    const { results, ...found } = await searchResources(house, body, page);
    return { status: 200, body: { ...page.pageOf(results.length, found), results } };
  }),
  on(authzen.searchAction)(async ({ caller, body }) => {
    const page = readPageToken(digest, { caller, body, list: authzen.searchAction.id });
    if (isProblem(page)) return page;
    const { results, ...found } = await searchPurposes(house, body, page);
    return { status: 200, body: { ...page.pageOf(results.length, found), results } };
  }),
];

interface AuthzenTools {
  readonly digest: Digest;
  readonly signMetadata?: SignMetadata;
}

export const authzenHandlers = (house: House, { digest, signMetadata }: AuthzenTools): readonly Bound[] => [
  on(authzen.postEvaluation)((context) => evaluateOne(house, context.body, context)),
  on(authzen.postEvaluations)((context) => evaluateMany(house, context.body, context)),
  ...searchHandlers(house, digest),
  on(authzen.getAuthzenConfiguration)(() => metadataOf(house, signMetadata)),
  on(authzen.getAuthzenConfigurationOf)(({ params }) =>
    isPathOf(house.settings.baseUrl, `/${params.base}`) ? metadataOf(house, signMetadata) : problem('not-found'),
  ),
];

async function metadataOf({ settings: { baseUrl } }: House, signMetadata: SignMetadata | undefined) {
  const published = publishedAt(baseUrl);
  const signed = await signMetadata?.(baseUrl, published);
  return { status: 200 as const, body: { ...published, ...defined({ signed_metadata: signed }) } };
}

/** Both as a URL writes them: what came as a parameter was decoded on its way. */
function isPathOf(address: string, path: string): boolean {
  const url = new URL(address);
  url.pathname = path;
  return url.pathname === new URL(address).pathname;
}

const publishedAt = (baseUrl: string) => ({
  policy_decision_point: baseUrl,
  access_evaluation_endpoint: `${baseUrl}${authzen.postEvaluation.path}`,
  access_evaluations_endpoint: `${baseUrl}${authzen.postEvaluations.path}`,
  search_subject_endpoint: `${baseUrl}${authzen.searchSubject.path}`,
  search_resource_endpoint: `${baseUrl}${authzen.searchResource.path}`,
  search_action_endpoint: `${baseUrl}${authzen.searchAction.path}`,
  jwks_uri: `${baseUrl}${getJwks.path}`,
});
