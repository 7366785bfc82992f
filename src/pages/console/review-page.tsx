/**
 * One review as a guided flow: who looks, the evidence, the own view, then the part of the AI and the end.
 * Flow:    http/handlers/console/reviews.ts → here → review-steps.tsx, frame.tsx.
 * Promise: a step is shown open only when it is its turn; the part of the AI is not on the page before the own view is
 *          noted.
 * Source:  docs/law.md 7; AI Act 14(4)(b); docs/design.md 12 (console).
 */

import type { Colleague } from '../../answers/console/ask-colleagues.ts';
import type { ReviewWork } from '../../answers/console/review-work.ts';
import { defined } from '../../vocabulary/defined.ts';
import { dayOn, sayOn } from '../chrome.ts';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { DueDay, Facts, Panel } from './parts.tsx';
import { AssignStep, EndStep, EvidenceStep, type FlowProps, type TypedView, ViewStep } from './review-steps.tsx';

interface ReviewPage {
  readonly work: ReviewWork;
  /** Who could be asked instead. */
  readonly colleagues: readonly Colleague[];
  /** What did not work, and what had been typed. */
  readonly error?: string;
  readonly wrong?: readonly string[];
  readonly typed?: TypedView;
}

const About = ({ work, chrome }: FlowProps) => (
  <Panel id="about" title={sayOn(chrome, 'console.review.about')}>
    <Facts
      facts={[
        [sayOn(chrome, 'console.column.why'), work.whyWords],
        [sayOn(chrome, 'console.column.state'), work.stateWords],
        [sayOn(chrome, 'console.column.holder'), sayOn(chrome, `console.holder.${work.holder}`)],
        [sayOn(chrome, 'console.review.asked'), dayOn(chrome, work.openedAt)],
        ...(work.closedAt === null
          ? ([[sayOn(chrome, 'console.column.due'), <DueDay due={work.due} />]] as const)
          : ([[sayOn(chrome, 'console.column.ended'), dayOn(chrome, work.closedAt)]] as const)),
        [sayOn(chrome, 'console.clock'), work.clock],
        [sayOn(chrome, 'console.regimes'), work.regimes.join(', ')],
        [sayOn(chrome, 'console.number'), <span class="hash">{work.id}</span>],
      ]}
    />
  </Panel>
);

/** Said once, before anything is read, and not as an accusation. */
const Bias = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <Panel id="bias" title={sayOn(chrome, 'console.bias.title')}>
    <p class="quiet">{sayOn(chrome, 'console.bias.words')}</p>
    <p class="quiet">{sayOn(chrome, 'console.bias.help')}</p>
  </Panel>
);

const Content = ({ page, chrome }: { readonly page: ReviewPage; readonly chrome: ConsoleChrome }) => {
  const flow = { work: page.work, chrome, ...defined({ typed: page.typed }) };
  return (
    <div class="two">
      <ol class="flow-steps">
        <AssignStep {...flow} colleagues={page.colleagues} />
        <EvidenceStep {...flow} />
        <ViewStep {...flow} />
        <EndStep {...flow} />
      </ol>
      <div>
        <About work={page.work} chrome={chrome} />
        {page.work.closedAt === null ? <Bias chrome={chrome} /> : null}
      </div>
    </div>
  );
};

export const consoleReviewPage = (page: ReviewPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.review.title', { system: page.work.aiSystem.name }),
    lead: page.work.closedAt === null ? sayOn(chrome, 'console.review.lead') : page.work.stateWords,
    chrome: { ...chrome, area: 'reviews' },
    back: { href: '/console/reviews', label: sayOn(chrome, 'console.reviews.all') },
    ...defined({ error: page.error, wrong: page.wrong }),
    children: <Content page={page} chrome={chrome} />,
  });
