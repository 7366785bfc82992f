/**
 * The form to disagree with a decision: the person's words, data that is wrong, and files that show it.
 * Flow:    http/handlers → here → layout; posts to the same address as a form with files.
 * Promise: works without a script; what was typed survives a mistake (a browser never gives files back).
 * Source:  docs/law.md 7 (view and documents, few steps); WCAG 3.3.
 */
import { defined } from '../../vocabulary/defined.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { ButtonLink } from '../controls.tsx';
import { FormError, useField } from '../form-error.tsx';
import { pageOf } from '../layout.tsx';

interface ContestInput {
  /** Its place among the recorded data; the field is `correction-<place>`. */
  readonly place: number;
  readonly label: string;
  readonly value: string;
  /** What the person typed before a mistake. */
  readonly typed?: string;
}

interface ContestForm {
  readonly decision: string;
  readonly what: string;
  readonly inputs: readonly ContestInput[];
  readonly statement?: string;
  /** What was wrong with the last try, as a sentence. */
  readonly error?: string;
  /** The names of the fields that were wrong. */
  readonly wrong?: readonly string[];
  /** The person's own review of this decision that is open. */
  readonly open?: string;
}

interface FormProps {
  readonly form: ContestForm;
  readonly chrome: Chrome;
}

const Statement = ({ form, chrome }: FormProps) => (
  <div class="field">
    <label for="statement">{sayOn(chrome, 'contest.statement')}</label>
    <textarea id="statement" name="statement" required maxLength={10_000} {...useField('statement', 'statement-hint')}>
      {form.statement ?? ''}
    </textarea>
    <p id="statement-hint" class="quiet">
      {sayOn(chrome, 'contest.statement.hint')}
    </p>
  </div>
);

const Correction = ({ input, chrome }: { readonly input: ContestInput; readonly chrome: Chrome }) => {
  const name = `correction-${input.place}`;
  return (
    <div class="field">
      <label for={name}>{sayOn(chrome, 'contest.should-be', { label: input.label })}</label>
      <input
        type="text"
        id={name}
        name={name}
        maxLength={1000}
        value={input.typed ?? ''}
        {...useField(name, `${name}-was`)}
      />
      <p id={`${name}-was`} class="quiet">
        {sayOn(chrome, 'contest.was', { value: input.value })}
      </p>
    </div>
  );
};

const Corrections = ({ form, chrome }: FormProps) =>
  form.inputs.length === 0 ? null : (
    <fieldset class="field">
      <legend class="label">{sayOn(chrome, 'contest.corrections')}</legend>
      <p class="quiet">{sayOn(chrome, 'contest.corrections.hint')}</p>
      {form.inputs.map((input) => (
        <Correction input={input} chrome={chrome} />
      ))}
    </fieldset>
  );

const Files = ({ chrome }: { readonly chrome: Chrome }) => (
  <div class="field">
    <label for="files">{sayOn(chrome, 'contest.files')}</label>
    <input
      type="file"
      id="files"
      name="files"
      multiple
      accept=".pdf,.png,.jpg,.jpeg,.txt"
      {...useField('files', 'files-hint')}
    />
    <p id="files-hint" class="quiet">
      {sayOn(chrome, 'contest.files.hint')}
    </p>
  </div>
);

const Fields = ({ form, chrome }: FormProps) => (
  <form method="post" action={`/me/decisions/${form.decision}/contest`} encType="multipart/form-data">
    <input type="hidden" name="csrf" value={chrome.session?.csrf ?? ''} />
    <Statement form={form} chrome={chrome} />
    <Corrections form={form} chrome={chrome} />
    <Files chrome={chrome} />
    <button class="main" type="submit">
      {sayOn(chrome, 'contest.send')}
    </button>
  </form>
);

const AlreadyOpen = ({ open, chrome }: { readonly open: string; readonly chrome: Chrome }) => (
  <>
    <p>{sayOn(chrome, 'contest.open-already')}</p>
    <ButtonLink href={`/me/reviews/${open}`} label={sayOn(chrome, 'contest.see-open')} look="main" />
  </>
);

const Content = ({ form, chrome }: FormProps) => (
  <>
    <div class="lead single">
      <div>
        <p class="over">{form.what}</p>
        <h1>{sayOn(chrome, 'contest.title')}</h1>
        <p class="summary">{sayOn(chrome, 'contest.lead')}</p>
      </div>
    </div>
    <div class="card">
      {form.error === undefined ? null : <FormError words={form.error} chrome={chrome} />}
      {form.open === undefined ? (
        <Fields form={form} chrome={chrome} />
      ) : (
        <AlreadyOpen open={form.open} chrome={chrome} />
      )}
    </div>
  </>
);

export const contestPage = (form: ContestForm, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'contest.title'),
    chrome: { ...chrome, here: 'requests' },
    ...defined({ error: form.error, wrong: form.wrong }),
    children: <Content form={form} chrome={chrome} />,
  });
