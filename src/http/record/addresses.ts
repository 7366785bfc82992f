/**
 * Records that whoever reads a mailbox confirmed its address.
 * Flow:    session/enter (the button) → here → command `address.confirm`.
 * Promise: it stands as an act of the person; a code that was used or has run out confirms nothing.
 * Source:  decision 0045.
 */
import type { House } from '../../ports/house.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import type { Edge } from '../edge.ts';
import type { AddressCodes } from '../session/addresses.ts';

export const addressesOf = (house: House, codes: AddressCodes): NonNullable<Edge['addresses']> => ({
  isOpen: (code) => codes.isOpen(code),
  async confirm(code, requestId) {
    const identifier = await codes.take(code);
    if (identifier === undefined) return problem('link-expired');
    const caller = { principal: identifier, actor: { id: 'self', role: 'self' }, scopes: ['self'] } as const;
    const recorded = await house.record('address.confirm', { identifier }, { caller, requestId });
    return isProblem(recorded) ? recorded : undefined;
  },
});
