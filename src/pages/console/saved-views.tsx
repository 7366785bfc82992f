/**
 * Saved views: the links at the side, the form that saves the present one, the list with its removals.
 * Flow:    frame.tsx, start-page.tsx, view-refused-page.tsx → here.
 * Promise: works without script; what a session may not open is not offered.
 * Source:  decision 0130.
 */
import { longestName, type SavedView } from '../../vocabulary/saved-view.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { ButtonForm, More } from '../controls.tsx';
import { Form, Panel } from './parts.tsx';

export interface ViewsChrome extends Chrome {
  /** The views that whoever is signed in saved, as far as this session opens them. */
  readonly views: readonly SavedView[];
  /** The address of this page, where it can be saved as a view. */
  readonly toSave?: string;
}

interface Props {
  readonly chrome: ViewsChrome;
}

export const ViewLinks = ({ chrome }: Props) =>
  chrome.views.length === 0 ? null : (
    <div class="side-group" id="views">
      <p class="side-title">{sayOn(chrome, 'console.views.title')}</p>
      <ul>
        {chrome.views.map(({ name, address }) => (
          <li>
            <a href={address}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );

export const SaveView = ({ chrome }: Props) =>
  chrome.toSave === undefined ? null : (
    <div class="save-view">
      <More summary={sayOn(chrome, 'console.views.save')}>
        <Form chrome={chrome} action="/console/views" label={sayOn(chrome, 'console.views.save.send')} look="quiet">
          <input type="hidden" name="address" value={chrome.toSave} />
          <div class="field">
            <label for="view-name">{sayOn(chrome, 'console.views.name')}</label>
            <input id="view-name" name="name" type="text" required maxLength={longestName} autocomplete="off" />
          </div>
        </Form>
      </More>
    </div>
  );

/** On the first page, where they are removed. */
export const ViewsPanel = ({ chrome }: Props) =>
  chrome.views.length === 0 ? null : (
    <Panel id="my-views" title={sayOn(chrome, 'console.views.title')}>
      <ul class="rows">
        {chrome.views.map(({ name, address }) => (
          <li class="view-row">
            <a href={address}>{name}</a>
            <ButtonForm
              chrome={chrome}
              action="/console/views/remove"
              fields={{ name }}
              label={sayOn(chrome, 'console.views.remove')}
              about={name}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
