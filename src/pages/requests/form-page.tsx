/**
 * The form to ask for something: which right, in the person's own words, and by when the answer comes.
 * Flow:    http/handlers → here → layout; posts to /me/requests.
 * Promise: what the laws of the person know can be chosen; what was typed survives a mistake.
 * Source:  docs/law.md 3.1; WCAG 3.3.
 */
import type { RightAnswer } from '../../answers/use/answer-parts.ts';
import { say } from '../../language/say.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { FormError, useField } from '../form-error.tsx';
import { pageOf } from '../layout.tsx';

export interface RequestForm {
  /** What the laws of the person know, and what was chosen. */
  readonly kinds: readonly RequestKind[];
  readonly kind?: RequestKind;
  /** The number of this form: sent again, it is the same request. */
  readonly once?: string;
  /** A decision or an earlier request that it is about. */
  readonly about?: string;
  readonly message?: string;
  /** What can be stopped by itself, and what was chosen of it. */
  readonly uses?: readonly { readonly purpose: string; readonly name: string }[];
  readonly purpose?: string;
  /** The decisions that a person can be asked to look at again. */
  readonly decisions?: readonly { readonly decision: string; readonly name: string }[];
  /** What was wrong with the last try, as a sentence. */
  readonly error?: string;
  /** The names of the fields that were wrong. */
  readonly wrong?: readonly string[];
  /** The right of this kind, for its words and its date. */
  readonly right?: Pick<RightAnswer, 'why' | 'how' | 'answerWithin'>;
}

interface FormProps {
  readonly form: RequestForm;
  readonly chrome: Chrome;
}

const Kinds = ({ form, chrome }: FormProps) => (
  <div class="field">
    <label for="kind">{sayOn(chrome, 'form.kind')}</label>
    <select id="kind" name="kind" {...useField('kind')}>
      {form.kinds.map((kind) => (
        <option value={kind} selected={kind === (form.kind ?? 'access')}>
          {say(chrome.language, `right.${kind}.title`)}
        </option>
      ))}
    </select>
  </div>
);

const Use = ({ form, chrome }: FormProps) =>
  form.uses === undefined || form.uses.length === 0 ? null : (
    <div class="field">
      <label for="purpose">{sayOn(chrome, 'form.purpose')}</label>
      <select id="purpose" name="purpose" {...useField('purpose', 'purpose-hint')}>
        <option value="">{sayOn(chrome, 'form.purpose.all')}</option>
        {form.uses.map(({ purpose, name }) => (
          <option value={purpose} selected={purpose === form.purpose}>
            {name}
          </option>
        ))}
      </select>
      <p id="purpose-hint" class="quiet">
        {sayOn(chrome, 'form.purpose.hint')}
      </p>
    </div>
  );

const Decision = ({ form: { about, decisions = [] }, chrome }: FormProps) =>
  decisions.length === 0 ? (
    about === undefined ? null : (
      <input type="hidden" name="about" value={about} />
    )
  ) : (
    <div class="field">
      <label for="about">{sayOn(chrome, 'form.decision')}</label>
      <select id="about" name="about" {...useField('about')}>
        {decisions.map(({ decision, name }) => (
          <option value={decision} selected={decision === about}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );

const Message = ({ form, chrome }: FormProps) => (
  <div class="field">
    <label for="message">{sayOn(chrome, 'form.message')}</label>
    <textarea id="message" name="message" maxLength={10_000} {...useField('message', 'message-hint')}>
      {form.message ??
        (form.about === undefined
          ? ''
          : say(chrome.language, form.about.startsWith('dec_') ? 'request.about' : 'request.about-request', {
              id: form.about,
            }))}
    </textarea>
    <p id="message-hint" class="quiet">
      {sayOn(chrome, 'form.message.hint')}
    </p>
  </div>
);

const Fields = ({ form, chrome }: FormProps) => (
  <form method="post" action="/me/requests">
    <input type="hidden" name="csrf" value={chrome.session?.csrf ?? ''} />
    {form.once === undefined ? null : <input type="hidden" name="once" value={form.once} />}
    <Kinds form={form} chrome={chrome} />
    <Decision form={form} chrome={chrome} />
    <Use form={form} chrome={chrome} />
    <Message form={form} chrome={chrome} />
    <button class="main" type="submit">
      {sayOn(chrome, 'form.send')}
    </button>
    {form.right?.answerWithin == null ? null : (
      <p class="effect">{sayOn(chrome, 'form.by-when', { within: form.right.answerWithin })}</p>
    )}
  </form>
);

const Content = ({ form, chrome }: FormProps) => (
  <>
    <div class="lead single">
      <div>
        <h1>
          {form.kind === undefined ? sayOn(chrome, 'form.title') : say(chrome.language, `right.${form.kind}.title`)}
        </h1>
        {form.kind === undefined ? null : (
          <p class="summary">
            {form.right === undefined ? '' : `${form.right.why} `}
            {say(chrome.language, `right.${form.kind}.how`)}
          </p>
        )}
      </div>
    </div>
    <div class="card">
      {form.error === undefined ? null : <FormError words={form.error} chrome={chrome} />}
      <Fields form={form} chrome={chrome} />
    </div>
  </>
);

export const requestFormPage = (form: RequestForm, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'form.title'),
    chrome: { ...chrome, here: 'requests' },
    ...defined({ error: form.error, wrong: form.wrong }),
    children: <Content form={form} chrome={chrome} />,
  });
