/**
 * Texts of customers in the console: the search, and one person on one page.
 * Flow:    ../en.ts → here.
 * Promise: what is counted has the same words wherever it stands; a look is said before it is taken.
 * Source:  docs/design.md 8.
 */
export const consoleCustomerMessages = {
  'console.nav.customers': 'Customers',
  'console.customers.lead':
    'One person on one page: what they chose, what AI did with their data, what they asked for, and who looked.',
  'console.customers.one': 'One customer',
  'console.customers.open': 'Open this customer',
  'console.customers.known-as': 'Known as',
  'console.customers.age': 'Age',
  'console.customers.age.under-13': 'under 13',
  'console.customers.age.13-15': '13 to 15',
  'console.customers.age.16-17': '16 or 17',
  'console.customers.age.adult': '18 or older',
  'console.customers.age.none': 'not recorded',
  'console.customers.uses': 'Uses of data',
  'console.customers.refused': 'Refused',
  'console.customers.without': 'Without permission',
  'console.customers.systems': 'What AI systems did',
  'console.customers.choice': 'Choice',
  'console.customers.choices': 'Choices and limits, the newest first',
  'console.customers.choices.none': 'No choice and no limit is on record.',
  'console.customers.requests.none': 'This person has asked for nothing yet.',
  'console.customers.looks': 'Who looked',
  'console.customers.looks.note': 'By day. The person can see these, too.',
  'console.customers.day': 'Day',
  'console.customers.ledger': '{count, plural, one {One entry} other {# entries}} in the ledger',
  'console.customers.role':
    '{role, select, officer {Privacy team} support {Support team} admin {Administrator} service {A service} other {Staff}}',
  'console.customers.reason':
    '{reason, select, request {A request} review {A review} support {Support} audit {An audit} other {Not stated}}',
} as const;
