/**
 * The page of one automated decision: its explanation in four layers, each one click away.
 * Flow:    http/handlers → here → decision-page/, layout.
 * Promise: the same content as the JSON, without a script; nothing that was not recorded.
 * Source:  docs/law.md 4; docs/explanations.md (layers); GDPR 15(1)(h), 22.
 */
import type { ComponentChildren } from 'preact';
import type { ExplanationAnswer } from '../answers/explanation/explanation-answer.ts';
import { type Chrome, dayOn, sayOn } from './chrome.ts';
import { DepthLayer } from './decision/depth-layer.tsx';
import { ReasonsLayer } from './decision/reasons-layer.tsx';
import { RecordLayer } from './decision/record-layer.tsx';
import { pageOf } from './layout.tsx';

interface PageProps {
  readonly explanation: ExplanationAnswer;
  readonly chrome: Chrome;
}

/** The second layer stands open, because nobody came here for less. */
const Layer = ({
  title,
  open,
  children,
}: {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}) => (
  <details class="card fold layer" {...(open === true ? { open: true } : {})}>
    <summary>{title}</summary>
    <div class="more">{children}</div>
  </details>
);

const Content = ({ explanation, chrome }: PageProps) => {
  const [first, second, third, fourth] = explanation.layers;
  const notes = [explanation.effect.words, explanation.reconstructedWords].filter((words) => words !== null);
  return (
    <>
      <div class="lead single">
        <div>
          <p class="over">
            {explanation.aiSystem.name}, {dayOn(chrome, explanation.decidedAt)}
          </p>
          <h1>
            {first.what}: {first.outcome}
          </h1>
          <p class="summary">{first.sentence}</p>
          {notes.map((words) => (
            <p class="effect">{words}</p>
          ))}
        </div>
      </div>
      <Layer title={second.title} open>
        <ReasonsLayer layer={second} explanation={explanation} chrome={chrome} />
      </Layer>
      <Layer title={third.title}>
        <DepthLayer layer={third} explanation={explanation} chrome={chrome} />
      </Layer>
      <Layer title={fourth.title}>
        <RecordLayer layer={fourth} explanation={explanation} chrome={chrome} />
      </Layer>
    </>
  );
};

export const decisionPage = (explanation: ExplanationAnswer, chrome: Chrome): string => {
  const [{ what, outcome }] = explanation.layers;
  return pageOf({
    title: sayOn(chrome, 'explanation.title', { what, outcome }),
    chrome: { ...chrome, here: 'ai-use' },
    languageFallback: explanation.languageFallback,
    children: <Content explanation={explanation} chrome={chrome} />,
  });
};
