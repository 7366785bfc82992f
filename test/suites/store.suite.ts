/**
 * The store suite: the same promises of the storage port, held against one engine.
 * Flow:    test/store/sqlite.test.ts and test/store/postgres.test.ts → here → suites/store.
 * Promise: each part has a fresh place of its own, each test its own rows; where an engine differs, the difference is
 *          named with its reason.
 * Source:  docs/design.md 4.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { Engine, Opened, StorePlace } from '../given/store/place.ts';
import { refusesCheats } from './store/append-only.ts';
import { writesWhole } from './store/transactions.ts';
import { keepsValues } from './store/values.ts';

export function storeSuite(engine: Engine): void {
  const part = (title: string, promises: (opened: Opened) => void): void => {
    describe(title, () => {
      let place: StorePlace;
      let store: Store;
      beforeAll(async () => {
        place = await engine.aPlace();
        store = await place.open();
      });
      afterAll(async () => {
        await store.close();
        await place.drop();
      });
      promises({ store: () => store, place: () => place, engine });
    });
  };

  describe(`the store on ${engine.name}`, () => {
    part('keeps values', keepsValues);
    part('writes whole or not at all', writesWhole);
    part('is append-only where the ledger stands', refusesCheats);
  });
}
