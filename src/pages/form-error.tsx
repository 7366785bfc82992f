/**
 * What did not work with a form: said at the top, where the page begins for those who hear it, and at each field.
 * Flow:    forms of the portal and the console → here.
 * Promise: the title of the page begins with it, the keyboard begins at it, and a field that was wrong says so.
 * Source:  WCAG 3.3.1, 3.3.3, 4.1.3.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Chrome, sayOn } from './chrome.ts';

const Wrong = createContext<readonly string[]>([]);
const ID = 'error';

/** Everything in it knows which fields were wrong, by their names. */
export const WithFaults = ({
  fields = [],
  children,
}: {
  readonly fields?: readonly string[] | undefined;
  readonly children: ComponentChildren;
}) => <Wrong.Provider value={fields}>{children}</Wrong.Provider>;

/** What ties a field to its hint, and to the fault where it was wrong. */
export function useField(name: string, hint?: string) {
  const isWrong = useContext(Wrong).includes(name);
  const described = [...(isWrong ? [ID] : []), ...(hint === undefined ? [] : [hint])].join(' ');
  return {
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  };
}

export const FormError = ({ words, chrome }: { readonly words: string; readonly chrome: Chrome }) => (
  <p id={ID} class="error" role="alert" tabIndex={-1} autofocus>
    <strong>{sayOn(chrome, 'form.error')}.</strong> {words}
  </p>
);

/** The title of a page that shows a form again. */
export const titleWith = (title: string, error: string | undefined, chrome: Chrome): string =>
  error === undefined ? title : `${sayOn(chrome, 'form.error')}: ${title}`;
