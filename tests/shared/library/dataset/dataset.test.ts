import { describe, expect, test } from 'vitest';
import { dataGouvIdOf, readDataGouv } from '#shared/library/dataset/data-gouv.ts';
import { isLicenceDoubtful, parseDataset, type TypedDataset } from '#shared/library/dataset/dataset.ts';
import { mayChangeDataset } from '#shared/library/dataset/dataset-access.ts';
import { errorsCsv } from '#shared/library/dataset/errors-csv.ts';
import { verdictOf } from '#shared/library/dataset/table-report.ts';

const typed: TypedDataset = {
  title: 'Îlots de fraîcheur',
  description: '',
  producerName: 'Castelbrume',
  producerKind: 'public_local',
  accessStatus: 'open',
  accessReason: 'propriete',
  accessNote: '',
  licence: 'etalab-2.0',
  frequency: 'annual',
  schemaName: '',
  schemaUrl: ' https://schema.exemple.fr/a.json ',
  schemaVersion: '',
  territory: '',
  yearFrom: '2019',
  yearTo: '2022',
  contact: '',
  visibility: 'group',
};

describe('[DS3] what a form says of a data set', () => {
  test('is read, and a reason without a status that wants one is forgotten', () => {
    expect(parseDataset(typed)).toMatchObject({
      fields: {
        accessReason: null,
        yearFrom: 2019,
        yearTo: 2022,
        schemaUrl: 'https://schema.exemple.fr/a.json',
      },
    });
  });

  test.each<[Partial<TypedDataset>, object]>([
    [{ title: ' ' }, { title: 'dataset.titleInvalid' }],
    [{ description: 'x'.repeat(10_001) }, { description: 'dataset.descriptionTooLong' }],
    [{ territory: 'x'.repeat(301) }, { territory: 'dataset.textTooLong' }],
    [{ producerName: '' }, { producerName: 'dataset.producerMissing' }],
    [
      { producerKind: 'x', licence: '' },
      { producerKind: 'dataset.choiceInvalid', licence: 'dataset.choiceInvalid' },
    ],
    [{ accessStatus: 'closed_justified', accessReason: '' }, { accessReason: 'dataset.reasonMissing' }],
    [
      { accessStatus: 'closed_justified', accessReason: 'payante' },
      { accessReason: 'dataset.reasonMissing' },
    ],
    [{ accessStatus: 'other', accessReason: 'propriete' }, { accessReason: 'dataset.reasonMissing' }],
    [{ schemaUrl: 'javascript:alert(1)' }, { schemaUrl: 'dataset.urlInvalid' }],
    [{ yearFrom: '20' }, { yearFrom: 'dataset.yearInvalid' }],
    [{ yearFrom: '2022', yearTo: '2019' }, { yearTo: 'dataset.yearsReversed' }],
  ])('%j is refused at its field', (given, faults) => {
    expect(parseDataset({ ...typed, ...given })).toEqual({ faults });
  });

  test('a public producer that opens under another licence is told so', () => {
    const given = { producerKind: 'public_local', accessStatus: 'open', licence: 'other' } as const;
    expect(isLicenceDoubtful(given)).toBe(true);
    expect(isLicenceDoubtful({ ...given, licence: 'ODbL-1.0' })).toBe(false);
    expect(isLicenceDoubtful({ ...given, producerKind: 'entreprise' })).toBe(false);
  });
});

test.each([
  ['facilitator', null, 'a', true],
  ['contributor', 'a', 'a', true],
  ['consultant', 'a', 'a', true],
  ['contributor', 'b', 'a', false],
  ['contributor', null, null, false],
  ['observer', 'a', 'a', false],
  ['reviewer', 'a', 'a', false],
  [null, 'a', 'a', false],
] as const)('[DS2] %s of organisation %s, record of %s: %s', (role, organisationId, owner, may) => {
  expect(mayChangeDataset({ role, organisationId }, owner)).toBe(may);
});

test('[DS9] warnings make no table invalid, and without a schema only the form is judged', () => {
  expect([verdictOf(0, true), verdictOf(1, true), verdictOf(0, false), verdictOf(1, false)]).toEqual([
    'valid',
    'invalid',
    'formOnly',
    'formBroken',
  ]);
});

test('[DS8] [DS9] the file of errors cannot become a formula', () => {
  const fault = {
    kind: 'formula',
    severity: 'warning',
    column: 'a,b',
    expected: '',
    count: 3,
    examples: [{ line: 2, column: 1, value: '=1+1' }],
  } as const;
  const csv = errorsCsv([fault], ['gravité'], () => ({ severity: 'remarque', sentence: 'Dit « non »' }));
  expect(csv).toBe('\uFEFFgravité\r\nremarque,formula,"a,b",2,1,\'=1+1,Dit « non »,3\r\n');
});

describe('[DS12] records of data.gouv.fr', () => {
  test.each([
    ['https://www.data.gouv.fr/fr/datasets/arbres-de-valmont/', 'arbres-de-valmont'],
    ['https://www.data.gouv.fr/datasets/5acc7eddc751df5e21efdf20', '5acc7eddc751df5e21efdf20'],
    [' arbres ', 'arbres'],
    ['../users', null],
    ['', null],
  ])('%s names %s', (given, id) => {
    expect(dataGouvIdOf(given)).toBe(id);
  });

  test('what is kept of one, and nothing of what is no record', () => {
    const record = readDataGouv(
      JSON.stringify({
        id: 'a',
        title: 'Arbres',
        page: 'javascript:alert(1)',
        organization: { name: 'Valmont' },
        license: 'lov2',
        frequency: 'annual',
        last_modified: '2023-01-02T03:04:05',
        resources: [
          { title: null, url: 'https://a.fr/x.csv', format: 'csv' },
          { title: 'x', url: 'javascript:0' },
        ],
      }),
    );
    expect(record).toMatchObject({
      page: '',
      organisation: 'Valmont',
      lastModified: '2023-01-02T02:04:05.000Z',
      resources: [{ title: 'https://a.fr/x.csv', format: 'csv' }],
    });
    expect(readDataGouv('{}')).toBeNull();
    expect(readDataGouv('<html>')).toBeNull();
  });
});
