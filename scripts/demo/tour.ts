/**
 * The walk through the demo: requests to paste, in an order in which each shows something new.
 * Flow:    demo → here → the terminal.
 * Promise: every request works as it stands, against the server that printed it, from top to bottom.
 */
import type { Paint } from './paint.ts';

interface Tokens {
  /** A service of the company. */
  readonly service: string;
  /** The first person of the sample company. */
  readonly person: string;
  readonly admin: string;
}

interface TourAt {
  readonly url: string;
  readonly tokens: Tokens;
  readonly link: string;
  /** Into the console, as one of the credit team. */
  readonly console: string;
}

interface TourStep {
  readonly title: string;
  readonly command: string;
}

const as = (name: string): string => `-H "Authorization: Bearer $${name}"`;
/** Not curl's own --json: many machines still carry an older curl. */
const sending = (body: object): string => `-H "$JSON" -d '${JSON.stringify(body)}'`;

const draft = { subject: 'customer:1001', aiSystem: 'support-assistant', purpose: 'support-drafts' };
const training = { subject: 'customer:1001', aiSystem: 'model-training', purpose: 'model-improvement' };

function tourSteps(url: string): readonly TourStep[] {
  const withdrawal = { subject: 'customer:1001', purpose: 'support-drafts', state: 'withdrawn' };
  return [
    {
      title:
        'May the support assistant read a message of customer 1001? Yes: she agreed, and the use is now in the record',
      command: `curl -s ${url}/v1/uses ${as('SERVICE')} ${sending(draft)}`,
    },
    {
      title: 'May her messages train AI? No: she was never asked',
      command: `curl -s ${url}/v1/uses ${as('SERVICE')} ${sending(training)}`,
    },
    { title: 'She changes her mind', command: `curl -s ${url}/v1/consents ${as('SERVICE')} ${sending(withdrawal)}` },
    {
      title: 'The first question again: now the answer is no',
      command: `curl -s ${url}/v1/uses ${as('SERVICE')} ${sending(draft)}`,
    },
    {
      title: 'How is my data used by AI? The first sentence of her own answer; her page shows all of it',
      command: `curl -s ${url}/v1/me/ai-use ${as('PERSON')} > data/ai-use.json && node -p "require('./data/ai-use.json').summary"`,
    },
    {
      title: 'She asks for a copy of her data, and the legal clock starts',
      command: `curl -s ${url}/v1/me/requests ${as('PERSON')} ${sending({ kind: 'access' })}`,
    },
    {
      title: 'Her evidence, and the check that needs neither the server nor trust in it',
      command: `curl -s ${url}/v1/me/evidence ${as('PERSON')} > data/evidence.json && npm run --silent verify -- data/evidence.json --demo`,
    },
    {
      title: 'Customer 1009 is erased; what stays is a certificate and a proof',
      command: `curl -s ${url}/v1/subjects/customer:1009/erasure ${as('ADMIN')} ${sending({})}`,
    },
  ];
}

export function tourText({ url, tokens, link, console: staff }: TourAt, paint: Paint): string {
  const { strong, soft, green } = paint;
  const steps = tourSteps(url).map(
    ({ title, command }, place) => `${green(String(place + 1).padStart(3))}  ${strong(title)}\n     ${command}\n`,
  );
  return [
    '',
    strong('Alder Bank, a sample company: twenty people, five AI systems, one year.'),
    '',
    `  Her page   ${green(link)}`,
    soft(
      '             opens customer 1001; works once and for ten minutes. Another one: npm run link -- --demo --sub 1001',
    ),
    `  The staff  ${green(staff)}`,
    soft('             opens the console as credit-desk-1. Another one: npm run link -- --demo --staff credit-desk-2'),
    `  The API    ${url}/docs`,
    '',
    strong('Paste into another terminal, in this folder. First what every request needs:'),
    '',
    "export JSON='Content-Type: application/json'",
    `export SERVICE=${tokens.service}`,
    `export PERSON=${tokens.person}`,
    `export ADMIN=${tokens.admin}`,
    '',
    strong('Then one after another:'),
    '',
    ...steps,
    soft('Ctrl-C stops it. What you did stays in data/demo; npm run demo -- --fresh begins again.'),
    '',
  ].join('\n');
}
