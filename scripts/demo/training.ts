/**
 * The one training run of the sample company: registered, filled with whoever may go into it, and finished.
 * Flow:    live → here → house.
 * Promise: nobody goes in who did not agree; what people say afterwards shows on the page of the run.
 */
import { askCandidates } from '../../src/answers/training/ask.ts';
import { actAsStaff, type DemoHouse } from './acting.ts';

const HOUR = 3_600_000;
const by = 'sample-admin';
const filter = { aiSystem: 'model-training', purpose: 'model-improvement', modelVersion: 'assistant-2' };

export async function trainAVersion(lived: DemoHouse): Promise<void> {
  const { clock, house } = lived;
  const run = String((await actAsStaff(lived, 'training.register', { input: filter, by }))['id']);
  const found = await house.trainingRun(run);
  if (found === undefined) throw new Error('the training run of the sample company is not there');
  const { items: people } = await askCandidates(house, found, { after: '', limit: 100 });
  await actAsStaff(lived, 'training.include', { input: { run, people }, by });
  clock.wind(6 * HOUR);
  await actAsStaff(lived, 'training.end', { input: { run, outcome: 'finished' }, by });
}
