/**
 * Several reviews for one person: what would become of each, and afterwards how each came out.
 * Flow:    review-list.tsx (choosing), http/handlers/console/together-reviews.ts → here → together-page.tsx.
 * Promise: every review that was chosen has its line, those that are left out with the reason; nothing of a person.
 * Source:  decision 0130; WCAG 2.2 (3.3.4).
 */
import type { Colleague } from '../../answers/console/ask-colleagues.ts';
import type { WhyNotAssigned } from '../../vocabulary/together.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Facts, Form, Panel, Select, TextArea } from './parts.tsx';
import { Rows } from './together-page.tsx';

export interface ReviewLine {
  readonly id: string;
  /** The AI system; absent where there is no such review. */
  readonly title?: string;
  /** A colleague has it now. */
  readonly isHeld?: boolean;
  readonly leftOut?: WhyNotAssigned;
}

interface Preview {
  readonly reviewer: string;
  /** What whoever is asked is called. */
  readonly who: string;
  readonly question: string;
  readonly lines: readonly ReviewLine[];
  /** What this form is called when it is sent again. */
  readonly batch: string;
  readonly error?: string;
}

interface Choosing {
  readonly colleagues: readonly Colleague[];
  /** As whoever is signed in signs in. */
  readonly me: string;
  readonly chrome: Chrome;
}

/** Under the list: whom to ask, and what. The boxes that choose stand in the rows. */
export const AskForMany = ({ colleagues, me, chrome }: Choosing) => (
  <fieldset class="together">
    <legend>{sayOn(chrome, 'console.together.reviews.title')}</legend>
    <Select
      id="together-reviewer"
      name="reviewer"
      label={sayOn(chrome, 'console.together.reviews.whom')}
      options={[
        { value: me, label: sayOn(chrome, 'console.together.reviews.me') },
        ...colleagues.map(({ id, name }) => ({ value: id, label: name === id ? id : `${name} (${id})` })),
      ]}
    />
    <TextArea
      id="together-question"
      name="question"
      label={sayOn(chrome, 'console.assign.question')}
      hint={sayOn(chrome, 'console.assign.question.hint')}
    />
    <button class="quiet" type="submit">
      {sayOn(chrome, 'console.together.preview')}
    </button>
  </fieldset>
);

const effectWords = (chrome: Chrome, { leftOut, isHeld }: ReviewLine, who: string): string => {
  if (leftOut !== undefined) return sayOn(chrome, 'console.together.reviews.left-out', { why: leftOut });
  return sayOn(chrome, isHeld === true ? 'console.together.reassigned' : 'console.together.assigned', { who });
};

const Confirm = ({ page, chrome }: { readonly page: Preview; readonly chrome: Chrome }) => {
  const possible = page.lines.filter(({ leftOut }) => leftOut === undefined);
  const { reviewer, question, batch } = page;
  const fields = { reviewer, batch, ...(question === '' ? {} : { question }) };
  return possible.length === 0 ? null : (
    <Form
      chrome={chrome}
      action="/console/together/reviews/sure"
      label={sayOn(chrome, 'console.together.reviews.confirm', { count: possible.length })}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {possible.map(({ id }) => (
        <input type="hidden" name={id} value="yes" />
      ))}
    </Form>
  );
};

const about = (chrome: ConsoleChrome) => ({
  title: sayOn(chrome, 'console.together.reviews.title'),
  chrome: { ...chrome, area: 'reviews' as const },
  back: { href: '/console/reviews', label: sayOn(chrome, 'console.reviews.all') },
});

export const reviewsTogetherPage = (page: Preview, chrome: ConsoleChrome): string =>
  consolePageOf({
    ...about(chrome),
    ...(page.error === undefined ? { lead: sayOn(chrome, 'console.together.lead') } : { error: page.error }),
    children:
      page.error !== undefined ? null : (
        <Panel id="preview" title={sayOn(chrome, 'console.together.effect')}>
          <Facts
            facts={[
              [sayOn(chrome, 'console.together.reviews.whom'), page.who],
              ...(page.question === '' ? [] : [[sayOn(chrome, 'console.assign.question'), page.question] as const]),
            ]}
          />
          <Rows
            rows={page.lines.map((line) => ({ ...line, words: effectWords(chrome, line, page.who) }))}
            chrome={chrome}
            of="reviews"
          />
          <Confirm page={page} chrome={chrome} />
        </Panel>
      ),
  });

interface Outcomes {
  readonly outcomes: readonly { readonly id: string; readonly why?: string }[];
}

export const reviewsTogetherDonePage = ({ outcomes }: Outcomes, chrome: ConsoleChrome): string =>
  consolePageOf({
    ...about(chrome),
    lead: sayOn(chrome, 'console.together.reviews.done'),
    children: (
      <Panel id="outcome" title={sayOn(chrome, 'console.together.reviews.title')}>
        <Rows
          rows={outcomes.map(({ id, why }) => ({
            id,
            words:
              why === undefined
                ? sayOn(chrome, 'console.together.is-done')
                : sayOn(chrome, 'console.together.not-done', { why }),
          }))}
          chrome={chrome}
          of="reviews"
        />
      </Panel>
    ),
  });
