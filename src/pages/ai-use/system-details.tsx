/**
 * What stands behind an AI system, folded away: how it works, benefits and limits side by side, tests, gaps, numbers.
 * Flow:    system-card.tsx → here.
 * Promise: published words as they stand; what is not published is shown as not written down. The support guide is
 *          shown only where the answer holds one, which is for officers.
 * Source:  docs/law.md 4 level 1; docs/explanations.md (benefits and limits side by side).
 */
import type { SystemAnswer, UseCounts } from '../../answers/use/system-answer.ts';
import { monthWords } from '../../language/dates.ts';
import { countryWords } from '../../language/regions.ts';
import { type MessageKey, say } from '../../language/say.ts';
import { type Chrome, countOn, dayOn, sayOn } from '../chrome.ts';
import { More, WideTable } from '../controls.tsx';

interface DetailsProps {
  readonly system: SystemAnswer;
  readonly months: readonly string[];
  readonly chrome: Chrome;
}

const Fact = ({
  label,
  texts,
  chrome,
}: {
  readonly label: MessageKey;
  readonly texts: readonly string[];
  readonly chrome: Chrome;
}) => (
  <div>
    <dt>{sayOn(chrome, label)}</dt>
    {texts.length === 0 ? (
      <dd class="quiet">{say(chrome.language, 'use.fact.not-published')}</dd>
    ) : (
      texts.map((text) => <dd>{text}</dd>)
    )}
  </div>
);

const listed = (text: string | null): readonly string[] => (text === null ? [] : [text]);

function testsOf(system: Declared, chrome: Chrome): readonly string[] {
  const done = system.evaluation.filter((test) => test.done);
  return done.map(({ what, result, date }) =>
    [what, result, date === null ? null : dayOn(chrome, date)].filter((part) => part !== null).join(': '),
  );
}

const recipientsOf = (system: Declared, language: string): readonly string[] =>
  system.recipients.map(({ name, country }) =>
    country === null ? name : `${name} (${countryWords(language, country)})`,
  );

const oversightOf = ({ humanOversight }: Declared): readonly string[] =>
  humanOversight === null ? [] : [humanOversight.words, ...listed(humanOversight.description)];

/** What the facts below are read from: the part of an answer that is the same for everybody. */
type Declared = Pick<
  SystemAnswer,
  | 'logic'
  | 'benefits'
  | 'limitations'
  | 'possibleConsequences'
  | 'humanOversight'
  | 'trainingUse'
  | 'sources'
  | 'recipients'
  | 'retention'
  | 'alternativeProcess'
  | 'evaluation'
  | 'provider'
>;

interface FactsProps {
  readonly system: Declared;
  readonly purposes: readonly { readonly name: string; readonly description: string | null }[];
  readonly chrome: Chrome;
}

export const SystemFacts = ({ system, purposes, chrome }: FactsProps) => (
  <dl class="facts">
    <Fact
      chrome={chrome}
      label="use.fact.for"
      texts={purposes.map(({ name, description }) =>
        description === null || description === '' ? name : `${name}. ${description}`,
      )}
    />
    <Fact chrome={chrome} label="use.fact.logic" texts={listed(system.logic)} />
    <Fact chrome={chrome} label="use.fact.benefits" texts={system.benefits} />
    <Fact chrome={chrome} label="use.fact.limitations" texts={system.limitations} />
    {system.possibleConsequences.length === 0 ? null : (
      <Fact chrome={chrome} label="use.fact.consequences" texts={system.possibleConsequences} />
    )}
    <Fact chrome={chrome} label="use.fact.oversight" texts={oversightOf(system)} />
    <Fact chrome={chrome} label="use.fact.training" texts={listed(system.trainingUse?.words ?? null)} />
    <Fact chrome={chrome} label="use.fact.sources" texts={system.sources} />
    <Fact chrome={chrome} label="use.fact.recipients" texts={recipientsOf(system, chrome.language)} />
    <Fact chrome={chrome} label="use.fact.retention" texts={listed(system.retention)} />
    {system.alternativeProcess === null ? null : (
      <Fact chrome={chrome} label="use.fact.alternative" texts={[system.alternativeProcess]} />
    )}
    {system.evaluation.length === 0 ? null : (
      <Fact chrome={chrome} label="use.fact.tests" texts={testsOf(system, chrome)} />
    )}
    <Fact chrome={chrome} label="use.fact.provider" texts={listed(system.provider)} />
  </dl>
);

/** The answer names the newest twelve months first; a table is read from the oldest down. */
const inOrder = (months: UseCounts['byMonth']): UseCounts['byMonth'] =>
  months.toSorted((one, other) => (one.month < other.month ? -1 : 1));

const Months = ({ system, chrome }: Pick<DetailsProps, 'system' | 'chrome'>) => (
  <WideTable label={sayOn(chrome, 'use.system.months')}>
    <caption>{sayOn(chrome, 'use.system.months')}</caption>
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'use.table.month')}</th>
        <th scope="col" class="number">
          {sayOn(chrome, 'use.table.allowed')}
        </th>
        <th scope="col" class="number">
          {sayOn(chrome, 'use.table.refused')}
        </th>
      </tr>
    </thead>
    <tbody>
      {inOrder(system.uses.byMonth).map(({ month, allowed, reported, refused }) => (
        <tr>
          <th scope="row">{monthWords(chrome.language, month)}</th>
          <td class="number">{countOn(chrome, allowed + reported)}</td>
          <td class="number">{countOn(chrome, refused)}</td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

const Gaps = ({ system, chrome }: Pick<DetailsProps, 'system' | 'chrome'>) =>
  system.completeness.length === 0 ? null : (
    <>
      <h4>{sayOn(chrome, 'use.gaps.title')}</h4>
      <ul class="rows">
        {system.completeness.map(({ words }) => (
          <li>{words}</li>
        ))}
      </ul>
    </>
  );

const Guide = ({ system, chrome }: Pick<DetailsProps, 'system' | 'chrome'>) =>
  system.supportGuide === undefined ? null : (
    <div class="guide">
      <h4>{sayOn(chrome, 'use.guide.title')}</h4>
      <dl class="facts">
        <Fact chrome={chrome} label="use.guide.say" texts={listed(system.supportGuide.sayThis)} />
        <Fact chrome={chrome} label="use.guide.offer" texts={listed(system.supportGuide.offerThis)} />
        <Fact chrome={chrome} label="use.guide.fails" texts={listed(system.supportGuide.whereItFails)} />
      </dl>
    </div>
  );

const Refusals = ({ system, chrome }: Pick<DetailsProps, 'system' | 'chrome'>) =>
  system.uses.refusedBecause.length === 0 ? null : (
    <ul class="rows">
      {system.uses.refusedBecause.map(({ words, count }) => (
        <li>
          {words} ({countOn(chrome, count)})
        </li>
      ))}
    </ul>
  );

export const SystemDetails = ({ system, chrome }: DetailsProps) => (
  <>
    <Guide system={system} chrome={chrome} />
    <More summary={sayOn(chrome, 'use.system.details')} about={system.name}>
      <SystemFacts system={system} purposes={system.choice.purposes} chrome={chrome} />
      <Gaps system={system} chrome={chrome} />
      <Months system={system} chrome={chrome} />
      <Refusals system={system} chrome={chrome} />
    </More>
  </>
);
