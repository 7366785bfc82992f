/**
 * Every act that needs a second person: declared on its command, or here where it is no command.
 * Flow:    commands, the erasure, the end of a hold → here → http/record/second-person.
 * Promise: an act is listed once; who may confirm it needs the scope that the act itself asks for.
 * Source:  decision 0044.
 */
import type { Keep } from '../../evaluation/keeps.ts';
import type { GuardedAct } from '../../vocabulary/proposal.ts';
import type { FourEyes } from '../command.ts';
import { liftHoldGuard } from '../hold/lift-hold.ts';
import { describeStaffGuard } from '../staff/describe-staff.ts';

export interface EraseWish {
  readonly subject: string;
  readonly keep?: readonly Keep[];
}

export interface EndHoldWish {
  readonly hold: string;
}

export const eraseGuard: FourEyes<EraseWish> = {
  act: 'subject.erase',
  scope: 'admin',
  about: ({ subject }) => subject,
  applies: () => true,
};

/** The person is gone already, so what is proposed names nobody. */
export const endHoldGuard: FourEyes<EndHoldWish> = {
  act: 'hold.end',
  scope: 'registry',
  about: () => undefined,
  applies: () => true,
};

/** What every guard says of itself, whatever its act takes. */
type AnyGuard = Pick<FourEyes<unknown>, 'act' | 'scope' | 'stands'>;

export const guards: Readonly<Record<GuardedAct, AnyGuard>> = {
  'subject.erase': eraseGuard,
  'hold.end': endHoldGuard,
  'hold.lift': liftHoldGuard,
  'staff.describe': describeStaffGuard,
};
