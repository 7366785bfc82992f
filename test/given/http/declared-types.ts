/**
 * Which content types a reply may have, read off the document that callers are given.
 * Flow:    given/service (every reply of every test) → here → openapi.
 * Promise: a reply of a type that nothing declares fails the test that met it, whatever it was about.
 */
import { buildDocument } from '../../../openapi/document.ts';
import { type Endpoint, isModel } from '../../../openapi/endpoint.ts';
import { endpoints } from '../../../openapi/endpoints.ts';

interface Described {
  readonly content?: Readonly<Record<string, unknown>>;
  readonly $ref?: string;
}
interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Described>> }>>>
  >;
  readonly components: { readonly responses: Readonly<Record<string, Described>> };
}

let text: Document | undefined;
const described = (): Document => {
  text ??= JSON.parse(JSON.stringify(buildDocument().getSpec())) as Document;
  return text;
};

const problem = ['application/problem+json'];
const problemOrPage = [...problem, 'text/html'];

const patterns = [...endpoints]
  .sort((one, other) => Number(one.path.includes('{')) - Number(other.path.includes('{')))
  .map((endpoint) => {
    const steps = endpoint.path
      .split('/')
      .map((step) =>
        step.startsWith('{') ? (step === `{${endpoint.rest}}` ? '.+' : '[^/]+') : step.replaceAll('.', '\\.'),
      );
    return { endpoint, pattern: new RegExp(`^${steps.join('/')}$`) };
  });

/** A page stands in no document; its definition says what it sends, and its failures are pages or problems. */
function ofPage({ replies }: Endpoint, status: number): readonly string[] {
  const shape = replies[status];
  if (status >= 400 || shape === undefined) return problemOrPage;
  return isModel(shape) ? ['application/json'] : shape.media;
}

function declaredFor(method: string, path: string, status: number): readonly string[] {
  const met = patterns.find(
    ({ endpoint, pattern }) =>
      pattern.test(path) &&
      (endpoint.method.toUpperCase() === method || (endpoint.method === 'get' && method === 'HEAD')),
  );
  if (met === undefined) return path.startsWith('/v1/') ? problem : problemOrPage;
  if (met.endpoint.page === true) return ofPage(met.endpoint, status);
  const { responses } = described().paths[met.endpoint.path]?.[met.endpoint.method] ?? { responses: {} };
  const found = responses[String(status)] ?? responses['default'] ?? {};
  const name = found.$ref?.split('/').at(-1);
  return Object.keys((name === undefined ? found : described().components.responses[name])?.content ?? {});
}

interface Reply {
  readonly method: string;
  /** As it was sent. */
  readonly address: string;
  readonly status: number;
  /** As it was answered; null for a reply without a body. */
  readonly type: string | null;
}

const bare = (type: string): string => type.split(';')[0]?.trim() ?? '';

export function mustBeDeclared({ method, address, status, type }: Reply): void {
  const path = address.split('?')[0] ?? '';
  const declared = declaredFor(method.toUpperCase(), path, status).map(bare);
  const isDeclared = type === null || type === '' ? declared.length === 0 : declared.includes(bare(type));
  if (!isDeclared)
    throw new Error(`${method} ${path} answers ${status} as ${type ?? 'nothing'}, declared: ${declared.join(', ')}`);
}
