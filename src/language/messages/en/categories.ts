/**
 * Labels of common data categories; a category without one is shown as its own words.
 * Flow:    ../en.ts → here.
 * Promise: a label says what kind of data it is, not where it lies.
 */
export const categoryMessages = {
  'category.account': 'Account details',
  'category.account-details': 'Account details',
  'category.biometric': 'Face, voice or fingerprint',
  'category.chat': 'Your messages',
  'category.chat.officer': 'Messages',
  'category.contact': 'Contact details',
  'category.credit-history': 'Past loans and payments',
  'category.demographic': 'Age and similar facts',
  'category.device': 'Device and place',
  'category.employment': 'Work',
  'category.financial': 'Money and accounts',
  'category.health': 'Health',
  'category.household': 'Household',
  'category.housing': 'Home',
  'category.identity': 'Who you are',
  'category.identity.officer': 'Identity',
  'category.loan-request': 'Your loan request',
  'category.loan-request.officer': 'Loan request',
  'category.location': 'Where you are',
  'category.location.officer': 'Location',
  'category.messages': 'Your messages',
  'category.messages.officer': 'Messages',
  'category.order-history': 'Past orders',
  'category.orders': 'Orders',
  'category.payments': 'Payments',
  'category.purchases': 'Purchases',
  'category.transactions': 'Payments',
} as const satisfies Record<string, string>;
