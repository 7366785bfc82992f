/**
 * The filters of the audit: those that are set as chips to take away, the others as one form, and the search for a
 * person.
 * Flow:    audit-page.tsx → here.
 * Promise: the form is sent by GET, so that a view is a link; whom somebody looks for is sent by POST and stands in no
 *          address.
 * Source:  WCAG 3.3.2; docs/design.md 8.
 */
import type { AuditFilters } from '../../answers/ledger/audit.ts';
import { isMessageKey } from '../../language/say.ts';
import { dayOn, sayOn } from '../chrome.ts';
import { More } from '../controls.tsx';
import { auditHref, without } from './audit-links.ts';
import { shortId } from './audit-list.tsx';
import type { ConsoleChrome } from './frame.tsx';
import { DayInput, Form, Input, Select } from './parts.tsx';

export interface Choices {
  /** Kinds of entries by their groups. */
  readonly kinds: readonly { readonly group: string; readonly kinds: readonly string[] }[];
  readonly systems: readonly { readonly key: string; readonly name: string }[];
}

interface FilterProps {
  readonly filters: AuditFilters;
  readonly choices: Choices;
  readonly chrome: ConsoleChrome;
}

function kindWords(chrome: ConsoleChrome, kind: string): string {
  const keys = [`console.audit.kind.${kind}`, `console.audit.group.${kind}`];
  const key = keys.find(isMessageKey);
  return key === undefined ? kind : sayOn(chrome, key);
}

const KindSelect = ({ filters, choices, chrome }: FilterProps) => (
  <div class="field">
    <label for="kind">{sayOn(chrome, 'console.audit.filter.kind')}</label>
    <select id="kind" name="kind">
      <option value="">{sayOn(chrome, 'console.audit.filter.all-kinds')}</option>
      {choices.kinds.map(({ group, kinds }) => (
        <optgroup label={kindWords(chrome, group)}>
          <option value={group} selected={filters.kind === group}>
            {sayOn(chrome, 'console.audit.filter.whole-group', { group: kindWords(chrome, group) })}
          </option>
          {kinds.map((kind) => (
            <option value={kind} selected={filters.kind === kind}>
              {kindWords(chrome, kind)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </div>
);

const FilterForm = (props: FilterProps) => {
  const { filters, choices, chrome } = props;
  const { aiSystem = '', subject, actor = '', from = '', to = '' } = filters;
  const systems = choices.systems.map(({ key, name }) => ({ value: key, label: name }));
  const known = aiSystem === '' || systems.some(({ value }) => value === aiSystem);
  return (
    <form class="audit-form" method="get" action="/console/ledger">
      {subject === undefined ? null : <input type="hidden" name="subject" value={subject} />}
      <DayInput id="from" name="from" label={sayOn(chrome, 'console.audit.filter.from')} value={from} />
      <DayInput id="to" name="to" label={sayOn(chrome, 'console.audit.filter.to')} value={to} />
      <KindSelect {...props} />
      <Select
        id="aiSystem"
        name="aiSystem"
        label={sayOn(chrome, 'console.column.system')}
        chosen={aiSystem}
        options={[
          { value: '', label: sayOn(chrome, 'console.filter.all-systems') },
          ...systems,
          ...(known ? [] : [{ value: aiSystem, label: aiSystem }]),
        ]}
      />
      <Input
        id="actor"
        name="actor"
        label={sayOn(chrome, 'console.audit.filter.actor')}
        hint={sayOn(chrome, 'console.audit.filter.actor.hint')}
        value={actor}
      />
      <button class="main" type="submit">
        {sayOn(chrome, 'console.filter.apply')}
      </button>
    </form>
  );
};

/** The words of every filter that is set, each with the address without it. */
function setFilters({ filters, choices, chrome }: FilterProps) {
  const { from, to, kind, aiSystem, subject, actor } = filters;
  const nameOf = (key: string): string => choices.systems.find((system) => system.key === key)?.name ?? key;
  const words: readonly (readonly [keyof AuditFilters, string | undefined])[] = [
    ['from', from && `${sayOn(chrome, 'console.audit.filter.from')} ${dayOn(chrome, from)}`],
    ['to', to && `${sayOn(chrome, 'console.audit.filter.to')} ${dayOn(chrome, to)}`],
    ['kind', kind && kindWords(chrome, kind)],
    ['aiSystem', aiSystem && nameOf(aiSystem)],
    ['subject', subject && `${sayOn(chrome, 'console.audit.person')} ${shortId(subject)}`],
    ['actor', actor && `${sayOn(chrome, 'console.audit.column.by')} ${shortId(actor)}`],
  ];
  return words.flatMap(([name, label]) =>
    label === undefined || label === '' ? [] : [{ label, href: auditHref(without(filters, name)) }],
  );
}

const Chips = (props: FilterProps) => {
  const { chrome } = props;
  const set = setFilters(props);
  if (set.length === 0) return null;
  return (
    <ul class="set-filters">
      {set.map(({ label, href }) => (
        <li>
          <a class="filter" href={href} aria-current="true">
            {label}
            <span class="visually-hidden">, {sayOn(chrome, 'console.audit.filter.remove')}</span>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a href={auditHref({})}>{sayOn(chrome, 'console.audit.filter.clear')}</a>
      </li>
    </ul>
  );
};

const ToDay = ({ filters, chrome }: FilterProps) => (
  <form class="audit-form" method="get" action="/console/ledger">
    {Object.entries(filters).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <DayInput id="until" name="until" label={sayOn(chrome, 'console.audit.until')} required />
    <button class="quiet" type="submit">
      {sayOn(chrome, 'console.audit.until.go')}
    </button>
  </form>
);

const Person = ({ chrome, typed }: FilterProps & { readonly typed?: string }) => (
  <Form chrome={chrome} action="/console/ledger/person" label={sayOn(chrome, 'console.audit.person.send')} look="quiet">
    <Input
      id="typed"
      name="typed"
      label={sayOn(chrome, 'console.audit.person.title')}
      hint={sayOn(chrome, 'console.desk.whom.hint')}
      value={typed ?? ''}
      required
    />
  </Form>
);

export const AuditFilterBar = (props: FilterProps & { readonly typed?: string }) => (
  <div class="audit-filters">
    <Chips {...props} />
    <More summary={sayOn(props.chrome, 'console.audit.filter.more')}>
      <FilterForm {...props} />
      <div class="audit-finders">
        <ToDay {...props} />
        <Person {...props} />
      </div>
    </More>
  </div>
);
