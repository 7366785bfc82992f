/**
 * The small parts that pages of the console share: a last day, a figure, a form, a radio group, a text field, a list of
 * facts.
 * Flow:    pages/console → here.
 * Promise: every field has a label of its own and its hint is tied to it; a last day says late or soon in words and not
 *          by colour alone.
 * Source:  WCAG 1.4.1, 3.3.2; docs/design.md 12 (colour is never alone).
 */
import type { ComponentChildren } from 'preact';
import type { Due } from '../../answers/console/due.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { useField } from '../form-error.tsx';
import { Icon } from '../icons.tsx';

export const DueDay = ({ due }: { readonly due: Due }) => (
  <span class={`due ${due.state}`}>
    {due.state === 'late' ? <Icon name="late" /> : null}
    <strong>{due.words}</strong> <time datetime={due.at}>{due.day}</time>
  </span>
);

export const Figure = ({
  title,
  value,
  note,
}: {
  readonly title: string;
  readonly value: ComponentChildren;
  readonly note?: string;
}) => (
  <div class="figure">
    <dt>{title}</dt>
    <dd>
      <strong>{value}</strong>
      {note === undefined ? null : <span>{note}</span>}
    </dd>
  </div>
);

export const Panel = ({
  id,
  title,
  note,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}) => (
  <section class="panel" aria-labelledby={id}>
    <div class="panel-head">
      <h2 id={id}>{title}</h2>
      {note === undefined ? null : <p>{note}</p>}
    </div>
    {children}
  </section>
);

interface FormProps {
  readonly chrome: Chrome;
  readonly action: string;
  readonly label: string;
  readonly look?: 'main' | 'quiet' | 'stop';
  readonly children?: ComponentChildren;
}

/** A form with its token and one button at its end. */
export const Form = ({ chrome, action, label, look = 'main', children }: FormProps) => (
  <form class="console-form" method="post" action={action}>
    <input type="hidden" name="csrf" value={chrome.session?.csrf ?? ''} />
    {children}
    <button class={look} type="submit">
      {label}
    </button>
  </form>
);

interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly required?: boolean;
}

const Hint = ({ id, hint }: Pick<FieldProps, 'id' | 'hint'>) =>
  hint === undefined ? null : (
    <p id={`${id}-hint`} class="hint">
      {hint}
    </p>
  );

const useAttributes = ({ id, name, hint, required }: FieldProps) => ({
  id,
  name,
  ...useField(name, hint === undefined ? undefined : `${id}-hint`),
  ...(required === true ? { required: true } : {}),
});

export const TextArea = (field: FieldProps) => (
  <div class="field">
    <label for={field.id}>{field.label}</label>
    <Hint {...field} />
    <textarea {...useAttributes(field)} maxLength={10_000} rows={5}>
      {field.value ?? ''}
    </textarea>
  </div>
);

const textOnly = { maxLength: 400, autocomplete: 'off', spellcheck: false } as const;

export const Input = (field: FieldProps) => (
  <div class="field">
    <label for={field.id}>{field.label}</label>
    <Hint {...field} />
    <input {...useAttributes(field)} type="text" {...textOnly} value={field.value ?? ''} />
  </div>
);

export const DayInput = (field: FieldProps) => (
  <div class="field">
    <label for={field.id}>{field.label}</label>
    <Hint {...field} />
    <input {...useAttributes(field)} type="date" value={field.value ?? ''} />
  </div>
);

/** A day and a time of it, as the clocks of the installation say it. */
export const MomentInput = (field: FieldProps) => (
  <div class="field">
    <label for={field.id}>{field.label}</label>
    <Hint {...field} />
    <input {...useAttributes(field)} type="datetime-local" value={field.value ?? ''} />
  </div>
);

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export const Radios = ({
  name,
  legend,
  options,
  chosen,
}: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen?: string;
}) => (
  <fieldset class="field radios" {...useField(name)}>
    <legend>{legend}</legend>
    {options.map(({ value, label, hint }) => (
      <label class="radio">
        <input type="radio" name={name} value={value} required checked={chosen === value} />
        <span>
          {label}
          {hint === undefined ? null : <span class="hint">{hint}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);

export const Select = ({
  id,
  name,
  label,
  options,
  chosen,
}: FieldProps & { readonly options: readonly Option[]; readonly chosen?: string }) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select id={id} name={name} {...useField(name)}>
      {options.map((option) => (
        <option value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);

/** Links that narrow a list; the one in use is marked for those who do not see it. */
export const Filters = ({
  label,
  links,
}: {
  readonly label: string;
  readonly links: readonly { readonly href: string; readonly label: string; readonly on: boolean }[];
}) => (
  <nav class="filters" aria-label={label}>
    <ul>
      {links.map(({ href, label: words, on }) => (
        <li>
          <a class="filter" href={href} {...(on ? { 'aria-current': 'true' as const } : {})}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export const Facts = ({ facts }: { readonly facts: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="pairs">
    {facts.map(([title, value]) => (
      <div>
        <dt>{title}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

interface DownloadsProps {
  readonly chrome: Chrome;
  /** The page whose lists they are. */
  readonly page: string;
  readonly files: readonly string[];
  /** The filters of its address. */
  readonly query?: Readonly<Record<string, string>>;
  /** Which list, where a page has several. */
  readonly about?: string;
}

/** The whole list as files, and not only the part of it that is shown. */
export const Downloads = ({ chrome, page, files, query = {}, about }: DownloadsProps) => {
  const filters = new URLSearchParams(query).toString();
  return (
    <p class="downloads">
      {files.map((file) => (
        <a class="button quiet" href={`${page}/files/${file}${filters === '' ? '' : `?${filters}`}`}>
          {sayOn(chrome, file.endsWith('.csv') ? 'console.files.csv' : 'console.files.json')}
          {about === undefined ? null : <span class="visually-hidden">: {about}</span>}
        </a>
      ))}
    </p>
  );
};

export const Nothing = ({ words }: { readonly words: string }) => <p class="nothing">{words}</p>;

/** Says what a person sees of what happens here, beside where it happens. */
export const Aside = ({ chrome, words }: { readonly chrome: Chrome; readonly words: string }) => (
  <p class="aside">
    <Icon name="eye" />
    <span>
      <span class="visually-hidden">{sayOn(chrome, 'console.note')} </span>
      {words}
    </span>
  </p>
);
