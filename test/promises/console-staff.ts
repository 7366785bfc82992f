/** What is promised to whoever ends the access of a member of staff, and gives it back. */
import { expect } from 'vitest';
import { revocationHoldsWithinSeconds } from '../../src/vocabulary/access.ts';
import { atTheConsole } from '../given/a-shop.ts';
import { aColleague } from '../given/signing-in.ts';
import type { Promised, Scene } from './scene.ts';

const opens = async ({ service }: Scene, headers: { readonly cookie: string }): Promise<boolean> =>
  (await service.call('GET', '/console', { headers })).status === 200;

export const consoleStaffPromises: readonly Promised[] = [
  {
    keys: ['console.staff.end.effect', 'console.staff.back.effect'],
    says: 'Whose access is ended is out at once and stays out until let in again; what they had before stays ended.',
    rule: 'src/http/handlers/console/staff.ts',
    async drive(scene) {
      const { service } = scene;
      await aColleague(service, 'nina');
      const before = await atTheConsole(service, 'nina', ['reviews']);
      const page = `/console/staff/${service.house.actorOf('nina')}`;
      const keeper = await scene.staff('keeper', ['access']);
      const holds = { seconds: revocationHoldsWithinSeconds };
      scene.stands('console.staff.end.effect', await keeper.page(`${page}?cause=left`), holds);
      expect(await opens(scene, before)).toBe(true);
      expect((await keeper.press(`${page}/end`, { cause: 'left' })).status).toBe(303);
      expect(await opens(scene, before)).toBe(false);
      expect(await opens(scene, await atTheConsole(service, 'nina', ['reviews']))).toBe(false);
      scene.stands('console.staff.back.effect', await keeper.page(page));
      service.clock.wind(1000);
      expect((await keeper.press(`${page}/restore`)).status).toBe(303);
      expect(await opens(scene, before)).toBe(false);
      expect(await opens(scene, await atTheConsole(service, 'nina', ['reviews']))).toBe(true);
    },
  },
];
