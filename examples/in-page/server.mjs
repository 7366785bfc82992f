/**
 * A page that says where AI is at work. Its server knows who is signed in, and asks Candor for a pass.
 * Run:     CANDOR_TOKEN=… node examples/in-page/server.mjs
 * Promise: a token stays on the server; where Candor cannot be asked, the page comes without a pass and says the rest.
 */
import { createServer } from 'node:http';
import { page } from './page.mjs';

const { CANDOR_URL = 'http://localhost:8080', CANDOR_TOKEN, PORT = '3001' } = process.env;
// A real page knows the customer from its own sign-in.
const { CUSTOMER = '1001', AI_SYSTEM = 'support-assistant' } = process.env;
const origin = `http://localhost:${PORT}`;

/** For this customer, this AI system and this origin; undefined where there is none to be had. */
async function askForPass() {
  try {
    const response = await fetch(`${CANDOR_URL}/v1/passes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CANDOR_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ subject: `customer:${CUSTOMER}`, aiSystem: AI_SYSTEM, origin }),
      signal: AbortSignal.timeout(2000),
    });
    return response.status === 201 ? (await response.json()).pass : undefined;
  } catch {
    return undefined;
  }
}

const policy = [
  "default-src 'none'",
  `script-src ${new URL(CANDOR_URL).origin}`,
  `connect-src ${new URL(CANDOR_URL).origin}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, origin);
  if (pathname !== '/' || request.method !== 'GET') return response.writeHead(404).end();
  response.setHeader('content-security-policy', policy);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  // A pass is for one person, so no cache may keep the page.
  response.setHeader('cache-control', 'no-store');
  const language = searchParams.get('language') ?? undefined;
  response.end(page({ candor: CANDOR_URL, pass: await askForPass(), language }));
});
server.listen(Number(PORT), 'localhost', () => process.stdout.write(`The page is at ${origin}\n`));
