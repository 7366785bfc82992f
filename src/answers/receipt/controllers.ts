/**
 * Who answers for the data, as a receipt names them.
 * Flow:    settings, the recorded choice → here → document.ts.
 * Promise: who is configured, and whom the notice named when the person chose; nobody is made up.
 * Source:  GDPR 13(1)(a), 13(1)(b); ISO/IEC TS 27560:2023 (party fields).
 */
import type { HouseSettings } from '../../ports/reads.ts';
import type { Contact } from '../../vocabulary/contact.ts';
import type { ChoiceFact } from './material.ts';
import { type Linked, node } from './node.ts';

const contactOf = ({ name, email, address }: Contact): Linked =>
  node('schema:ContactPoint', { 'schema:name': name, 'schema:email': email, 'schema:description': address });

export function controllersOf({ company, contact, dpo, baseUrl }: HouseSettings, fact: ChoiceFact) {
  const own = node('dpv:DataController', {
    'dpv:hasIdentifier': baseUrl,
    'dpv:hasName': company,
    'schema:contactPoint': contact && contactOf(contact),
  });
  const named = fact.kind === 'consent.given' ? (fact.payload.controllers ?? []) : [];
  const others = named.filter((name) => name !== company);
  return {
    'dpv:hasDataController': [own, ...others.map((name) => node('dpv:DataController', { 'dpv:hasName': name }))],
    'dpv:hasDataProtectionOfficer': dpo && node('dpv:DataProtectionOfficer', { 'schema:contactPoint': contactOf(dpo) }),
  };
}
