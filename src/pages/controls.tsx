/**
 * The small controls that pages share: a form of one button, a link to a way, a sentence with bold numbers, a
 * disclosure.
 * Flow:    pages → here.
 * Promise: every button says in its own name what it is for; a form without a session is not shown.
 * Source:  WCAG 2.4.6, 2.5.3; docs/design.md 12 (every control says what follows from it).
 */

import type { ComponentChildren } from 'preact';
import type { SentencePart } from '../language/say.ts';
import { defined } from '../vocabulary/defined.ts';
import { type Chrome, sayOn } from './chrome.ts';
import { Icon } from './icons.tsx';

export const Rich = ({ parts }: { readonly parts: readonly SentencePart[] }) => (
  <>{parts.map(({ text, strong }) => (strong ? <strong>{text}</strong> : text))}</>
);

interface OneButton {
  readonly chrome: Chrome;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  /** What it is about, for those who hear the button without what stands around it. */
  readonly about?: string;
  readonly look?: 'main' | 'quiet' | 'switch';
}

const ButtonName = ({ label, about, look }: Pick<OneButton, 'label' | 'about' | 'look'>) => (
  <>
    {look === 'switch' ? <span class="visually-hidden">{label}</span> : label}
    {about === undefined ? null : <span class="visually-hidden">: {about}</span>}
  </>
);

export const ButtonForm = ({ chrome, action, fields, label, about, look = 'quiet' }: OneButton) =>
  chrome.session === undefined ? null : (
    <form class="one-button" method="post" action={action}>
      <input type="hidden" name="csrf" value={chrome.session.csrf} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class={look} type="submit">
        <ButtonName label={label} look={look} {...defined({ about })} />
      </button>
    </form>
  );

export const ButtonLink = ({
  href,
  label,
  about,
  look = 'quiet',
}: {
  readonly href: string;
  readonly label: string;
  readonly about?: string;
  readonly look?: 'main' | 'quiet';
}) => (
  <a class={`button ${look}`} href={href}>
    {label}
    {about === undefined ? null : <span class="visually-hidden">: {about}</span>}
  </a>
);

/** That it worked, said at the changed thing; the address leads there, and the keyboard with it. */
export const Saved = ({ words, chrome }: { readonly words?: string; readonly chrome: Chrome }) => (
  <p id="saved" class="said" role="status" tabIndex={-1}>
    <Icon name="check" />{' '}
    {words === undefined ? sayOn(chrome, 'choices.saved.all') : sayOn(chrome, 'choices.saved', { words })}
  </p>
);

export const More = ({
  summary,
  about,
  open = false,
  children,
}: {
  readonly summary: string;
  readonly about?: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}) => (
  <details open={open}>
    <summary>
      {summary}
      {about === undefined ? null : <span class="visually-hidden">: {about}</span>}
    </summary>
    <div class="more">{children}</div>
  </details>
);

export const Section = ({
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
  <section class="section" aria-labelledby={id}>
    <div class="section-head">
      <h2 id={id}>{title}</h2>
      {note === undefined ? null : <p>{note}</p>}
    </div>
    {children}
  </section>
);

/** What scrolls by itself must be reachable by keyboard, or nobody without a mouse can read its end. */
export const scrolls = { tabIndex: 0 } as const;

/** A table that may be wider than a phone; it scrolls by itself. */
export const WideTable = ({
  label,
  look,
  children,
}: {
  readonly label: string;
  readonly look?: string;
  readonly children: ComponentChildren;
}) => {
  const group = { role: 'group', 'aria-label': label, ...scrolls } as const;
  return (
    <div class="table-scroll" {...group}>
      <table {...defined({ class: look })}>{children}</table>
    </div>
  );
};
