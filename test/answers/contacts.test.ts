import { expect, it } from 'vitest';
import { contactsOf } from '../../src/answers/contacts.ts';
import { readerOf } from '../../src/answers/reader.ts';
import { readConfig } from '../../src/config.ts';

it('names whom to write to as it is configured, and nobody else', () => {
  const config = readConfig({
    CANDOR_CONTACT: 'Example Bank; privacy@example.com; 1 Main Street; Berlin',
    CANDOR_DPO: 'Our officer; dpo@example.com',
  });
  if ('faults' in config) throw new Error(config.faults.join());
  const { contact, dpo } = config;
  const settings = {
    defaultRegime: 'EU',
    timeZone: 'UTC',
    holidays: [],
    baseUrl: 'http://localhost',
    traceNames: { subject: [], purpose: [], aiSystem: [] },
    systems: [],
    rulePacks: [],
  };
  const reader = readerOf('en', 'UTC');
  if (contact === undefined || dpo === undefined) throw new Error('both are configured');
  expect(contactsOf({ ...settings, contact, dpo }, reader).map(({ words }) => words)).toEqual([
    'Write to us: Example Bank, privacy@example.com, 1 Main Street; Berlin',
    'Our data protection officer: Our officer, dpo@example.com',
  ]);
  expect(contactsOf(settings, reader)).toEqual([]);
});

it('says how a contact has to be written', () => {
  const read = readConfig({ CANDOR_DPO: 'somebody' });
  expect('faults' in read && read.faults[0]).toContain('name; e-mail; postal address');
});
