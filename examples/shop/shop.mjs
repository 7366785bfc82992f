/**
 * A shop whose customers can ask an AI assistant. The assistant reads what a customer wrote, so Candor is asked first.
 * Run:     node examples/shop/shop.mjs guard, or fetch, or gate: three ways to ask, the same shop.
 * Promise: no permission, no call of the model; a customer who is refused reads why and where to change it.
 */
import express from 'express';
import { startModel } from './model.mjs';
import { page } from './page.mjs';

const way = process.argv[2] ?? 'guard';
const { CANDOR_URL = 'http://localhost:8080', CANDOR_TOKEN, GATE_TOKEN, PORT = '3000' } = process.env;
const { GATE_URL = 'http://localhost:8090/v1' } = process.env;
// A real shop has a model already; this one brings a stub, so that nothing leaves the machine.
const MODEL_URL = process.env.MODEL_URL ?? (await startModel());

const { assistant } = await import(`./with-${way}.mjs`);
const ask = assistant({
  candor: { url: CANDOR_URL, token: CANDOR_TOKEN },
  gate: { url: GATE_URL, token: GATE_TOKEN },
  model: MODEL_URL,
  about: { aiSystem: 'support-assistant', purpose: 'support-drafts' },
});

const shop = express();
shop.use(express.urlencoded({ extended: false, limit: '10kb' }));
shop.use((_request, response, next) => {
  response.set('Content-Security-Policy', "default-src 'none'; style-src 'self'; form-action 'self'");
  next();
});
shop.get('/', (_request, response) => response.send(page({})));
shop.post('/ask', async (request, response) => {
  // A real shop knows the customer from the session, never from a field of the form.
  const { customer = '', words = '' } = request.body ?? {};
  const said = await ask({ subject: `customer:${customer}`, words });
  response.status(said.status).send(page({ customer, words, ...said, choices: `${CANDOR_URL}/me/choices` }));
});
const server = shop.listen(Number(PORT), '127.0.0.1', () => {
  process.stdout.write(`The shop (${way}) is at http://127.0.0.1:${server.address().port}\n`);
});
