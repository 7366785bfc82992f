/**
 * Notes in `meta` whose content is sealed for the house, because somebody typed it or an address stands in it.
 * Flow:    saved-views, digests → here → `meta`.
 * Promise: what is changed at once, on any nodes, is changed one after the other, each in a commit of its own.
 * Source:  decision 0130; decision 0134.
 */
import type { Keyring } from '../seal/seal.ts';
import { put } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { noteOf, readNote } from './notes.ts';

export interface NoteRoom {
  readonly store: Store;
  readonly keyring: Keyring;
  log(): number;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

interface Decided<Content, T> {
  /** Absent: the note stays as it is. */
  readonly content?: Content | undefined;
  readonly gives: T;
}

interface SealedNotes<Content> {
  read(name: string): Promise<Content>;
  change<T>(name: string, decide: (content: Content) => Decided<Content, T>): Promise<T>;
}

/** `empty` is the content of a note that nobody wrote. */
export function sealedNotes<Content>({ store, keyring, log, alone }: NoteRoom, empty: Content): SealedNotes<Content> {
  const opened = (name: string, value: string | undefined): Content =>
    value === undefined
      ? empty
      : JSON.parse(Buffer.from(keyring.openForHouse(name, Buffer.from(value, 'base64'))).toString());
  const sealed = (name: string, content: Content): string =>
    Buffer.from(keyring.sealForHouse(name, Buffer.from(JSON.stringify(content)))).toString('base64');
  return {
    read: async (name) => opened(name, await readNote(store, name)),
    change(name, decide) {
      const steps = function* () {
        const { content, gives } = decide(opened(name, yield* noteOf(name)));
        if (content !== undefined) yield* put('meta', [{ name, value: sealed(name, content) }], true);
        return gives;
      };
      return alone(() => store.write(steps, { log: log(), registry: 'read' }));
    },
  };
}
