/**
 * Erases and waits until it is done, as somebody does who looks where a 202 sends them.
 * Flow:    tests → here → house.erase.
 */
import type { OpenHouse } from '../../../src/house.ts';
import type { Erased } from '../../../src/ports/records.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';

export async function erased(house: OpenHouse, ...asked: Parameters<OpenHouse['erase']>): Promise<Erased> {
  const answer = await house.erase(...asked);
  if (isProblem(answer)) throw new Error(answer.problem);
  if (!('underWay' in answer)) return answer;
  while ((await house.erasureUnderWay(answer.underWay)) !== undefined)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const certificate = (await house.certificate(answer.underWay)) as Pick<Erased, 'entry'>;
  return {
    certificate,
    entry: certificate.entry,
    ...(answer.request === undefined ? {} : { request: answer.request }),
  };
}
