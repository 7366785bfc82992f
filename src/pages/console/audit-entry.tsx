/**
 * One entry beside the list: what it is, every field that was recorded, its proof drawn, and how anybody checks it.
 * Flow:    audit-page.tsx → here → charts/proof-path.tsx.
 * Promise: what is said of the proof was computed for this page; a proof that does not hold says so in words.
 * Source:  docs/design.md 12; docs/verifying.md.
 */
import type { ComponentChildren } from 'preact';
import type { AuditFilters, AuditPlace, AuditState } from '../../answers/ledger/audit.ts';
import type { AuditEntry } from '../../answers/ledger/audit-entry.ts';
import { isByPass } from '../../vocabulary/pass.ts';
import { ProofPath } from '../charts/proof-path.tsx';
import { countOn, sayOn, timeOn } from '../chrome.ts';
import { ButtonLink, More, scrolls, WideTable } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import { auditHref, evidenceHref, proofHref } from './audit-links.ts';
import { KindWords } from './audit-list.tsx';
import type { ConsoleChrome } from './frame.tsx';
import { Facts } from './parts.tsx';

interface EntryProps {
  readonly entry: AuditEntry;
  readonly state: AuditState;
  readonly filters: AuditFilters;
  readonly place: AuditPlace;
  readonly chrome: ConsoleChrome;
}

type Fact = readonly [string, ComponentChildren];
type Proof = NonNullable<AuditEntry['proof']>;

function actorFact({ entry, chrome }: EntryProps): readonly Fact[] {
  const { actor } = entry.row;
  if (actor === undefined) return [];
  const by = (
    <>
      {sayOn(chrome, 'console.audit.actor', { role: actor.role })}
      {actor.id === 'self' ? null : (
        <>
          {' '}
          <a class="hash" href={auditHref({ actor: actor.id })}>
            {actor.id}
          </a>
        </>
      )}
    </>
  );
  const { through } = actor;
  const link = through === undefined ? [] : [throughFact(through, chrome)];
  return [[sayOn(chrome, 'console.audit.column.by'), by], ...link];
}

type Maker = { readonly id: string; readonly link: string; readonly role: string };

const throughFact = ({ id, link, role }: Maker, chrome: ConsoleChrome): Fact => [
  sayOn(chrome, isByPass(link) ? 'in-page.audit.through' : 'console.audit.entry.through'),
  <>
    {sayOn(chrome, 'console.audit.actor', { role })} <span class="hash">{id}</span>
  </>,
];

/** What is there of it, in the order in which somebody asks. */
function factsOf(props: EntryProps): readonly Fact[] {
  const { entry, chrome } = props;
  const { at, subject, aiSystem, because } = entry.row;
  const whose =
    subject === undefined ? null : (
      <a class="hash" href={auditHref({ subject })}>
        {subject}
      </a>
    );
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [sayOn(chrome, 'console.audit.entry.recorded'), at === null ? null : timeOn(chrome, at)],
    [sayOn(chrome, 'console.audit.person'), whose],
    [sayOn(chrome, 'console.audit.entry.n'), entry.n === null ? null : countOn(chrome, entry.n)],
    [sayOn(chrome, 'console.column.system'), aiSystem?.name ?? null],
    [sayOn(chrome, 'console.audit.entry.purpose'), entry.purpose],
    [sayOn(chrome, 'console.audit.entry.why'), because ?? null],
    ...actorFact(props),
    [sayOn(chrome, 'console.audit.entry.id'), entry.id === null ? null : <span class="hash">{entry.id}</span>],
    [sayOn(chrome, 'console.audit.column.seal'), <span class="hash">{entry.row.leafHash}</span>],
  ];
  return facts.filter(([, value]) => value !== null);
}

