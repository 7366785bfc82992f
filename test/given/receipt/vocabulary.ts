/**
 * Every term that a receipt may use, from those who define it: W3C DPV 2.3, DCMI, schema.org, RDF and XSD.
 * Flow:    journeys/receipts.test.ts → here → test/vectors/dpv-2.3-iris.txt, @vocabulary/dcterms, @vocabulary/schema.
 * Promise: a list from its source and nothing added, but for the four profiles of ISO/IEC TS 27560 that DPV defines in
 *          its file `schema/dpv-27560.ttl`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../src/root.ts';

const subjectsIn = (file: string): readonly string[] =>
  [...readFileSync(join(root, 'node_modules/@vocabulary', file), 'utf8').matchAll(/^<([^>]+)>/gm)].map(
    ([, iri = '']) => iri,
  );

const dpv = readFileSync(join(root, 'test/vectors/dpv-2.3-iris.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('https:'));
const profiles = ['record', 'receipt', 'record-eu-gdpr', 'receipt-eu-gdpr'].map(
  (name) => `https://w3id.org/dpv/schema/dpv-27560#${name}`,
);
const rdf = ['type', 'value', 'langString'].map((name) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`);
const xsd = ['dateTime', 'duration', 'string'].map((name) => `http://www.w3.org/2001/XMLSchema#${name}`);

export const knownTerms: ReadonlySet<string> = new Set([
  ...dpv,
  ...profiles,
  ...rdf,
  ...xsd,
  ...subjectsIn('dcterms/dcterms.nq'),
  ...subjectsIn('schema/schema.nq'),
]);
