/**
 * What the service says about itself: health, its description, problem pages, keys, signals.
 * Flow:    app → here → the answers of openapi/endpoints/service.ts.
 * Promise: public, impersonal, and without any look into the data.
 * Source:  docs/design.md 8.
 */
import * as service from '../../openapi/endpoints/service.ts';
import { isProblemCode, problem, problems } from '../vocabulary/problems.ts';
import { type Bound, on } from './bind.ts';
import { docsHandlers } from './docs.ts';
import type { Edge } from './edge.ts';
import { plainPages } from './plain-pages.ts';
import { json } from './send.ts';

/** The day the handling of the signal last changed. */
const gpcSince = '2026-11-29';

export function serviceHandlers(edge: Edge): readonly Bound[] {
  const drawn = edge.pages ?? plainPages;
  return [
    on(service.livez)(() => ({ status: 200, body: { status: 'alive' } })),
    on(service.readyz)(() => {
      const { state, notes } = edge.status();
      const body = { status: state, notes };
      return state === 'ready' ? { status: 200, body } : { status: 503, body, headers: { 'Retry-After': '5' } };
    }),
    on(service.getOpenApi)(async () => {
      // Loaded when it is first read: what builds it is a tenth of the whole start.
      const { documentText } = await import('../../openapi/document.ts');
      return { status: 200, text: documentText(), media: json };
    }),
    on(service.getProblemPage)(({ params, form, language }) => {
      if (!isProblemCode(params.code)) return problem('not-found');
      const known = problems[params.code];
      return form === 'html'
        ? { status: 200, text: drawn.problem(params.code, known, language) }
        : { status: 200, body: { code: params.code, ...known } };
    }),
    on(service.getJwks)(async () => ({ status: 200, body: await edge.jwks() })),
    on(service.getGpc)(() => ({ status: 200, body: { gpc: true, lastUpdate: gpcSince } })),
    ...docsHandlers(),
  ];
}
