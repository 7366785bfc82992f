/**
 * The third layer of a decision: the data with sources, the AI system's benefits and limits side by side, the human
 * part, what else counted, what follows, and how to object.
 * Flow:    decision-page.tsx → here → charts, rights section.
 * Promise: the description is the one in force when it decided; a limit never stands further away than its benefit.
 * Source:  docs/law.md 4 (levels 1 to 3); docs/explanations.md (benefits and limits side by side).
 */
import type { ComponentChildren } from 'preact';
import type { ExplanationAnswer, Layer3, SystemCard } from '../../answers/explanation/explanation-answer.ts';
import type { MessageKey } from '../../language/say.ts';
import { RightsSection } from '../ai-use/rights-section.tsx';
import { FactorBars } from '../charts/factor-bars.tsx';
import { type Chrome, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';

interface LayerProps {
  readonly layer: Layer3;
  readonly explanation: ExplanationAnswer;
  readonly chrome: Chrome;
}

const Inputs = ({ layer, chrome }: Pick<LayerProps, 'layer' | 'chrome'>) => (
  <WideTable label={sayOn(chrome, 'use.decision.data')}>
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'use.decision.data')}</th>
        <th scope="col">{sayOn(chrome, 'use.decision.value')}</th>
        <th scope="col">{sayOn(chrome, 'use.decision.kind')}</th>
        <th scope="col">{sayOn(chrome, 'use.decision.source')}</th>
      </tr>
    </thead>
    <tbody>
      {layer.dataUsed.map(({ label, value, categoryLabel, source }) => (
        <tr>
          <th scope="row">{label}</th>
          <td>{value}</td>
          <td>{categoryLabel}</td>
          <td>{source ?? ''}</td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

const Block = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <div class="block">
    <h2>{title}</h2>
    {children}
  </div>
);

const Texts = ({ texts, chrome }: { readonly texts: readonly string[]; readonly chrome: Chrome }) => (
  <div>
    {texts.length === 0 ? (
      <p class="quiet">{sayOn(chrome, 'use.fact.not-published')}</p>
    ) : (
      texts.map((text) => <p>{text}</p>)
    )}
  </div>
);

const Side = ({
  title,
  texts,
  chrome,
}: {
  readonly title: MessageKey;
  readonly texts: readonly string[];
  readonly chrome: Chrome;
}) => (
  <div>
    <dt>{sayOn(chrome, title)}</dt>
    <dd>
      <Texts texts={texts} chrome={chrome} />
    </dd>
  </div>
);

/** The newest notice that the person was shown before this was decided. */
const NoticeShownBefore = ({ layer, explanation }: Pick<LayerProps, 'layer' | 'explanation'>) => {
  const { decidedAt, purpose } = explanation;
  const told = layer.system?.toldBeforehand.find((shown) => shown.at <= decidedAt && shown.purpose === purpose.key);
  return told === undefined ? null : <p class="quiet">{told.words}</p>;
};

const System = ({
  system,
  chrome,
  children,
}: {
  readonly system: SystemCard;
  readonly chrome: Chrome;
  readonly children: ComponentChildren;
}) => (
  <Block title={sayOn(chrome, 'explanation.system')}>
    {system.changedWords === null ? null : <p class="quiet">{system.changedWords}</p>}
    <dl class="facts">
      <Side title="use.fact.benefits" texts={system.benefits} chrome={chrome} />
      <Side title="use.fact.limitations" texts={system.limitations} chrome={chrome} />
      <Side title="use.fact.logic" texts={system.logic === null ? [] : [system.logic]} chrome={chrome} />
      <Side title="use.fact.consequences" texts={system.possibleConsequences} chrome={chrome} />
    </dl>
    {children}
  </Block>
);

const listOr = (texts: readonly (string | null)[], otherwise: string): readonly string[] => {
  const said = texts.filter((text) => text !== null);
  return said.length === 0 ? [otherwise] : said;
};

const Follows = ({ layer, chrome }: Pick<LayerProps, 'layer' | 'chrome'>) => (
  <>
    <Block title={sayOn(chrome, 'explanation.people')}>
      <p>{layer.humanInvolvement.words}</p>
      {layer.humanInvolvement.whatTheyDid === null ? null : <p>{layer.humanInvolvement.whatTheyDid}</p>}
    </Block>
    <Block title={sayOn(chrome, 'explanation.other')}>
      <Texts texts={listOr(layer.otherFactors, sayOn(chrome, 'explanation.other.none'))} chrome={chrome} />
    </Block>
    <Block title={sayOn(chrome, 'explanation.follows')}>
      <Texts
        texts={listOr(
          [layer.significance, layer.consequences, layer.futureUse, ...layer.scoreSuppliedTo.map(({ words }) => words)],
          sayOn(chrome, 'explanation.follows.none'),
        )}
        chrome={chrome}
      />
    </Block>
  </>
);

export const DepthLayer = ({ layer, explanation, chrome }: LayerProps) => (
  <>
    <Block title={sayOn(chrome, 'use.decision.data')}>
      <Inputs layer={layer} chrome={chrome} />
    </Block>
    <Block title={sayOn(chrome, 'use.decision.result')}>
      <p>{layer.output?.words ?? sayOn(chrome, 'decision.output.none')}</p>
    </Block>
    {layer.factors.length === 0 ? null : (
      <Block title={sayOn(chrome, 'explanation.all-factors')}>
        <FactorBars factors={layer.factors} chrome={chrome} />
      </Block>
    )}
    {layer.system === null ? null : (
      <System system={layer.system} chrome={chrome}>
        <NoticeShownBefore layer={layer} explanation={explanation} />
      </System>
    )}
    <Follows layer={layer} chrome={chrome} />
    <RightsSection rights={layer.rights} chrome={chrome} />
  </>
);
