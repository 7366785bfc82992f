/**
 * A plan as lines that a person reads before anything is done.
 * Flow:    scripts/data-map → here → the terminal.
 */
import type { ConnectedSystem } from '../../src/systems/read-maps.ts';

type Database = Extract<ConnectedSystem, { kind: 'database' }>;
type ReadStep = Database['plan']['reads'][number];
type EraseStep = Database['plan']['erasures'][number];

const foundBy = (by: ReadStep['by'][number]): string =>
  'identity' in by
    ? `${by.field} is their ${by.identity}`
    : `${by.field} is a ${by.values.collection}.${by.values.field} found before${by.isUp ? ', which others may share' : ''}`;

const readWords = ({ collection, fields, by }: ReadStep, at: number): string =>
  `  ${at + 1}. ${collection} (${fields.length} columns) where ${by.map(foundBy).join(' or ')}`;

function eraseWords(step: EraseStep, at: number): string {
  if (step.how === 'delete') return `  ${at + 1}. ${step.collection}: the rows are deleted`;
  return `  ${at + 1}. ${step.collection}: ${step.masks.map(({ field, mask }) => `${field} (${mask.strategy})`).join(', ')}`;
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n${title}\n${lines.join('\n')}\n`;

/** What is done in a system, in order. */
export function planWords(connected: ConnectedSystem): string {
  const { key, name } = connected.system;
  if (connected.kind === 'manual') return `${name} (${key}): a person does it.\n  ${connected.system.steps}\n`;
  if (connected.kind === 'http')
    return `${name} (${key}): asked over HTTP at ${URL.parse(connected.system.url)?.host ?? '?'} by ${connected.system.identities.join(', ')}.\n`;
  if (connected.kind === 'opendsr')
    return `${name} (${key}): asked by OpenDSR at ${URL.parse(connected.system.url)?.host ?? '?'} by ${connected.system.identities.join(', ')}.\n`;
  if (connected.kind === 's3') {
    const { bucket, prefix, endpoint, read, erase } = connected.system;
    return `${name} (${key}): the objects of ${bucket} below ${prefix} at ${URL.parse(endpoint)?.host ?? '?'}, read with ${read}, erased with ${erase}.\n`;
  }
  const { plan, system } = connected;
  return [
    `${name} (${key}): ${system.kind}, read with ${system.read}, erased with ${system.erase}.\n`,
    section('Read, in this order:', plan.reads.map(readWords)),
    section('Erased, in this order, in one transaction:', plan.erasures.map(eraseWords)),
    section(
      'Kept against an erasure:',
      plan.kept.map(({ collection, reason }) => `  ${collection}: ${reason}`),
    ),
    section(
      'Left out knowingly:',
      (system.ignored ?? []).map((each) => `  ${each}`),
    ),
  ].join('');
}
