/**
 * The kinds of lines an import takes: which command each becomes, and which call of the API says the same.
 * Flow:    lines → here → recording (house) or sending (HTTP).
 * Promise: a body is checked by the model of the API and by no other, so that a file and a request mean the same.
 * Source:  docs/design.md 9.
 */

import type { Model } from '../../openapi/endpoint.ts';
import { Key, PathSubject } from '../../openapi/models/basics.ts';
import { UseBody } from '../../openapi/models/check.ts';
import { DecisionBody } from '../../openapi/models/decision.ts';
import { ConsentBody, LimitBody, SubjectBody } from '../../openapi/models/person.ts';
import { AiSystemBody, NoticeBody, PurposeBody, RecipientBody } from '../../openapi/models/registry.ts';
import type { CommandKind } from '../../src/commands/commands.ts';
import { inPath } from '../../src/vocabulary/identifier.ts';

export interface LineKind {
  /** The command of the house. */
  readonly command: CommandKind;
  readonly method: 'PUT' | 'POST';
  /** The member that stands in the path instead of the body, with its model. */
  readonly place?: { readonly member: 'key' | 'subject'; readonly model: Model };
  readonly body: Model;
  readonly path: (place: string) => string;
  /** The input of the command, from what the models gave. */
  readonly input: (body: object, place: string) => unknown;
}

const published = (area: 'purpose' | 'notice' | 'ai-system' | 'recipient', body: Model): LineKind => ({
  command: `${area}.publish`,
  method: 'PUT',
  place: { member: 'key', model: Key },
  body,
  path: (key) => `/v1/${area}s/${key}`,
  input: (checked, key) => ({ key, body: checked }),
});

const posted = (command: CommandKind, path: string, body: Model): LineKind => ({
  command,
  method: 'POST',
  body,
  path: () => path,
  input: (checked) => checked,
});

const aboutSubject = { member: 'subject', model: PathSubject } as const;

const kinds: Readonly<Record<string, LineKind>> = {
  purpose: published('purpose', PurposeBody),
  notice: published('notice', NoticeBody),
  'ai-system': published('ai-system', AiSystemBody),
  recipient: published('recipient', RecipientBody),
  subject: {
    command: 'subject.describe',
    method: 'PUT',
    place: aboutSubject,
    body: SubjectBody,
    path: (subject) => `/v1/subjects/${inPath(subject)}`,
    input: (body, subject) => ({ subject, ...body }),
  },
  consent: posted('consent.record', '/v1/consents', ConsentBody),
  limit: {
    command: 'limit.record',
    method: 'POST',
    place: aboutSubject,
    body: LimitBody,
    path: (subject) => `/v1/subjects/${inPath(subject)}/limits`,
    input: (body, subject) => ({ subject, ...body }),
  },
  use: { ...posted('use.record', '/v1/uses', UseBody), input: (body) => ({ ...body, language: 'en' }) },
  'automated-decision': posted('decision.record', '/v1/automated-decisions', DecisionBody),
};

export const kindNames: readonly string[] = Object.keys(kinds);

interface LineContent {
  readonly kind: LineKind;
  readonly members: Readonly<Record<string, unknown>>;
}

/**
 * Bodies with a `kind` of their own, which a flat line says under another name, because its `kind` says what the line
 * is.
 */
const ownKind: Readonly<Record<string, string>> = {
  purpose: 'purposeKind',
  recipient: 'recipientKind',
  limit: 'limitKind',
};

/**
 * Which kind a line is of, with its members without `kind`. The body stands flat beside `kind`, or whole under `body`
 * (`{"kind": "limit", "subject": "customer:42", "body": {"kind": "objection", …}}`).
 */
export function readContent(line: Readonly<Record<string, unknown>>, as: string | undefined): LineContent | undefined {
  const { kind: named, ...rest } = line;
  const kind = named ?? as;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return undefined;
  const told = {
    kind: kinds[kind] as LineKind,
    members: isNested(rest) ? unnested(rest) : withOwnKind(rest, ownKind[kind]),
  };
  return kind === 'use' ? { ...told, members: { mode: 'report', ...told.members } } : told;
}

/** A notice has a text named `body` too, but never stands without its title. */
const isNested = (members: Readonly<Record<string, unknown>>): boolean =>
  typeof members.body === 'object' &&
  Object.keys(members).every((member) => member === 'body' || member === 'key' || member === 'subject');

function unnested({ body, ...place }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...(body as Readonly<Record<string, unknown>>), ...place };
}

function withOwnKind(
  members: Readonly<Record<string, unknown>>,
  name: string | undefined,
): Readonly<Record<string, unknown>> {
  if (name === undefined || !(name in members)) return members;
  const { [name]: kind, ...rest } = members;
  return { ...rest, kind };
}
