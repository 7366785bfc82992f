/**
 * With nothing but fetch: what a service does in any language.
 * Ask for a use; go on only on a yes that stands in the record; say afterwards how it ended. Everything else means no.
 */
import { randomUUID } from 'node:crypto';
import { completion } from './model.mjs';

export function assistant({ candor, model, about }) {
  const post = (path, key, body) =>
    fetch(`${candor.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${candor.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(2000),
    });

  return async ({ subject, words }) => {
    const key = randomUUID();
    const asked = await post('/v1/uses', key, { subject, ...about })
      .then(async (response) => (response.status === 201 ? await response.json() : undefined))
      .catch(() => undefined);
    // An answer counts only where it has the form of Candor's: a use with an id, recorded, and a yes or a no.
    if (asked?.recorded !== true || !/^use_/.test(asked.id ?? '')) return { status: 503, unavailable: true };
    if (asked.allowed !== true) return { status: 403, refused: asked.explanation.customer };
    let outcome = 'failed';
    try {
      const answer = await completion(model, words);
      outcome = 'finished';
      return { status: 200, answer };
    } catch {
      return { status: 503, unavailable: true };
    } finally {
      await post(`/v1/uses/${asked.id}/outcome`, `${key}-outcome`, { outcome }).catch(() => undefined);
    }
  };
}
