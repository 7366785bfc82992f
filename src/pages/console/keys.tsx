/**
 * The help that lists the keys of the console, with the switch that turns them off.
 * Flow:    frame.tsx → here; assets/keys.js opens it.
 * Promise: without script none of it shows, and nothing on the page needs it.
 * Source:  WCAG 2.2 (2.1.4).
 */
import type { MessageKey } from '../../language/say.ts';
import { type Chrome, sayOn } from '../chrome.ts';

const keys = [
  ['j', 'console.keys.next'],
  ['k', 'console.keys.before'],
  [{ named: 'console.keys.key.enter' }, 'console.keys.open'],
  ['/', 'console.keys.find'],
  ['?', 'console.keys.help'],
  [{ named: 'console.keys.key.escape' }, 'console.keys.close'],
] as const satisfies readonly (readonly [string | { readonly named: MessageKey }, MessageKey])[];

export const KeysButton = ({ chrome }: { readonly chrome: Chrome }) => (
  <button id="keys-open" class="plain" type="button" hidden aria-haspopup="dialog">
    {sayOn(chrome, 'console.keys.title')}
  </button>
);

export const KeysHelp = ({ chrome }: { readonly chrome: Chrome }) => (
  <dialog id="keys" class="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">{sayOn(chrome, 'console.keys.title')}</h2>
    <dl class="key-list">
      {keys.map(([key, words]) => (
        <div>
          <dt>
            <kbd>{typeof key === 'string' ? key : sayOn(chrome, key.named)}</kbd>
          </dt>
          <dd>{sayOn(chrome, words)}</dd>
        </div>
      ))}
    </dl>
    <p class="hint">{sayOn(chrome, 'console.keys.note')}</p>
    <form method="dialog">
      <label class="tick">
        <input type="checkbox" id="keys-on" checked />
        <span>{sayOn(chrome, 'console.keys.on')}</span>
      </label>
      <button class="main" type="submit">
        {sayOn(chrome, 'console.keys.close')}
      </button>
    </form>
  </dialog>
);
