/**
 * The search for a customer, which the support desk and the page of customers share.
 * Flow:    desk-page.tsx, customer-page.tsx → here → parts.tsx.
 * Promise: says before every search that the look is recorded and that the person can see it; the search is a POST, so
 *          that no identifier stands in an address.
 * Source:  docs/design.md 8; docs/law.md 9.
 */
import { sayOn } from '../chrome.ts';
import type { ConsoleChrome } from './frame.tsx';
import { Aside, Form, Input } from './parts.tsx';

interface Searching {
  /** Where it is sent. */
  readonly action: string;
  /** What was typed before. */
  readonly whom?: string;
  readonly chrome: ConsoleChrome;
}

export const CustomerSearch = ({ action, whom = '', chrome }: Searching) => (
  <div class="panel">
    <Aside chrome={chrome} words={sayOn(chrome, 'console.desk.recorded')} />
    <div class="search-row">
      <Form chrome={chrome} action={action} label={sayOn(chrome, 'console.desk.search')}>
        <Input
          id="whom"
          name="whom"
          label={sayOn(chrome, 'console.desk.whom')}
          hint={sayOn(chrome, 'console.desk.whom.hint')}
          value={whom}
          required
        />
      </Form>
    </div>
  </div>
);
