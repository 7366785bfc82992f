/**
 * Handlers of acts that wait for a second person: listing, confirming, declining.
 * Flow:    app → here → answers/proposal, record/second-person, command `proposal.settle`.
 * Promise: whoever confirms needs the scope that the act itself asks for.
 * Source:  decision 0044.
 */
import * as proposals from '../../../openapi/endpoints/proposals.ts';
import { askProposals } from '../../answers/proposal/ask.ts';
import type { House } from '../../ports/house.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { confirmProposal, declineProposal } from '../record/second-person.ts';
import { renderJson, renderRecorded, renderUnderWay } from '../reply.ts';

export const proposalHandlers = (house: House): readonly Bound[] => [
  on(proposals.listProposals)(async () => renderJson(200, { items: await askProposals(house) })),
  on(proposals.confirmProposal)(async (context) => {
    const { id } = context.params;
    const done = await confirmProposal(house, id, context);
    if (isProblem(done)) return done;
    return 'underWay' in done ? renderUnderWay(done) : renderJson(200, { proposal: id, outcome: 'confirmed', ...done });
  }),
  on(proposals.declineProposal)(async (context) =>
    renderRecorded(await declineProposal(house, context.params.id, context)),
  ),
];
