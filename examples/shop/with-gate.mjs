/** Through the gate: the shop calls the model as ever, at another address and with three headers. It knows no Candor. */
import { completion } from './model.mjs';

export function assistant({ gate, about }) {
  const headersFor = (subject) => ({
    authorization: `Bearer ${gate.token}`,
    'x-candor-subject': subject,
    'x-candor-purpose': about.purpose,
    'x-candor-ai-system': about.aiSystem,
  });
  return async ({ subject, words }) => {
    try {
      return { status: 200, answer: await completion(gate.url, words, { headers: headersFor(subject) }) };
    } catch ({ response, body }) {
      const refused = response?.status === 403 ? body?.error?.candor?.forPerson : undefined;
      return refused === undefined ? { status: 503, unavailable: true } : { status: 403, refused };
    }
  };
}
