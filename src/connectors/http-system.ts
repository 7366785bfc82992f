/**
 * A system that is asked over HTTP for all of a person, to erase them, or to do as was answered.
 * Flow:    work-tasks → here → guarded-call.ts → the system.
 * Promise: signed with the secret that both sides share; of the answer so many bytes are read and no more, never
 *          unpacked; an answer about somebody else, half an answer and one in another form are refused as a whole.
 * Source:  Standard Webhooks; docs/connected-systems.md; decision 0101.
 */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { SystemInFile } from '../systems/system.ts';
import { guardedCall } from './guarded-call.ts';
import { type AddressRules, type Resolve, resolveByDns } from './public-address.ts';
import {
  type ConnectedFault,
  type ErasedInSystem,
  type FoundInSystem,
  fault,
  lastingFault,
  type PersonNames,
  type SecretOf,
  type SystemWork,
  type Telling,
} from './system-work.ts';
import { wholeAnswer } from './whole-answer.ts';

type HttpSystem = Extract<SystemInFile, { kind: 'http' }>;

interface HttpSetup {
  readonly system: HttpSystem;
  /** The request that it is asked for, which makes asking again the same message. */
  readonly request: string;
  readonly secret: SecretOf;
  readonly rules: AddressRules;
  now(): number;
  readonly sign: (secrets: readonly string[], of: { id: string; at: number; body: string }) => string;
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
}

const TIMEOUT_MS = 60_000;
const MOST_BYTES = 16 * 1024 * 1024;

const name = z.string().min(1).max(300);
const subject = z.strictObject({ customer: z.string(), email: z.string(), phone: z.string() }).partial();
const whole = { subject, complete: z.boolean() };
const Found = z.strictObject({
  ...whole,
  tables: z.array(z.strictObject({ name, rows: z.array(z.record(z.string(), z.unknown())) })).max(1000),
});
const count = z.int().min(0);
const Erased = z.strictObject({
  ...whole,
  tables: z
    .array(
      z.strictObject({
        name,
        deleted: count.exactOptional(),
        masked: count.exactOptional(),
        shared: count.exactOptional(),
      }),
    )
    .max(1000),
  kept: z
    .array(z.strictObject({ name, reason: z.string().min(1).max(500) }))
    .max(1000)
    .default([]),
});

const Told = z.strictObject(whole);

type Answered<S extends z.ZodType> = z.output<S> | ConnectedFault;

export function httpSystem(setup: HttpSetup): SystemWork {
  return {
    access: async (person) => {
      const answer = await ask(setup, { person, type: 'person.access', form: Found });
      return 'failed' in answer ? answer : ({ tables: answer.tables } satisfies FoundInSystem);
    },
    erase: async (person) => {
      const answer = await ask(setup, { person, type: 'person.erasure', form: Erased });
      if ('failed' in answer) return answer;
      return { tables: answer.tables as ErasedInSystem['tables'], kept: answer.kept };
    },
    tell: async (person, { work, ...about }) => {
      const answer = await ask(setup, { person, type: `person.${work}`, about, form: Told });
      return 'failed' in answer ? answer : { told: true };
    },
  };
}

type Form = typeof Found | typeof Erased | typeof Told;

interface Question<S> {
  readonly person: PersonNames;
  readonly type: 'person.access' | 'person.erasure' | `person.${Telling['work']}`;
  readonly about?: object;
  readonly form: S;
}

async function ask<S extends Form>(
  setup: HttpSetup,
  { person, type, about = {}, form }: Question<S>,
): Promise<Answered<S>> {
  const { system } = setup;
  const secret = await setup.secret(system.secret);
  if (typeof secret !== 'string') return secret;
  const names = Object.fromEntries(
    system.identities.flatMap((scheme) => (person[scheme].length === 0 ? [] : [[scheme, person[scheme]]])),
  );
  if (Object.keys(names).length === 0) return lastingFault('no-identity');
  const at = setup.now();
  const body = JSON.stringify({
    type,
    timestamp: new Date(at).toISOString(),
    data: { request: setup.request, subject: names, ...about },
  });
  const answer = await answerTo(setup, { secret, body, id: `${setup.request}.${system.key}.${type}`, at });
  return typeof answer === 'string' ? judged(answer, form, person) : answer;
}

interface Message {
  readonly secret: string;
  readonly body: string;
  readonly id: string;
  readonly at: number;
}

/** The whole text of the answer, or why it is none. */
async function answerTo(setup: HttpSetup, { secret, body, id, at }: Message): Promise<string | ConnectedFault> {
  const { system, rules, resolve = resolveByDns, timeoutMs = TIMEOUT_MS, mostBytes = MOST_BYTES } = setup;
  const seconds = Math.floor(at / 1000);
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'Candor-Systems/1',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': setup.sign([secret], { id, at: seconds, body }),
  };
  const answering = await guardedCall({ url: system.url, headers, body, turn: 0 }, { rules, resolve, timeoutMs });
  if ('code' in answering) return fault(answering.code);
  const { response, late } = answering;
  const refused = refusedBy(response);
  if (refused !== undefined) {
    response.destroy();
    return refused;
  }
  const whole = await wholeAnswer({ response, late }, mostBytes);
  return 'failed' in whole ? whole : whole.toString('utf8');
}

function refusedBy({ statusCode: status = 0, headers }: IncomingMessage): ConnectedFault | undefined {
  if (status >= 300 && status < 400) return lastingFault('redirect', [String(status)]);
  // It takes its time; asked again, it answers.
  if (status === 202) return fault('not-ready');
  if (status === 401 || status === 403) return fault('credentials-refused', [String(status)]);
  if (status !== 200) return fault('refused', [String(status)]);
  const encoding = headers['content-encoding'] ?? 'identity';
  return encoding === 'identity' ? undefined : lastingFault('encoding-not-asked', [encoding.slice(0, 40)]);
}

/** Whole, in the form that was asked for, and about this person. */
function judged<S extends Form>(text: string, form: S, person: PersonNames): Answered<S> {
  const value = jsonIn(text);
  if (value === undefined) return fault('half-an-answer');
  const answer = form.safeParse(value.json);
  if (!answer.success)
    return lastingFault(
      'form-unknown',
      answer.error.issues.slice(0, 5).map(({ path, code }) => `${path.join('.')}: ${code}`),
    );
  const { subject: about, complete } = answer.data;
  const said = Object.entries(about) as [keyof PersonNames, string][];
  if (said.length === 0 || said.some(([scheme, of]) => !person[scheme].includes(of)))
    return lastingFault('wrong-person');
  return complete ? (answer.data as z.output<S>) : fault('half-an-answer');
}

function jsonIn(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
