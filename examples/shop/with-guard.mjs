/** With @candor/client: one function around the call of the model. */
import { ConsentRefused, createClient, withPermission } from '@candor/client';
import { completion } from './model.mjs';

export function assistant({ candor, model, about }) {
  const client = createClient(candor);
  return async ({ subject, words }) => {
    try {
      const answer = await withPermission({ client, question: { subject, ...about } }, ({ signal }) =>
        completion(model, words, { signal }),
      );
      return { status: 200, answer };
    } catch (fault) {
      if (fault instanceof ConsentRefused) return { status: 403, refused: fault.explanation.customer };
      return { status: 503, unavailable: true };
    }
  };
}
