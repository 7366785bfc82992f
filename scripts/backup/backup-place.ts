/**
 * A place that holds many backups, whatever it is made of.
 * Flow:    place, s3-place → here (types only) → kept, targets.
 * Promise: what is put there is there whole or not at all. A path is `<backup>/<file>`.
 */
export interface BackupPlace {
  /** As people read it, without secrets. */
  readonly words: string;
  list(): Promise<readonly string[]>;
  put(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  get(path: string): AsyncIterable<Uint8Array>;
  remove(path: string): Promise<void>;
}
