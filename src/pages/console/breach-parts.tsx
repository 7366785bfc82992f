/**
 * The parts that pages about breaches share: a clock in hours with its rule, and the fields of what a breach reached.
 * Flow:    breaches-page.tsx, breach-page.tsx, start-page.tsx → here.
 * Promise: a clock is drawn and said in words, so that late never is a colour alone; a field that is shown again holds
 *          what was typed into it.
 * Source:  GDPR 33(1); WCAG 1.4.1, 3.3.1; decision 0117.
 */
import type { ComponentChildren } from 'preact';
import type { BreachWork, Extent } from '../../answers/console/breach-work.ts';
import { regimeWords } from '../../language/regions.ts';
import { type Chrome, sayOn, timeOn } from '../chrome.ts';
import { useField, WithFaults } from '../form-error.tsx';
import { Icon } from '../icons.tsx';
import { MomentInput } from './parts.tsx';

/** The form that was sent and refused, and everything that had been typed into it. */
export interface TriedBreach {
  readonly form: string;
  readonly values: Readonly<Record<string, string>>;
}

type Hours = BreachWork['hours'][number];

const hoursWords = ({ hours, passed, apart, state }: Hours, chrome: Chrome): string =>
  sayOn(chrome, `console.breaches.clock.${state}`, { hours, passed, apart });

const isLateState = ({ state }: Hours): boolean => state === 'late' || state === 'told-late';

/** The hours for the eye; what they say stands beside it. */
const Drawing = ({ clock }: { readonly clock: Hours }) => (
  <svg class="hours" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="hours-all" width="100" height="8" />
    <rect
      class={isLateState(clock) ? 'hours-late' : 'hours-gone'}
      width={Math.max(0, Math.min(100, Math.round((clock.passed / Math.max(1, clock.hours)) * 100)))}
      height="8"
    />
  </svg>
);

const One = ({ clock, chrome }: { readonly clock: Hours; readonly chrome: Chrome }) => (
  <div class="hours-clock">
    <span class={`due ${isLateState(clock) ? 'late' : clock.state === 'running' ? 'soon' : 'later'}`}>
      {isLateState(clock) ? <Icon name="late" /> : null}
      <strong>{hoursWords(clock, chrome)}</strong>
    </span>
    <Drawing clock={clock} />
    <span class="quiet">
      <time datetime={clock.dueAt}>{timeOn(chrome, clock.dueAt)}</time>{' '}
      {`(${regimeWords(chrome.language, clock.regime)}, ${clock.source})`}
    </span>
  </div>
);

/** Each clock of a breach; a law without hours has none, and that is said. */
export const Clocks = ({ breach, chrome }: { readonly breach: BreachWork; readonly chrome: Chrome }) =>
  breach.hours.length === 0 ? (
    <span>{sayOn(chrome, 'report.breach.no-hours.officer')}</span>
  ) : (
    <div class="hours-clocks">
      {breach.hours.map((clock) => (
        <One clock={clock} chrome={chrome} />
      ))}
    </div>
  );

const SHORT = 120;
/** The beginning of what happened, as a name for it. */
export const shortly = (what: string): string => (what.length <= SHORT ? what : `${what.slice(0, SHORT).trimEnd()}…`);

interface FieldsProps {
  /** The form that they stand in, by which their ids differ. */
  readonly form: string;
  readonly tried: TriedBreach | undefined;
  readonly chrome: Chrome;
}

export const typedHere = ({ form, tried }: Pick<FieldsProps, 'form' | 'tried'>, name: string): string =>
  tried?.form === form ? (tried.values[name] ?? '') : '';

/** Only the form that was sent says what was wrong with it. */
export const FormFaults = ({
  form,
  tried,
  wrong,
  children,
}: Pick<FieldsProps, 'form' | 'tried'> & {
  readonly wrong: readonly string[] | undefined;
  readonly children: ComponentChildren;
}) => <WithFaults fields={tried?.form === form ? (wrong ?? []) : []}>{children}</WithFaults>;

interface BoxesProps extends FieldsProps {
  readonly list: keyof Extent;
  readonly choices: Extent[keyof Extent];
}

const Boxes = ({ list, choices, form, tried, chrome }: BoxesProps) =>
  choices.length === 0 ? null : (
    <fieldset class="field" {...useField(list)}>
      <legend>{sayOn(chrome, `console.breaches.${list}`)}</legend>
      <div class="boxes">
        {choices.map(({ key, name }) => (
          <label class="radio">
            <input
              type="checkbox"
              name={`${list}.${key}`}
              value="yes"
              checked={typedHere({ form, tried }, `${list}.${key}`) === 'yes'}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );

/** From when to when, by which AI systems, for which purposes, and which kinds of data. */
export const ExtentFields = ({ extent, ...fields }: FieldsProps & { readonly extent: Extent }) => {
  const { form, chrome } = fields;
  return (
    <>
      {(['from', 'to'] as const).map((name) => (
        <MomentInput
          id={`${form}-${name}`}
          name={name}
          label={sayOn(chrome, `console.breaches.${name}`)}
          hint={sayOn(chrome, 'console.breaches.zone', { zone: chrome.timeZone })}
          value={typedHere(fields, name)}
        />
      ))}
      {(['aiSystems', 'purposes', 'dataCategories'] as const).map((list) => (
        <Boxes list={list} choices={extent[list]} {...fields} />
      ))}
    </>
  );
};
