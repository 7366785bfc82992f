/**
 * Handlers of customers in the console: one search, one person.
 * Flow:    app → here → record/look, answers/desk → pages/console.
 * Promise: the look stands in the record of the person before a byte of the page is made, or nothing is shown; what
 *          somebody typed stands in no address.
 * Source:  docs/design.md 8.
 */
import * as customers from '../../../../openapi/endpoints/console-customers.ts';
import { askCustomer } from '../../../answers/desk/customer.ts';
import { findKnownPerson } from '../../../answers/person.ts';
import { say } from '../../../language/say.ts';
import { customerPage, customersPage } from '../../../pages/console/customer-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isProblem } from '../../../vocabulary/problems.ts';
import { type Bound, on } from '../../bind.ts';
import type { PageCall } from '../../call.ts';
import { consoleChrome } from '../../console.ts';
import { recordLook } from '../../record/look.ts';
import { readIdentifier } from './desk.ts';

export function consoleCustomerHandlers(house: House): readonly Bound[] {
  const render = async (context: PageCall, failed: { readonly whom?: string; readonly error?: string } = {}) => ({
    status: failed.error === undefined ? 200 : 422,
    text: customersPage(failed, await consoleChrome(house, context)),
  });
  return [
    on(customers.showCustomers)((context) => render(context)),
    on(customers.sendCustomerSearch)(async (context) => {
      const { whom } = context.body;
      const { language } = context;
      const again = (error: string) => render(context, { whom, error });
      const identifier = await readIdentifier(house, whom);
      if (identifier === undefined) return again(say(language, 'console.desk.no-identifier'));
      const refused = await recordLook(house, { subject: identifier, what: 'subject', reason: 'audit' }, context);
      const found = refused ?? (await findKnownPerson(house, identifier));
      if (!isProblem(found)) return { see: `/console/customers/${found.person.subject}` } as const;
      if (found.problem === 'not-found') return again(say(language, 'console.desk.nobody'));
      return found.problem === 'subject-erased' ? again(say(language, 'console.failure.subject-erased')) : found;
    }),
    on(customers.showCustomer)(async (context) => {
      const { language, caller, params } = context;
      const refused = await recordLook(house, { subject: params.subject, what: 'desk', reason: 'audit' }, context);
      const query = { identifier: params.subject, language, staff: caller.actor.id };
      const found = refused ?? (await askCustomer(house, query));
      return isProblem(found) ? found : { status: 200, text: customerPage(found, await consoleChrome(house, context)) };
    }),
  ];
}
