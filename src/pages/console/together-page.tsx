/**
 * One step for many requests: what would happen to each, and afterwards how each came out.
 * Flow:    request-list.tsx (choosing), http/handlers/console/together.ts → here → frame.tsx.
 * Promise: every request that was chosen has its line, those that are left out with the reason; nothing of a person.
 * Source:  decision 0130; WCAG 2.2 (3.3.4).
 */
import { selectorOf } from '../../language/say.ts';
import { type StepTogether, stepsTogether, type WhyLeftOut } from '../../vocabulary/together.ts';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Facts, Form, Panel, Select, TextArea } from './parts.tsx';

export interface Line {
  readonly id: string;
  /** Absent where there is no such request. */
  readonly title?: string;
  /** The new last day. */
  readonly dueAt?: string;
  readonly leftOut?: WhyLeftOut;
}

interface Preview {
  readonly step: StepTogether;
  readonly reason: string;
  readonly lines: readonly Line[];
  /** What this form is called when it is sent again. */
  readonly batch: string;
  readonly error?: string;
}

const LIST = '/console/requests';
const backTo = (chrome: Chrome) => ({ href: LIST, label: sayOn(chrome, 'console.nav.requests') });
const stepWords = (chrome: Chrome, step: StepTogether): string => sayOn(chrome, `console.together.step.${step}`);

/** Under the list: which step, with which words. The boxes that choose stand in the rows. */
export const StepForMany = ({ chrome }: { readonly chrome: Chrome }) => (
  <fieldset class="together">
    <legend>{sayOn(chrome, 'console.together.title')}</legend>
    <Select
      id="step"
      name="step"
      label={sayOn(chrome, 'console.together.step')}
      options={stepsTogether.map((step) => ({ value: step, label: stepWords(chrome, step) }))}
    />
    <TextArea
      id="together-reason"
      name="reason"
      label={sayOn(chrome, 'console.request.reason')}
      hint={sayOn(chrome, 'console.request.reason.hint')}
    />
    <button class="quiet" type="submit">
      {sayOn(chrome, 'console.together.preview')}
    </button>
  </fieldset>
);

const effectWords = (chrome: Chrome, { dueAt, leftOut }: Line): string => {
  if (leftOut !== undefined) return sayOn(chrome, 'console.together.left-out', { why: selectorOf(leftOut) });
  return dueAt === undefined
    ? sayOn(chrome, 'console.together.noted')
    : sayOn(chrome, 'console.together.extended', { day: dayOn(chrome, dueAt) });
};

interface Row {
  readonly id: string;
  readonly title?: string;
  readonly words: string;
}

/** Requests or reviews, each with what would become of it or what became of it. */
const kinds = {
  requests: { list: LIST, name: 'requests.request', title: 'console.together.title' },
  reviews: {
    list: '/console/reviews',
    name: 'console.together.reviews.review',
    title: 'console.together.reviews.title',
  },
} as const;

interface RowsProps {
  readonly rows: readonly Row[];
  readonly chrome: Chrome;
  readonly of?: keyof typeof kinds;
}

export const Rows = ({ rows, chrome, of = 'requests' }: RowsProps) => (
  <WideTable label={sayOn(chrome, kinds[of].title)} look="stack-table">
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, kinds[of].name)}</th>
        <th scope="col">{sayOn(chrome, 'console.together.effect')}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, title, words }) => (
        <tr>
          <th scope="row">
            <a href={`${kinds[of].list}/${id}`}>
              {title ?? sayOn(chrome, kinds[of].name)} <span class="hash">{id.slice(-6)}</span>
            </a>
          </th>
          <td data-name={sayOn(chrome, 'console.together.effect')}>{words}</td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

const Confirm = ({ page, chrome }: { readonly page: Preview; readonly chrome: Chrome }) => {
  const possible = page.lines.filter(({ leftOut }) => leftOut === undefined);
  return possible.length === 0 ? null : (
    <Form
      chrome={chrome}
      action="/console/together/sure"
      label={sayOn(chrome, 'console.together.confirm', { count: possible.length })}
    >
      {[['step', page.step] as const, ['reason', page.reason] as const, ['batch', page.batch] as const].map(
        ([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ),
      )}
      {possible.map(({ id }) => (
        <input type="hidden" name={id} value="yes" />
      ))}
    </Form>
  );
};

export const togetherPage = (page: Preview, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.together.title'),
    chrome: { ...chrome, area: 'requests' },
    back: backTo(chrome),
    ...(page.error === undefined ? { lead: sayOn(chrome, 'console.together.lead') } : { error: page.error }),
    children:
      page.error !== undefined ? null : (
        <Panel id="preview" title={stepWords(chrome, page.step)}>
          <Facts facts={[[sayOn(chrome, 'console.request.reason'), page.reason]]} />
          <Rows rows={page.lines.map((line) => ({ ...line, words: effectWords(chrome, line) }))} chrome={chrome} />
          <Confirm page={page} chrome={chrome} />
        </Panel>
      ),
  });

interface Outcomes {
  readonly step: StepTogether;
  readonly outcomes: readonly { readonly id: string; readonly why?: string }[];
}

export const togetherDonePage = ({ step, outcomes }: Outcomes, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.together.title'),
    chrome: { ...chrome, area: 'requests' },
    back: backTo(chrome),
    lead: sayOn(chrome, 'console.together.done'),
    children: (
      <Panel id="outcome" title={stepWords(chrome, step)}>
        <Rows
          rows={outcomes.map(({ id, why }) => ({
            id,
            words:
              why === undefined
                ? sayOn(chrome, 'console.together.is-done')
                : sayOn(chrome, 'console.together.not-done', { why }),
          }))}
          chrome={chrome}
        />
      </Panel>
    ),
  });
