/** What is promised in the messages that a person gets at each step of a request. */
import { expect } from 'vitest';
import type { MessageKey } from '../../src/language/messages/en.ts';
import { ask, lives, messagesOf, packageOf, requestOf, take, verified } from './acts.ts';
import { dayWords, type Promised, type Scene } from './scene.ts';

type Values = Readonly<Record<string, string>>;
type Step = 'received' | 'resumed' | 'denied' | 'answered' | 'cancelled' | 'appealed';

const keysOf = (step: Step): readonly MessageKey[] => [`message.request-${step}.title`, `message.request-${step}.text`];

/** Holds that the message stands where the person reads it, with the last day of the request where it names one. */
async function stands(scene: Scene, step: Step, of: { readonly id: string; readonly values: Values }): Promise<void> {
  const { dueAt } = await requestOf(scene, of.id);
  const [title, text] = keysOf(step) as [MessageKey, MessageKey];
  scene.stands(title, await scene.page('/me/messages'));
  scene.stands(text, await messagesOf(scene), (language) => ({ ...of.values, due: dayWords(language, dueAt) }));
}

const no = { code: 'us-unfounded-excessive-repetitive', reason: 'The third time in a month.' };

export const toldPromises: readonly Promised[] = [
  {
    keys: keysOf('received'),
    written: true,
    says: 'What arrived is confirmed at once, with the day of the answer, which stands; nothing more is asked.',
    rule: 'src/commands/request/told.ts',
    async drive(scene) {
      const { id } = await ask(scene, 'access');
      const { dueAt } = await requestOf(scene, id);
      await stands(scene, 'received', { id, values: { by: 'other', sure: 'yes' } });
      // Whoever is signed in has done enough: the answer can be given as it stands.
      expect((await take(scene, id, ['fulfil', {}])).status).toBe(200);
      expect((await requestOf(scene, id)).dueAt).toBe(dueAt);
    },
  },
  {
    keys: keysOf('resumed'),
    written: true,
    says: 'What was waited for has come: the days of waiting do not count, and the new day is told.',
    rule: 'src/commands/request/pause.ts',
    async drive(scene) {
      await lives(scene, 'UK');
      const { id } = await ask(scene, 'access');
      const before = (await requestOf(scene, id)).dueAt;
      const asked = ['pause', { code: 'clarification', reason: 'Which account do you mean?' }] as const;
      expect((await take(scene, id, asked)).status).toBe(200);
      await scene.days(5);
      expect((await take(scene, id, ['resume', { reason: 'They answered.' }])).status).toBe(200);
      await stands(scene, 'resumed', { id, values: { moved: 'yes' } });
      expect((await requestOf(scene, id)).dueAt > before).toBe(true);
    },
  },
  {
    keys: keysOf('denied'),
    written: true,
    says: 'A no comes with its ground, the rule behind it and the way on, and somebody else hears an appeal.',
    rule: 'src/commands/request/told.ts',
    async drive(scene) {
      await lives(scene, 'US-TX');
      const { id } = await ask(scene, 'access');
      expect((await take(scene, id, ['verify', { reason: 'Called back.' }])).status).toBe(200);
      expect((await take(scene, id, ['deny', no])).status).toBe(200);
      const values = {
        appealed: 'no',
        hasWords: 'yes',
        words: no.reason,
        canAppeal: 'yes',
        hasComplaint: 'yes',
        goesOn: 'no',
      };
      await stands(scene, 'denied', { id, values });
      expect((await take(scene, id, ['appeal', { reason: 'It was the first.' }])).status).toBe(200);
      expect((await take(scene, id, ['fulfil', {}])).status, 'by whoever refused').toBe(409);
    },
  },
  {
    keys: keysOf('answered'),
    written: true,
    says: 'The answer that a message tells of is there, for the person and as a package.',
    rule: 'src/answers/request/ask-letter.ts',
    async drive(scene) {
      const { id } = await ask(scene, 'access');
      expect((await take(scene, id, verified)).status).toBe(200);
      expect((await take(scene, id, ['fulfil', {}])).status).toBe(200);
      await stands(scene, 'answered', { id, values: { appealed: 'no', inPart: 'no' } });
      expect((await scene.open(`/me/requests/${id}`)).status).toBe(200);
      expect((await packageOf(scene, id)).request).toBe(id);
    },
  },
  {
    keys: keysOf('cancelled'),
    written: true,
    says: 'What was taken back is not answered, and can be asked again at once.',
    rule: 'src/commands/request/step.ts',
    async drive(scene) {
      const { id } = await ask(scene, 'access');
      const words = 'They rang us.';
      expect((await take(scene, id, ['cancel', { reason: words }])).status).toBe(200);
      await stands(scene, 'cancelled', { id, values: { hasWords: 'yes', words, goesOn: 'no' } });
      expect((await take(scene, id, ['fulfil', {}])).status).toBe(409);
      expect((await ask(scene, 'access')).id).not.toBe(id);
    },
  },
  {
    keys: keysOf('appealed'),
    written: true,
    says: 'An appeal is looked at by somebody else, until a day of its own.',
    rule: 'src/commands/request/step-facts.ts',
    async drive(scene) {
      await lives(scene, 'US-TX');
      const { id } = await ask(scene, 'access');
      expect((await take(scene, id, ['verify', { reason: 'Called back.' }])).status).toBe(200);
      expect((await take(scene, id, ['deny', no])).status).toBe(200);
      const before = (await requestOf(scene, id)).dueAt;
      await scene.days(20);
      expect((await take(scene, id, ['appeal', { reason: 'It was the first.' }])).status).toBe(200);
      await stands(scene, 'appealed', { id, values: {} });
      expect((await requestOf(scene, id)).dueAt > before).toBe(true);
      expect((await take(scene, id, ['fulfil', {}])).status, 'by whoever refused').toBe(409);
    },
  },
];
