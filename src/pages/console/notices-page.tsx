/**
 * Consents and notices: what people are told before they choose, and for what; how many stand on the newest version.
 * Flow:    http/handlers/console/notices.ts → here → frame.tsx.
 * Promise: a small number of people is said to be withheld and not shown as zero.
 * Source:  decision 0127; decision 0116.
 */
import type { PublishedLine, PublishedList } from '../../answers/console/published.ts';
import { type Chrome, countOn, dayOn, sayOn } from '../chrome.ts';
import { ButtonLink, WideTable } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Nothing, Panel } from './parts.tsx';

export const peopleWords = (people: number | null | undefined, chrome: Chrome): string =>
  people === null || people === undefined ? sayOn(chrome, 'console.trust.withheld') : countOn(chrome, people);

const Row = ({ line, chrome }: { readonly line: PublishedLine; readonly chrome: Chrome }) => {
  const [newest, ...earlier] = line.versions;
  return (
    <tr>
      <th scope="row">
        <a href={`/console/notices/${line.area}/${line.key}`}>{line.name}</a>
        <span class="hash">{line.key}</span>
      </th>
      <td data-name={sayOn(chrome, 'console.notices.version')}>{countOn(chrome, newest?.version ?? 0)}</td>
      <td data-name={sayOn(chrome, 'console.notices.published')}>{dayOn(chrome, newest?.publishedAt ?? '')}</td>
      <td data-name={sayOn(chrome, 'console.notices.on-newest')}>{peopleWords(newest?.people, chrome)}</td>
      <td data-name={sayOn(chrome, 'console.notices.on-earlier')}>
        {earlier.some(({ people }) => people === null)
          ? peopleWords(null, chrome)
          : countOn(
              chrome,
              earlier.reduce((sum, { people }) => sum + (people ?? 0), 0),
            )}
      </td>
    </tr>
  );
};

interface AreaProps {
  readonly area: PublishedLine['area'];
  readonly lines: readonly PublishedLine[];
  readonly chrome: Chrome;
}

const columns = ['version', 'published', 'on-newest', 'on-earlier'] as const;

const Area = ({ area, lines, chrome }: AreaProps) => {
  const title = sayOn(chrome, `console.notices.area.${area}`);
  return (
    <Panel id={area} title={title} note={sayOn(chrome, `console.notices.area.${area}.note`)}>
      {lines.length === 0 ? (
        <Nothing words={sayOn(chrome, 'console.notices.none')} />
      ) : (
        <WideTable label={title} look="stack-table">
          <thead>
            <tr>
              <th scope="col">{sayOn(chrome, 'console.notices.name')}</th>
              {columns.map((name) => (
                <th scope="col">{sayOn(chrome, `console.notices.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row line={line} chrome={chrome} />
            ))}
          </tbody>
        </WideTable>
      )}
      {area === 'notice' ? (
        <p class="downloads">
          <ButtonLink href="/console/notices/new" label={sayOn(chrome, 'console.notices.new')} />
        </p>
      ) : null}
    </Panel>
  );
};

export const CountedNote = ({
  counted: { leastPeople, countedOf },
  chrome,
}: {
  readonly counted: Pick<PublishedList, 'leastPeople' | 'countedOf'>;
  readonly chrome: Chrome;
}) => (
  <p class="quiet">
    {sayOn(chrome, 'console.notices.people.note', { people: leastPeople })}{' '}
    {countedOf === null ? null : sayOn(chrome, 'console.notices.cut', { count: countOn(chrome, countedOf) })}
  </p>
);

export const noticesPage = (page: PublishedList, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.notices'),
    lead: sayOn(chrome, 'console.notices.lead'),
    chrome: { ...chrome, area: 'notices' },
    children: (
      <>
        <CountedNote counted={page} chrome={chrome} />
        {(['notice', 'purpose'] as const).map((area) => (
          <Area area={area} lines={page.lines.filter((line) => line.area === area)} chrome={chrome} />
        ))}
        <Downloads chrome={chrome} page="/console/notices" files={['versions.csv']} />
      </>
    ),
  });