const Fields = ({ entry, chrome }: EntryProps) =>
  entry.fields.length === 0 ? null : (
    <More summary={sayOn(chrome, 'console.audit.entry.fields')}>
      <WideTable label={sayOn(chrome, 'console.audit.entry.fields')} look="field-table">
        <thead>
          <tr>
            <th scope="col">{sayOn(chrome, 'console.audit.entry.field')}</th>
            <th scope="col">{sayOn(chrome, 'console.audit.entry.value')}</th>
          </tr>
        </thead>
        <tbody>
          {entry.fields.map(({ name, value }) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {entry.isCut ? <p class="hint">{sayOn(chrome, 'console.audit.entry.fields.cut')}</p> : null}
    </More>
  );

const checks = [
  ['hash', 'isAsHashed'],
  ['content', 'isAsCommitted'],
  ['root', 'leadsToRoot'],
  ['signed', 'isSigned'],
] as const;

const Checks = ({ proof, chrome }: { readonly proof: Proof; readonly chrome: ConsoleChrome }) => (
  <ul class="proof-checks">
    {checks.map(([name, member]) => {
      const holds = proof[member];
      return holds === undefined ? null : (
        <li class={holds ? 'holds' : 'fails'}>
          <Icon name={holds ? 'check' : 'cross'} />
          {sayOn(chrome, `console.audit.proof.${name}`, { holds: holds ? 'yes' : 'no' })}
        </li>
      );
    })}
  </ul>
);

const Hashes = ({ proof, chrome }: { readonly proof: Proof; readonly chrome: ConsoleChrome }) => (
  <More summary={sayOn(chrome, 'console.audit.proof.list')}>
    <dl class="proof-hashes">
      <dt>{sayOn(chrome, 'console.audit.proof.entry')}</dt>
      <dd class="hash">{proof.leafHash}</dd>
      {proof.steps.map(({ beside, makes }) => (
        <>
          <dt>{sayOn(chrome, 'console.audit.proof.beside')}</dt>
          <dd class="hash">{beside}</dd>
          <dt>{sayOn(chrome, 'console.audit.proof.makes')}</dt>
          <dd class="hash">{makes}</dd>
        </>
      ))}
      <dt>{sayOn(chrome, 'console.audit.root')}</dt>
      <dd class="hash">{proof.root}</dd>
    </dl>
  </More>
);

const Proved = ({ proof, entry, chrome }: EntryProps & { readonly proof: Proof }) => {
  const count = proof.steps.length;
  const words = sayOn(chrome, 'console.audit.proof.words', { count, size: countOn(chrome, proof.treeSize) });
  return (
    <section class="proof-part" aria-labelledby="proof">
      <h3 id="proof" class={proof.isGood ? 'proof-good' : 'proof-bad'}>
        <Icon name={proof.isGood ? 'shield' : 'late'} />
        {sayOn(chrome, proof.isGood ? 'console.audit.proof.good' : 'console.audit.proof.bad')}
      </h3>
      <p>{words}</p>
      {count === 0 ? null : (
        <ProofPath
          chrome={chrome}
          title={sayOn(chrome, 'console.audit.proof.drawing')}
          description={words}
          leaf={proof.leafHash}
          root={proof.root}
          steps={proof.steps}
        />
      )}
      <Checks proof={proof} chrome={chrome} />
      <p class="hint">{sayOn(chrome, 'console.audit.proof.at', { day: timeOn(chrome, proof.at) })}</p>
      <Hashes proof={proof} chrome={chrome} />
      <p class="downloads">
        <ButtonLink href={proofHref(entry.row)} label={sayOn(chrome, 'console.audit.self.proof')} />
        {entry.row.subject === undefined ? null : (
          <>
            <ButtonLink href={evidenceHref(entry.row.subject)} label={sayOn(chrome, 'console.audit.pack')} />
            <ButtonLink
              href={`/console/customers/${entry.row.subject}`}
              label={sayOn(chrome, 'console.customers.open')}
            />
          </>
        )}
      </p>
    </section>
  );
};

/** The name of the log stands in the key; the rest of it comes from elsewhere than this page. */
const commandFor = (vkey: string | null): string =>
  `npm run verify -- evidence.json --vkey "${(vkey ?? '').split('+')[0]}+…"`;

export const CheckYourself = ({ state, chrome }: { readonly state: AuditState; readonly chrome: ConsoleChrome }) => (
  <>
    <p>{sayOn(chrome, 'console.audit.self.words')}</p>
    <pre {...scrolls}>
      <code>{commandFor(state.vkey)}</code>
    </pre>
    <p>{sayOn(chrome, 'console.audit.self.all')}</p>
    <p class="row-links">
      <a href={`/ledger/${state.log}/checkpoint`}>{sayOn(chrome, 'console.audit.self.checkpoint')}</a>
      <a href={`/ledger/${state.log}/vkey`}>{sayOn(chrome, 'console.audit.self.key')}</a>
    </p>
  </>
);

export const AuditEntryPanel = (props: EntryProps) => {
  const { entry, state, filters, place, chrome } = props;
  const { row, proof } = entry;
  const title = sayOn(chrome, 'console.audit.entry.title', {
    index: row.log === 0 ? countOn(chrome, row.index) : `${row.log}/${countOn(chrome, row.index)}`,
  });
  return (
    <section id="entry" class="panel entry-panel" aria-labelledby="entry-title" tabIndex={-1}>
      <p class="entry-close">
        <a href={auditHref(filters, place)}>{sayOn(chrome, 'console.audit.entry.close')}</a>
      </p>
      <KindWords row={row} />
      <h2 id="entry-title">{title}</h2>
      {row.look === 'erased' ? <p>{sayOn(chrome, 'console.audit.entry.erased')}</p> : null}
      <Facts facts={factsOf(props)} />
      {row.subject === undefined ? null : (
        <>
          <h3>{sayOn(chrome, 'console.audit.entry.sentence')}</h3>
          <p class="quote">{entry.sentence}</p>
          <p class="hint">{sayOn(chrome, 'console.look.recorded')}</p>
        </>
      )}
      <Fields {...props} />
      {proof === null ? null : <Proved {...props} proof={proof} />}
      <h3>{sayOn(chrome, 'console.audit.self.title')}</h3>
      <CheckYourself state={state} chrome={chrome} />
    </section>
  );
};
