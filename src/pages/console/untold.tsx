/**
 * What a person must still be told of a request, each with the button for having told them in another way.
 * Flow:    start-page.tsx, request-page.tsx → here.
 * Promise: by when stands beside it; there is a button only where something was written that can be handed over.
 * Source:  GDPR 12(3); 11 CCR 7021(a); decision 0087.
 */
import type { RequestCard } from '../../answers/console/request-work.ts';
import { waysOfShowing } from '../../vocabulary/notice.ts';
import { sayOn } from '../chrome.ts';
import type { ConsoleChrome } from './frame.tsx';
import { DueDay, Form, Select } from './parts.tsx';

interface Props {
  readonly request: Pick<RequestCard, 'id' | 'untold'>;
  readonly chrome: ConsoleChrome;
}

export const ToTell = ({ request: { id, untold }, chrome }: Props) => (
  <>
    {untold.map(({ words, message, due }) => (
      <>
        <p>
          {words}, <DueDay due={due} />
        </p>
        {message === undefined ? null : (
          <div class="search-row">
            <Form
              chrome={chrome}
              action={`/console/untold/${id}`}
              label={sayOn(chrome, 'console.told.send')}
              look="quiet"
            >
              <input type="hidden" name="message" value={message} />
              <Select
                id={`how-${message}`}
                name="how"
                label={sayOn(chrome, 'console.told.how')}
                options={waysOfShowing.map((way) => ({ value: way, label: sayOn(chrome, `console.told.${way}`) }))}
              />
            </Form>
          </div>
        )}
      </>
    ))}
  </>
);
