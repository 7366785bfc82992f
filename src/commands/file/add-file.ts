/**
 * A person sends a file that shows something.
 * Flow:    http, pages (content checked there) → here → fact `file.added`, and its bytes sealed in the same commit.
 * Promise: only for themselves and only while they are on record; so many a day and no more, counted where nobody can
 *          race it.
 * Source:  docs/law.md 7 (the person can submit documents); docs/design.md 6.
 */

import type { Instant, NewFact } from '../../facts/fact.ts';
import type { FileAdded } from '../../facts/message.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type FileType, mostFilesADay } from '../../vocabulary/file.ts';
import { dayOf } from '../../vocabulary/instant.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { timeOf } from '../refusal.ts';

const draws = { file: 'file' } as const;

export interface AddFile {
  readonly name?: string;
  readonly type: FileType;
  readonly size: number;
  /** SHA-256 of the bytes, base64. */
  readonly digest: string;
  /** Base64. */
  readonly bytes: string;
}

interface AddedFile {
  readonly id: string;
  readonly added: FileAdded;
  readonly at: Instant;
}

function decide(state: State, command: Command<AddFile, typeof draws>, now: Instant): Decided<AddedFile> | Problem {
  const { input, ids, caller } = command;
  const person = caller.self === undefined ? undefined : state.person(caller.self);
  if (person?.found === 'erased') return problem('subject-erased');
  if (person?.found !== 'known')
    return problem('not-found', 'Nothing is on record about you that a file could be for.');
  const { subject, standing } = person;
  const today = standing.files?.day === dayOf(now) ? standing.files.count : 0;
  if (today >= mostFilesADay) return problem('too-many-files', `At most ${mostFilesADay} files a day.`);
  const { name, type, size, digest, bytes } = input;
  const id = ids.file;
  const added: FileAdded = { v: 1, ...defined({ name }), type, size, digest };
  const fact: NewFact = { id, kind: 'file.added', subject, payload: added };
  return {
    facts: [fact],
    result: { id, added, at: now },
    effects: [{ effect: 'keep-file', file: id, subject, bytes }],
    main: id,
  };
}

export const addFile: CommandRule<AddFile, AddedFile, typeof draws> = {
  kind: 'file.add',
  draws: () => draws,
  keys: (_input, caller) => (caller.self === undefined ? {} : { people: [caller.self] }),
  decide,
  reply: ({ id, added: { v: _v, digest: _digest, ...shown }, at }, entry) => ({
    status: 201,
    body: { id, ...shown, at: timeOf(at), ...defined({ entry }) },
  }),
};
