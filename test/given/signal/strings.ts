/**
 * Strings as the consent platforms of pages make them, with the encoders of IAB.
 * Flow:    journeys/signals-sent.test.ts, http/signals → here → @iabgpp/cmpapi, @iabtechlabtcf/core.
 */
import { GppModel } from '@iabgpp/cmpapi';
import { GVL, TCModel, TCString, type VendorList } from '@iabtechlabtcf/core';

type Fields = Readonly<Record<string, unknown>>;

/** By the names of sections: `usca`, `usnat`, … */
export function gppOf(sections: Readonly<Record<string, Fields>>): string {
  const model = new GppModel();
  for (const [section, fields] of Object.entries(sections))
    for (const [name, value] of Object.entries(fields)) model.setFieldValue(section, name, value);
  return model.encode();
}

const purposes = Object.fromEntries(
  Array.from({ length: 11 }, (_each, at) => [
    at + 1,
    { id: at + 1, name: 'a purpose', description: '', illustrations: [] },
  ]),
);
const vendor = {
  id: 1,
  name: 'a vendor',
  purposes: [1, 2, 3],
  legIntPurposes: [],
  flexiblePurposes: [],
  specialPurposes: [],
  features: [],
  specialFeatures: [],
};

/** A TC string of a day (`YYYY-MM-DD`) that agrees to these purposes. */
export function tcfOf(day: string, agreed: readonly number[], policyVersion = 4): string {
  const list = {
    gvlSpecificationVersion: 3,
    vendorListVersion: 100,
    tcfPolicyVersion: policyVersion,
    lastUpdated: '2026-01-01T00:00:00Z',
    purposes,
    specialPurposes: {},
    features: {},
    specialFeatures: {},
    stacks: {},
    vendors: { 1: vendor },
  };
  const model = new TCModel(new GVL(list as unknown as VendorList));
  model.cmpId = 31;
  model.cmpVersion = 1;
  model.purposeConsents.set([...agreed]);
  model.created = new Date(day);
  model.lastUpdated = new Date(day);
  return TCString.encode(model);
}
