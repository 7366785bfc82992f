/**
 * Handlers of the files that people send: taken in after a look at their content, handed out to be saved.
 * Flow:    app → here → house.
 * Promise: a file of somebody else is the same 404 as a missing one; it is never shown in place, only as an attachment,
 *          and every answer of this service already forbids guessing another type.
 * Source:  docs/design.md 8; docs/promises.md 3.1.
 */

import type { SentFile } from '../../../openapi/endpoint.ts';
import * as reviews from '../../../openapi/endpoints/reviews.ts';
import type { AddFile } from '../../commands/file/add-file.ts';
import type { House } from '../../house-port.ts';
import { sha256 } from '../../seal/seal.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import { fileEndings } from '../../vocabulary/file.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import { typeOfFile } from '../file-content.ts';
import { selfOf } from './me.ts';
import { subjectOf } from './person.ts';
import { answered, type Caller, senderOf } from './reply.ts';

/** What the command needs of a file, or why it is not taken. */
export function fileInput(file: SentFile, pointer = ''): AddFile | Problem {
  const type = typeOfFile(file, pointer);
  if (isProblem(type)) return type;
  const { name = '', bytes } = file;
  const named = name === '' ? {} : { name };
  return {
    ...named,
    type,
    size: bytes.byteLength,
    digest: base64(sha256(bytes)),
    bytes: Buffer.from(bytes).toString('base64'),
  };
}

/** The bytes of a file as an attachment under a name of ours: what the sender called it is no header of ours. */
export async function fileAnswer(house: House, id: string): Promise<BytesAnswer | Problem> {
  const [found, facts] = [await house.file(id), await house.facts([id])];
  const fact = facts.get(id);
  if (found === undefined || fact?.kind !== 'file.added') return problem('not-found');
  const { type } = fact.payload;
  return {
    status: 200,
    bytes: found.bytes,
    media: type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    headers: { 'Content-Disposition': `attachment; filename="${id}.${fileEndings[type]}"` },
  };
}

/** A file of the person who calls. */
export async function ownFile(house: House, id: string, caller: Caller): Promise<BytesAnswer | Problem> {
  const subject = await subjectOf(house, selfOf(caller));
  const found = await house.file(id);
  return found === undefined || subject === undefined || found.subject !== subject
    ? problem('not-found')
    : fileAnswer(house, id);
}

export const fileHandlers = (house: House): readonly Bound[] => [
  on(reviews.postMyFile)(async (context) => {
    const { name } = context.query;
    const input = fileInput({ ...context.body, ...defined({ name }) });
    return isProblem(input) ? input : answered(await house.record('file.add', input, senderOf(context)));
  }),
  on(reviews.getMyFile)((context) => ownFile(house, context.params.id, context.caller)),
];
