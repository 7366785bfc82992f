/**
 * "Ask us for something": four cards for what is asked most, and everything else as a list.
 * Flow:    page.tsx, decision-page.tsx → here.
 * Promise: every right of the answer has its link; one that the law of the person lacks says so beside it.
 * Source:  docs/design.md 12 (ask us for something); docs/law.md 4 level 3.
 */
import type { RightAnswer } from '../../answers/use/answer-parts.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { More, Section } from '../controls.tsx';
import { Icon, type IconName } from '../icons.tsx';

const cards: Readonly<Record<string, IconName>> = {
  access: 'copy',
  rectification: 'correct',
  erasure: 'delete',
  'human-review': 'person',
};

const Card = ({
  right,
  icon,
  chrome,
}: {
  readonly right: RightAnswer;
  readonly icon: IconName;
  readonly chrome: Chrome;
}) => (
  <li>
    <Icon name={icon} />
    <h3>{chrome.session === undefined ? right.title : <a href={right.href}>{right.title}</a>}</h3>
    <p>{right.how}</p>
    {right.answerWithin === null ? null : <p class="quiet">{right.answerWithin}</p>}
  </li>
);

const Outside = ({ right }: { readonly right: RightAnswer }) =>
  right.links.length === 0 ? null : (
    <ul class="rows">
      {right.links.map(({ title, href }) => (
        <li>
          <a href={href} rel="noreferrer">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );

const Row = ({ right, chrome }: { readonly right: RightAnswer; readonly chrome: Chrome }) => (
  <li>
    <strong>{chrome.session === undefined ? right.title : <a href={right.href}>{right.title}</a>}</strong>
    <span>
      {right.why} {right.how} {right.answerWithin}
    </span>
    <Outside right={right} />
  </li>
);

/** In the order in which they are asked most, not in the order of a law. */
const inFront = ['access', 'rectification', 'erasure', 'human-review'];

export const RightsSection = ({
  rights,
  chrome,
}: {
  readonly rights: readonly RightAnswer[];
  readonly chrome: Chrome;
}) => {
  // What no law gives here is no first offer; it is told with the others, and why.
  const front = inFront.flatMap((kind) => rights.find(({ right, available }) => right === kind && available) ?? []);
  const rest = rights.filter((right) => !front.includes(right));
  return (
    <Section id="rights" title={sayOn(chrome, 'use.rights.title')}>
      <ul class="card asks">
        {front.map((right) => (
          <Card right={right} icon={cards[right.right] ?? 'ask'} chrome={chrome} />
        ))}
      </ul>
      <div class="card fold">
        <More summary={sayOn(chrome, 'use.rights.more')}>
          <ul class="asks-more">
            {rest.map((right) => (
              <Row right={right} chrome={chrome} />
            ))}
          </ul>
        </More>
      </div>
    </Section>
  );
};
