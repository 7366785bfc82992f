import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckedField } from '../../src/answers/explanation/checked-field.ts';
import { checkExplanation, passedOver } from '../../src/answers/explanation/checklist.ts';
import type { ExplanationAnswer } from '../../src/answers/explanation/explanation-answer.ts';
import { windUpClock } from '../../src/clock.ts';
import { root } from '../../src/root.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

type Line = Readonly<Record<string, unknown>> & { readonly kind: string; readonly key: string };
const linesOf = <T>(file: string): readonly T[] =>
  readFileSync(join(root, 'examples', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** The example of the documentation with what more laws ask for: their legal bases, and who receives the data. */
const more: Readonly<Record<string, object>> = {
  'credit-decision': { legalBasis: { EU: 'contract', UK: 'contract', US: 'contract', 'CA-QC': 'legal-obligation' } },
  'credit-scoring': { recipients: ['example-hosting'] },
};
const [, declined] = linesOf<Readonly<Record<string, unknown>>>('credit-decisions.ndjson');
const { actual: _never, ...reported } = declined ?? {};
const whole = {
  significance: {
    en: 'A loan changes what you can buy.',
    de: 'Ein Kredit ändert, was Sie kaufen können.',
    fr: 'Un prêt change ce que vous pouvez acheter.',
    es: 'Un préstamo cambia lo que puede comprar.',
  },
  consequences: {
    en: 'You get no loan now.',
    de: 'Sie bekommen jetzt keinen Kredit.',
    fr: 'Vous n’obtenez pas de prêt maintenant.',
    es: 'Ahora no recibe un préstamo.',
  },
  futureUse: {
    en: 'It is not used again.',
    de: 'Es wird nicht noch einmal verwendet.',
    fr: 'Il n’est pas réutilisé.',
    es: 'No se vuelve a usar.',
  },
  decidedAt: '2027-01-31T10:00:00.000Z',
};

const laws = ['EU', 'UK', 'US-CA', 'US-CO', 'CA-QC'] as const;
const personOf = (regime: string): string => `customer:${regime.toLowerCase()}`;

function printed(all: Readonly<Record<string, readonly CheckedField[]>>): string {
  const [first = []] = Object.values(all);
  const rows = first.map(({ level, field }, place) => {
    const fields = laws.map((regime) => all[regime]?.[place]);
    const asked = fields
      .map((one, at) => ((one?.requiredBy.length ?? 0) > 0 ? laws[at] : ''))
      .filter((one) => one !== '');
    const statuses = [...new Set(fields.map((one) => one?.status))].join(' / ');
    return `${level} ${field.padEnd(23)} ${statuses.padEnd(24)} ${(asked.join(' ') || '(proof)').padEnd(28)} ${fields[0]?.from}`;
  });
  return ['', 'level, field, status, asked for by, where it came from', ...rows, ''].join('\n');
}

describe.each(engines)('the list of what law asks of an explanation, over %s', (engine) => {
  let service: RunningService;
  const checked: Record<string, readonly CheckedField[]> = {};

  const explanationFor = async (regime: string, more_: object = {}): Promise<ExplanationAnswer> => {
    const subject = personOf(regime);
    const decision = sure(
      await service.call('POST', '/v1/automated-decisions', {
        json: { ...reported, ...whole, ...more_, subject },
        scope: 'decide',
      }),
    ).body;
    return sure(await service.call('GET', `/v1/automated-decisions/${decision.id}/explanation`, { self: subject }))
      .body;
  };

  beforeAll(async () => {
    service = await aService({ engine, clock: windUpClock(Date.parse('2027-02-01T09:00:00.000Z')) });
    sure(
      await service.call('PUT', '/v1/recipients/example-hosting', {
        json: { name: { en: 'Example Hosting' }, kind: 'processor', country: 'DE' },
        scope: 'registry',
      }),
    );
    for (const { kind, key, ...line } of linesOf<Line>('credit-register.ndjson')) {
      const { purposeKind, ...body } = line;
      const json = { ...body, ...defined({ kind: purposeKind }), ...more[key] };
      sure(await service.call('PUT', `/v1/${kind}s/${key}`, { json, scope: 'registry', sub: 'officer' }));
    }
    for (const regime of laws)
      sure(
        await service.call('PUT', `/v1/subjects/${personOf(regime)}`, {
          json: { regimes: [regime], ageBand: 'adult' },
          scope: 'consent',
        }),
      );
    for (const regime of laws) checked[regime] = checkExplanation(await explanationFor(regime));
  });
  afterAll(() => service.stop());

  it('prints where each field came from', () => {
    const table = printed(checked);
    if (engine === engines[0]) process.stdout.write(table);
    expect(table).toContain('registry: ai-system credit-scoring version 1');
  });

  it.each(laws)('under %s nothing that is asked for is missing, and nothing is passed over in silence', (regime) => {
    const asked = (checked[regime] ?? []).filter(({ requiredBy }) => requiredBy.length > 0);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(({ status }) => status !== 'given' && status !== 'not-applicable')).toEqual([]);
    expect(passedOver(checked[regime] ?? [])).toEqual([]);
    for (const { from, field } of asked)
      expect(from, field).toMatch(/^(registry: |decision fact dec_|review rev_|law tables|request: |worked out: )/);
  });

  it('each law asks for fields of its own', () => {
    const askedOf = (regime: string): readonly string[] =>
      (checked[regime] ?? []).filter(({ requiredBy }) => requiredBy.length > 0).map(({ field }) => field);
    expect(askedOf('US-CA')).toEqual(
      expect.arrayContaining(['futureUse', 'noRetaliation', 'deepLinks', 'optOut', 'humanReview']),
    );
    expect(askedOf('US-CO')).toEqual(
      expect.arrayContaining(['evaluation', 'benefits', 'limitations', 'inputs', 'correct']),
    );
    expect(askedOf('EU')).toEqual(expect.arrayContaining(['art22Gateway', 'recipients', 'legalBasis', 'court']));
    expect(askedOf('UK')).not.toContain('art22Gateway');
    expect(askedOf('CA-QC')).toEqual(expect.arrayContaining(['inputs', 'factors', 'giveView']));
    expect(askedOf('CA-QC')).not.toContain('recipients');
  });

  it('what a service did not record is named as missing, never passed over', async () => {
    const {
      futureUse: _a,
      consequences: _b,
      significance: _c,
      ...bare
    } = { ...reported, ...whole } as Readonly<Record<string, unknown>>;
    const subject = personOf('US-CA');
    const decision = sure(
      await service.call('POST', '/v1/automated-decisions', {
        json: { ...bare, subject, counterfactuals: [] },
        scope: 'decide',
      }),
    ).body;
    const fields = checkExplanation(
      sure(await service.call('GET', `/v1/automated-decisions/${decision.id}/explanation`, { self: subject })).body,
    );
    expect(fields.find(({ field }) => field === 'futureUse')?.status).toBe('named-as-missing');
    expect(passedOver(fields)).toEqual([]);
  });

  it('officers get the list with the answer, the person does not', async () => {
    const { id } = await explanationFor('EU');
    const officer = sure(
      await service.call('GET', `/v1/automated-decisions/${id}/explanation?reason=audit`, {
        scope: 'audit',
        sub: 'officer',
      }),
    ).body;
    expect(officer.layers[3].checklist.length).toBe(checked['EU']?.length);
    const own = sure(
      await service.call('GET', `/v1/automated-decisions/${id}/explanation`, { self: personOf('EU') }),
    ).body;
    expect(own.layers[3].checklist).toBeUndefined();
  });
});
