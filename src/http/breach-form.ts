/**
 * What somebody typed into a form about a breach, as a body of the API: moments of the zone of the installation, ticked
 * boxes, and nothing for what was left empty.
 * Flow:    http/handlers/console/breaches → here → answers/console/moment.ts, the models of the API.
 * Promise: a moment that is no moment goes on as it was typed, so that the model says what is wrong with it.
 * Source:  decision 0117.
 */
import { momentTyped } from '../answers/console/moment.ts';
import { withoutEmpty } from './console.ts';

export type BreachFields = Readonly<Record<string, string>>;

const lists = ['aiSystems', 'purposes', 'dataCategories'] as const;
const times = ['noticedAt', 'from', 'to', 'toldAt'] as const;

const boxesIn = (fields: BreachFields, list: string): readonly string[] =>
  Object.keys(fields).flatMap((name) => (name.startsWith(`${list}.`) ? [name.slice(list.length + 1)] : []));

/** A browser ends lines as mail does. */
const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n');

export function breachBodyOf(form: BreachFields, timeZone: string): object {
  const fields = withoutEmpty(form) as BreachFields;
  const single = Object.entries(fields).flatMap(([name, text]) => {
    if (name.includes('.') || name === 'regimes') return [];
    return [[name, times.some((time) => time === name) ? momentTyped(text, timeZone) : plainLines(text)] as const];
  });
  const ticked = lists.flatMap((list) => {
    const keys = boxesIn(fields, list);
    return keys.length === 0 ? [] : [[list, keys] as const];
  });
  const laws = fields['regimes']?.split(',').flatMap((law) => (law.trim() === '' ? [] : [law.trim()]));
  return { ...Object.fromEntries([...single, ...ticked]), ...(laws === undefined ? {} : { regimes: laws }) };
}
