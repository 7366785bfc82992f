/** What is promised to whoever writes a breach down: it stays, its hours run, and a later word stands beside it. */
import { expect } from 'vitest';
import { sure } from '../given/a-shop.ts';
import type { Promised, Scene } from './scene.ts';

const LIST = '/console/breaches';
const HOUR = 3_600_000;

/** As a form of a house whose clock is that of UTC sends it. */
const clock = ({ service }: Scene, hours: number): string =>
  new Date(service.clock.now() + hours * HOUR).toISOString().slice(0, 16);
const what = 'A list went to another shop.';

async function recorded(scene: Scene, more: Readonly<Record<string, string>> = {}) {
  const atWork = await scene.staff('omar', ['requests']);
  const told = await atWork.press(LIST, { what, noticedAt: clock(scene, -10), regimes: 'EU', ...more });
  expect(told.status).toBe(303);
  const path = told.headers.get('location')?.split('?')[0] ?? '';
  const id = path.split('/').at(-1) ?? '';
  const read = async () => sure(await scene.service.call('GET', `/v1/breaches/${id}`, { scope: 'requests' })).body;
  return { atWork, path, id, read };
}

export const consoleBreachPromises: readonly Promised[] = [
  {
    keys: [
      'console.breaches.lead',
      'console.breaches.nobody',
      'console.breaches.notes.note',
      'console.breaches.extent.hint',
    ],
    says: 'A breach stays; a later word stands beside the earlier, and replaces of its extent only what it names.',
    rule: 'src/answers/breach/ask.ts',
    async drive(scene) {
      const named = { 'aiSystems.support-assistant': 'yes', 'purposes.support-drafts': 'yes', from: clock(scene, -20) };
      const { atWork, path, id, read } = await recorded(scene, named);
      const list = await atWork.page(LIST);
      for (const key of ['console.breaches.lead', 'console.breaches.nobody'] as const) scene.stands(key, list);
      const page = await atWork.page(path);
      for (const key of ['console.breaches.notes.note', 'console.breaches.extent.hint'] as const)
        scene.stands(key, page);
      const note = { about: 'facts', text: 'It was one list.' };
      expect((await atWork.press(`${path}/notes`, note)).status).toBe(303);
      const later = { about: 'facts', text: 'It was two lists.', from: clock(scene, -30) };
      expect((await atWork.press(`${path}/notes`, later)).status).toBe(303);
      const { notes, from, aiSystems, purposes } = await read();
      expect(notes.map(({ text }: { text: string }) => text)).toEqual(['It was one list.', 'It was two lists.']);
      expect([from.slice(0, 16), aiSystems, purposes]).toEqual([later.from, ['support-assistant'], ['support-drafts']]);
      const removed = await scene.service.call('DELETE', `/v1/breaches/${id}`, { scope: 'requests' });
      expect(removed.status).toBe(405);
    },
  },
  {
    keys: ['console.breaches.clock.told', 'console.breaches.due.title'],
    says: 'The hours stop when the authority was told in time, and until then it stands on the first page.',
    rule: 'src/answers/console/breach-work.ts',
    async drive(scene) {
      const { atWork, path, read } = await recorded(scene);
      scene.stands('console.breaches.due.title', await atWork.page('/console'));
      const told = { whom: 'authority', toldAt: clock(scene, -2), text: 'By their form.' };
      expect((await atWork.press(`${path}/told`, told)).status).toBe(303);
      scene.stands('console.breaches.clock.told', await atWork.page(path), { passed: 8, hours: 72 });
      expect((await atWork.open('/console')).text).not.toContain(path);
      expect((await read()).isLate).toBe(false);
    },
  },
  {
    keys: [
      'form.fault.noticedAt.in-the-future',
      'form.fault.toldAt.required',
      'form.fault.toldAt.in-the-future',
      'form.fault.toldAt.before-noticed',
      'form.fault.from.before-from',
      'form.fault.to.before-from',
    ],
    says: 'Moments that cannot be are refused, each with its reason, and nothing is recorded.',
    rule: 'src/commands/breach/record-breach.ts',
    async drive(scene) {
      const { atWork, path, read } = await recorded(scene, { from: clock(scene, -20), to: clock(scene, -15) });
      const before = await read();
      const early = await atWork.refused(LIST, { what, noticedAt: clock(scene, 5) });
      scene.stands('form.fault.noticedAt.in-the-future', early);
      const told = { whom: 'people', text: 'By letter.' };
      for (const [key, more] of [
        ['form.fault.toldAt.required', {}],
        ['form.fault.toldAt.in-the-future', { toldAt: clock(scene, 5) }],
        ['form.fault.toldAt.before-noticed', { toldAt: clock(scene, -11) }],
      ] as const)
        scene.stands(key, await atWork.refused(`${path}/told`, { ...told, ...more }));
      const note = { about: 'facts', text: 'Another time was found.' };
      for (const [key, more] of [
        ['form.fault.from.before-from', { from: clock(scene, -14) }],
        ['form.fault.to.before-from', { to: clock(scene, -21) }],
      ] as const)
        scene.stands(key, await atWork.refused(`${path}/notes`, { ...note, ...more }));
      expect(await read()).toEqual(before);
    },
  },
];
