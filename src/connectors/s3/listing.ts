/**
 * Everything below one prefix of a bucket: objects, their versions, and uploads that nobody ended.
 * Flow:    s3-system.ts → here → storage-call.ts.
 * Promise: pages are walked to the end, each asked once; a key that is not below the prefix, or that could be read as
 *          another path, ends the run before anything is read or deleted.
 * Source:  decision 0140.
 */
import { isPlainPath } from '../../systems/prefix.ts';
import { type ConnectedFault, lastingFault, SystemTrouble } from '../system-work.ts';
import { type Asking, callStorage, type Storage, type StorageAnswer } from './storage-call.ts';
import { type Listed, type ListPage, pageIn } from './storage-text.ts';

const MOST_OF_A_PAGE = 4 * 1024 * 1024;

/** Ends the run where a call does not answer. */
export async function sureOf(storage: Storage, asking: Asking): Promise<StorageAnswer> {
  const answer = await callStorage(storage, asking);
  if ('failed' in answer) throw new SystemTrouble(answer);
  return answer;
}

type Query = Readonly<Record<string, string>>;

/** `most` ends a list that grows beyond what is handed out. */
export async function objectsBelow(storage: Storage, prefix: string, most = Number.POSITIVE_INFINITY) {
  return (await listed(storage, { prefix, query: { 'list-type': '2' }, most })) ?? noList();
}

/**
 * All versions where the storage knows any, else the objects; with what was uploaded in parts and never put together.
 */
export async function allBelow(storage: Storage, prefix: string): Promise<readonly Listed[]> {
  const versions = await listed(storage, { prefix, query: { versions: '' }, root: 'ListVersionsResult' });
  const uploads = await listed(storage, { prefix, query: { uploads: '' }, root: 'ListMultipartUploadsResult' });
  return [...(versions ?? (await objectsBelow(storage, prefix))), ...(uploads ?? [])];
}

interface Listing {
  readonly prefix: string;
  readonly query: Query;
  /** What the answer has to be; another one says that the storage does not know the question. */
  readonly root?: string;
  readonly most?: number;
}

/** Nothing where the storage has no such list. */
async function listed(storage: Storage, listing: Listing): Promise<readonly Listed[] | undefined> {
  const { prefix, query, root, most = Number.POSITIVE_INFINITY } = listing;
  // Some storages begin a page with the last one of the page before.
  const all = new Map<string, Listed>();
  const seen = new Set<string>();
  for (let next: Query | undefined = {}; next !== undefined; ) {
    const page: ListPage | undefined = await pageOf(storage, { ...query, prefix, 'encoding-type': 'url', ...next });
    if (page === undefined) return undefined;
    if (root !== undefined && page.root !== root) return undefined;
    for (const each of page.items) all.set(JSON.stringify([each.key, each.version, each.upload]), each);
    if (all.size > most) throw new SystemTrouble(lastingFault('too-much'));
    next = Object.keys(page.next).length === 0 ? undefined : page.next;
    // A page that leads to itself has no end.
    if (next !== undefined && seen.has(JSON.stringify(next))) return noList();
    seen.add(JSON.stringify(next));
  }
  const found = [...all.values()];
  const wrong = found.map(({ key }) => faultOf(key, prefix)).find((each) => each !== undefined);
  if (wrong !== undefined) throw new SystemTrouble(wrong);
  return found;
}

async function pageOf(storage: Storage, query: Query): Promise<ListPage | undefined> {
  const answer = await callStorage(storage, { method: 'GET', query, mostBytes: MOST_OF_A_PAGE });
  if (!('failed' in answer)) return pageIn(answer.body.toString('utf8'));
  // Not every storage has versions or parts; one that says so keeps none.
  if (answer.failed === 'refused' && answer.details.some((each) => each === '501')) return undefined;
  throw new SystemTrouble(answer);
}

function noList(): never {
  throw new SystemTrouble(lastingFault('form-unknown'));
}

function faultOf(key: string, prefix: string): ConnectedFault | undefined {
  if (!key.startsWith(prefix)) return lastingFault('wrong-person');
  // `a/../b` is a key like any other to storage, and a way to somebody else to whatever stands before it.
  const parts = key.slice(prefix.length).split('/');
  return parts.some((part) => part === '.' || part === '..') || !isPlainPath(prefix)
    ? lastingFault('key-unfit')
    : undefined;
}
