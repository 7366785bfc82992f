/**
 * One AI system on the page: what it does, how the choice stands, twelve months of use, and what the person can change.
 * Flow:    page.tsx → here → system-details.tsx, charts/month-bars.tsx.
 * Promise: the reason a use is allowed stands in words beside its colour; every control says what follows.
 * Source:  docs/design.md 12 (the AI systems).
 */
import type { Action, ChoiceState, PurposeChoice, SystemAnswer } from '../../answers/use/system-answer.ts';
import { MonthBars } from '../charts/month-bars.tsx';
import { type Chrome, countOn, sayOn } from '../chrome.ts';
import { ButtonForm, ButtonLink, Saved } from '../controls.tsx';
import { Icon, type IconName } from '../icons.tsx';
import { SystemDetails } from './system-details.tsx';

interface SystemProps {
  readonly system: SystemAnswer;
  readonly months: readonly string[];
  readonly series: number;
  readonly highest: number;
  /** How many of the decisions shown on this page the system had a part in. */
  readonly decisions: number;
  /** A card before this one says already that the choice of its purpose was changed. */
  readonly isSavedElsewhere: boolean;
  readonly chrome: Chrome;
}

const looks: Readonly<Record<ChoiceState, { readonly chip: string; readonly icon: IconName | null }>> = {
  agreed: { chip: 'agreed', icon: 'check' },
  'not-agreed': { chip: 'stopped', icon: 'cross' },
  stopped: { chip: 'stopped', icon: 'cross' },
  needed: { chip: 'needed', icon: null },
  'allowed-by-default': { chip: 'needed', icon: null },
  unavailable: { chip: 'stopped', icon: 'pause' },
};

const ChoiceChip = ({ choice, many }: { readonly choice: PurposeChoice; readonly many: boolean }) => {
  const { chip, icon } = looks[choice.state];
  const basis = choice.bases[0]?.words;
  const words =
    choice.state === 'needed' || choice.state === 'allowed-by-default' ? (basis ?? choice.words) : choice.words;
  return (
    <li class={`chip ${chip}`}>
      {icon === null ? null : <Icon name={icon} />}
      {many ? `${choice.name}: ${words}` : words}
    </li>
  );
};

const Chips = ({ system }: { readonly system: SystemAnswer }) => (
  <ul class="chips">
    {system.choice.purposes.map((choice) => (
      <ChoiceChip choice={choice} many={system.choice.purposes.length > 1} />
    ))}
    {system.dataCategories.map(({ label }) => (
      <li class="chip">{label}</li>
    ))}
  </ul>
);

const ActionControl = ({
  action,
  system,
  chrome,
}: {
  readonly action: Action;
  readonly system: SystemAnswer;
  readonly chrome: Chrome;
}) => {
  const about = system.name;
  if (action.form === undefined) return <ButtonLink href={action.way.href} label={action.words} about={about} />;
  const isSwitch = action.action === 'withdraw';
  return (
    <div class={isSwitch ? 'switch-row' : ''}>
      {isSwitch ? <span class="switch-word">{sayOn(chrome, 'use.system.allowed')}</span> : null}
      <ButtonForm
        chrome={chrome}
        action="/me/choices"
        fields={{ ...action.form, back: 'me' }}
        label={action.words}
        about={about}
        look={isSwitch ? 'switch' : 'quiet'}
      />
    </div>
  );
};

/** The first thing to do stands on the card; asking why is always open among the rights. */
const Actions = ({ system, chrome }: Pick<SystemProps, 'system' | 'chrome'>) => {
  if (chrome.session === undefined) return <div class="actions" />;
  const shown = system.whatYouCanDo.filter(({ action }) => action !== 'ask-explanation').slice(0, 3);
  return (
    <div class="actions">
      {(shown.length === 0 ? system.whatYouCanDo : shown).map((action) => (
        <div class="action">
          <ActionControl action={action} system={system} chrome={chrome} />
          <p class="effect">{action.effect}</p>
        </div>
      ))}
    </div>
  );
};

const usedByMonth = ({ uses }: SystemAnswer) =>
  uses.byMonth.map(({ month, allowed, reported }) => ({ month, count: allowed + reported }));

/** Uses in the highest month of any of these systems. */
export const highestMonth = (systems: readonly SystemAnswer[], months: readonly string[]): number =>
  Math.max(1, ...systems.flatMap(usedByMonth).flatMap(({ month, count }) => (months.includes(month) ? count : [])));

/** A decision that came without a report of a use is told here, so that no card says "0 uses" and nothing else. */
const Used = ({ system, months, series, decisions, highest, chrome }: SystemProps) => {
  const counts = usedByMonth(system);
  const bars = counts.filter(({ month }) => months.includes(month));
  const total = (of: readonly { readonly count: number }[]): number => of.reduce((sum, { count }) => sum + count, 0);
  const older = total(counts) - total(bars);
  return (
    <div class="used">
      <p class="used-count">
        <strong>{countOn(chrome, total(bars))}</strong> {sayOn(chrome, 'use.system.uses', { count: total(bars) })}
      </p>
      <MonthBars
        chrome={chrome}
        bars={bars}
        highest={highest}
        system={{ key: system.key, name: system.name, series }}
      />
      {decisions > 0 ? <p class="effect">{sayOn(chrome, 'use.decisions.count', { count: decisions })}</p> : null}
      {older > 0 ? <p class="effect">{sayOn(chrome, 'use.system.older', { count: older })}</p> : null}
      {system.uses.refused > 0 ? (
        <p class="effect">{sayOn(chrome, 'use.system.refused', { count: system.uses.refused })}</p>
      ) : null}
    </div>
  );
};

export const AiSystemCard = (props: SystemProps) => {
  const { system, series, chrome } = props;
  const saved = system.choice.purposes.find(({ purpose }) => purpose === chrome.saved);
  return (
    <article class="card system" aria-labelledby={`system-${system.key}`}>
      {saved === undefined || props.isSavedElsewhere ? null : <Saved words={saved.words} chrome={chrome} />}
      <div class="system-grid">
        <div class="system-words">
          <h3 id={`system-${system.key}`}>
            <span class={`dot s${series}`} aria-hidden="true" />
            {system.name}
          </h3>
          {system.uses.withoutPermissionWords === null ? null : (
            <p class="status">{system.uses.withoutPermissionWords}</p>
          )}
          {system.statusWords === null ? null : <p class="status">{system.statusWords}</p>}
          <p>{system.description ?? system.logic ?? system.interactionDisclosure}</p>
          <Chips system={system} />
          {system.toldBeforehand[0] === undefined ? null : <p class="effect">{system.toldBeforehand[0].words}</p>}
        </div>
        <Used {...props} />
        <Actions system={system} chrome={chrome} />
      </div>
      <SystemDetails system={system} months={props.months} chrome={chrome} />
    </article>
  );
};
