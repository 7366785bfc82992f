/**
 * The fourth layer of a decision: under which versions and permission it was made, what was not recorded, and the
 * proof.
 * Flow:    decision-page.tsx → here.
 * Promise: what is shown is enough to check the entry against the signed checkpoint without trusting this page.
 * Source:  docs/design.md 5; docs/law.md 4 (level 2: versions, withheld).
 */
import type { ExplanationAnswer, ExplanationProof, Layer4 } from '../../answers/explanation/explanation-answer.ts';
import { type Chrome, exactOn, sayOn } from '../chrome.ts';

interface LayerProps {
  readonly layer: Layer4;
  readonly explanation: ExplanationAnswer;
  readonly chrome: Chrome;
}

const Rows = ({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <div class="block">
      <h2>{title}</h2>
      <ul class="rows">
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </div>
  );

const Proof = ({ proof, chrome }: { readonly proof: ExplanationProof; readonly chrome: Chrome }) => (
  <div class="block">
    <h2>{sayOn(chrome, 'explanation.proof.path')}</h2>
    <p>{proof.words}</p>
    <p class="hash">{proof.leafHash}</p>
    {proof.inclusion.map((hash) => (
      <p class="hash">{hash}</p>
    ))}
    {proof.checkpoint === null ? null : (
      <>
        <h3>{sayOn(chrome, 'explanation.proof.checkpoint')}</h3>
        {proof.checkpoint
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => (
            <p class="hash">{line}</p>
          ))}
      </>
    )}
    {chrome.session === undefined ? null : (
      <p>
        <a href={proof.evidence.href}>{sayOn(chrome, 'explanation.record')}</a>
      </p>
    )}
  </div>
);

/** Only an answer to staff holds any; the method is a code, as the deciding system named it. */
const Weights = ({ explanation, chrome }: Pick<LayerProps, 'explanation' | 'chrome'>) => {
  const [, , { factors }] = explanation.layers;
  const weighed = factors.filter(({ weight }) => weight !== undefined);
  return weighed.length === 0 ? null : (
    <div class="block">
      <h2>{sayOn(chrome, 'explanation.weights.officer')}</h2>
      <ul class="rows">
        {weighed.map(({ label, weight, method }) => (
          <li>
            {label}: {weight === undefined ? null : exactOn(chrome, weight)}{' '}
            {method === undefined ? null : <code>{method}</code>}
          </li>
        ))}
      </ul>
    </div>
  );
};

export const RecordLayer = ({ layer, explanation, chrome }: LayerProps) => (
  <>
    <Weights explanation={explanation} chrome={chrome} />
    <Rows title={sayOn(chrome, 'use.decision.permission')} texts={[layer.permission.words]} />
    <Rows
      title={sayOn(chrome, 'use.decision.ai', { words: layer.modelVersion ?? '' })}
      texts={layer.versions.map(({ key, version }) => `${key} ${version}`)}
    />
    <Rows title={sayOn(chrome, 'letter.explanation.changed')} texts={layer.counterfactuals.map(({ words }) => words)} />
    <Rows title={sayOn(chrome, 'use.decision.missing')} texts={layer.notRecorded.map(({ words }) => words)} />
    <Proof proof={explanation.proof} chrome={chrome} />
  </>
);
