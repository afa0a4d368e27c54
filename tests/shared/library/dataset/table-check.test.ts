import { describe, expect, test } from 'vitest';
import { CsvRows } from '#shared/library/dataset/csv-rows.ts';
import { TableCheck } from '#shared/library/dataset/table-check.ts';
import type { FaultKind, TableReport } from '#shared/library/dataset/table-report.ts';
import { parseTableSchema, type TableSchema } from '#shared/library/dataset/table-schema.ts';

const shape = {
  format: 'csv',
  encoding: 'utf-8',
  hasBom: false,
  separator: ',',
  isQuoted: false,
  sheet: null,
  sheets: [],
} as const;

function schemaOf(given: object): TableSchema {
  const parsed = parseTableSchema(JSON.stringify(given));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

/** The report on a CSV text against a schema. */
function check(text: string, given: object | null = null): TableReport {
  const table = new TableCheck(given && schemaOf(given), [';', '\t', '|']);
  const rows = new CsvRows({
    separator: ',',
    onRow: (cells, line) => table.row(cells, line),
    onQuoteFault: (line, value) => table.book.add({ kind: 'quotes', line, value }),
  });
  rows.write(text);
  rows.end();
  return table.report(shape);
}

/** `kind@line:column` of everything found. */
const found = ({ faults }: TableReport) =>
  faults.flatMap(({ kind, examples }) =>
    examples.map(({ line, column }) => `${kind}@${line}${column ? `:${column}` : ''}`),
  );

const field = (name: string, type: string, more: object = {}) => ({ name, type, ...more });
/** What is wrong with each of these cells, in a column of this field. */
const judged = (given: object, cells: readonly string[]) => {
  const report = check(`c,d\n${cells.map((cell) => `"${cell.replaceAll('"', '""')}",x`).join('\n')}`, {
    fields: [{ name: 'c', ...given }, { name: 'd' }],
  });
  const wrong = new Set(report.faults.flatMap(({ examples }) => examples.map(({ line }) => line - 2)));
  return cells.filter((_, at) => wrong.has(at));
};

describe('[DS7] cells against the types of Table Schema', () => {
  test.each<[string, object, string[], string[]]>([
    ['integer', { type: 'integer' }, ['1', '-3', '+4', '007'], ['1.0', 'un', '1 000', '1e3', ' 1']],
    ['number', { type: 'number' }, ['1', '1.5', '-.5', '1e3', 'NaN', 'INF'], ['1,5', '1.5 m', 'x']],
    [
      'number with a comma',
      { type: 'number', decimalChar: ',', groupChar: ' ' },
      ['1,5', '1 000,5'],
      ['1;5'],
    ],
    ['not bare', { type: 'number', bareNumber: false }, ['12 %', '€ 12'], ['douze']],
    ['boolean', { type: 'boolean' }, ['true', '0', 'FALSE'], ['oui', 'vrai']],
    [
      'own booleans',
      { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
      ['oui', 'non'],
      ['true'],
    ],
    [
      'date',
      { type: 'date' },
      ['2023-02-28', '2024-02-29'],
      ['2023-02-29', '28/02/2023', '2023-13-01', '2023-2-1'],
    ],
    ['date of a format', { type: 'date', format: '%d/%m/%Y' }, ['28/02/2023'], ['2023-02-28', '31/02/2023']],
    ['any date', { type: 'date', format: 'any' }, ['28/02/2023', '2023-02-28'], ['hier']],
    [
      'datetime',
      { type: 'datetime' },
      ['2023-02-28T10:00:00Z', '2023-02-28T10:00:00+01:00'],
      ['2023-02-28', '2023-02-28T25:00:00Z'],
    ],
    ['time', { type: 'time' }, ['10:20:30'], ['10:20', '24:00:00']],
    ['year', { type: 'year' }, ['2023'], ['23', '20233']],
    ['yearmonth', { type: 'yearmonth' }, ['2023-01'], ['2023-13', '2023']],
    ['duration', { type: 'duration' }, ['P1Y', 'PT5M', 'P1DT2H'], ['P', '1Y', 'PT']],
    ['geopoint', { type: 'geopoint' }, ['2.35, 48.85', '-1.5,47'], ['48.85', '190,0', '2;3', '0,91']],
    [
      'geopoint as array',
      { type: 'geopoint', format: 'array' },
      ['[2.35, 48.85]'],
      ['2.35, 48.85', '[1,2,3]'],
    ],
    [
      'geopoint as object',
      { type: 'geopoint', format: 'object' },
      ['{"lon": 2, "lat": 48}'],
      ['{"lon": 2}', 'null'],
    ],
    ['geojson', { type: 'geojson' }, ['{"type":"Point","coordinates":[1,2]}'], ['{}', 'x']],
    ['object', { type: 'object' }, ['{}'], ['[]', 'null']],
    ['array', { type: 'array' }, ['[]'], ['{}']],
    ['email', { type: 'string', format: 'email' }, ['a@b.fr'], ['a@b', 'a b@c.fr']],
    ['uri', { type: 'string', format: 'uri' }, ['https://a.fr/b'], ['a.fr', 'https://a b']],
    ['uuid', { type: 'string', format: 'uuid' }, ['123e4567-e89b-12d3-a456-426614174000'], ['123']],
    ['unknown type', { type: 'couleur' }, ['x'], []],
  ])('%s', (_name, given, right, wrong) => {
    expect(judged(given, [...right, ...wrong])).toEqual(wrong);
  });
});

describe('[DS7] cells against constraints', () => {
  test.each<[string, object, string[], string[]]>([
    ['minimum', { type: 'integer', constraints: { minimum: 3 } }, ['3', '10'], ['2']],
    [
      'maximum of a date',
      { type: 'date', constraints: { maximum: '2023-01-31' } },
      ['2023-01-31'],
      ['2023-02-01'],
    ],
    [
      'lengths, in letters',
      { type: 'string', constraints: { minLength: 2, maxLength: 3 } },
      ['ab', 'été', '🌳🌳'],
      ['a', 'abcd'],
    ],
    [
      'pattern, of the whole cell',
      { type: 'string', constraints: { pattern: '\\d{2}|x' } },
      ['12', 'x'],
      ['123', 'xx'],
    ],
    ['enum', { type: 'string', constraints: { enum: ['parc', 'école'] } }, ['parc'], ['Parc']],
    ['enum of numbers', { type: 'number', constraints: { enum: [1, 2] } }, ['1', '2.0'], ['3']],
    ['unique', { type: 'string', constraints: { unique: true } }, ['a', 'b'], ['a']],
    ['required', { type: 'string', constraints: { required: true } }, ['a'], ['']],
  ])('%s', (_name, given, right, wrong) => {
    const cells = [...right, ...wrong];
    expect(judged(given, right)).toEqual([]);
    expect(judged(given, cells).slice(-wrong.length)).toEqual(wrong);
  });

  test('missing values are not judged, and a key must be there once', () => {
    const report = check('id,age\n1,n/c\n1,\n,12\n2,x', {
      fields: [field('id', 'string'), field('age', 'integer')],
      missingValues: ['', 'n/c'],
      primaryKey: 'id',
    });
    expect(found(report)).toEqual(['required@4:1', 'type@5:2', 'primaryKey@3']);
  });
});

describe('[DS7] the names of the columns', () => {
  const schema = {
    fields: [
      field('id', 'string', { constraints: { required: true } }),
      field('nom', 'string'),
      field('age', 'integer'),
    ],
  };
  test.each<[string, string, FaultKind[]]>([
    ['all there', 'id,nom,age\n1,a,2', []],
    ['one missing that is required', 'nom,age\na,2', ['missingColumn']],
    ['one missing that is not', 'id,nom\n1,a', ['missingOptional']],
    ['one more', 'id,nom,age,note\n1,a,2,x', ['extraColumn']],
    ['another order', 'nom,id,age\na,1,2', ['columnOrder']],
    ['almost the name', 'ID,nom,age\n1,a,2', ['renamedColumn']],
    ['twice', 'id,nom,age,age\n1,a,2,2', ['duplicateHeader']],
    ['none', 'id,nom,age,\n1,a,2,', ['blankHeader']],
  ])('%s', (_name, text, kinds) => {
    expect(check(text, schema).faults.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a column under almost its name is checked all the same', () => {
    expect(found(check('id,nom,AGE\n1,a,x', schema))).toEqual(['type@2:3', 'renamedColumn@1:3']);
  });
});

describe('[DS6] lines', () => {
  test('blank, too short, too long, of another separator', () => {
    expect(found(check('a,b,c\n1,2,3\n\n1,2\n1,2,3,4\n1;2;3'))).toEqual([
      'mixedSeparator@6',
      'tooManyCells@5',
      'tooFewCells@4',
      'blankRow@3',
    ]);
  });

  test('are counted as an editor counts them, line breaks in quotes included', () => {
    const schema = { fields: [field('a', 'string'), field('b', 'integer')] };
    expect(found(check('a,b\r\n"deux\nlignes",x\r\nz,y\r\n', schema))).toEqual(['type@2:2', 'type@4:2']);
  });

  test('a quote that is never closed is said, and what follows is not judged', () => {
    const report = check('a,b\n1,2\n"x,3\n4,5');
    expect(found(report)).toEqual(['quotes@3']);
    expect(report.rows).toBe(1);
  });
});

describe('[DS8] French identifiers and spreadsheets', () => {
  test('keys of SIREN and SIRET, La Poste’s own, INSEE codes and their zero', () => {
    const report = check(
      'siren,siret,code_insee\n732829320,73282932000074,01004\n732829321,73282932000075,1004\n356000000,35600000049837,2A004\n12,12,XX',
    );
    expect(found(report)).toEqual([
      'leadingZero@3:3',
      'insee@5:3',
      'siren@3:1',
      'siren@5:1',
      'siret@3:2',
      'siret@5:2',
    ]);
  });

  test('a schema asks for a key by the name of the check of Validata, and what is not made here is said', () => {
    const report = check('numero\n73282932000075', {
      fields: [field('numero', 'string')],
      custom_checks: [
        { name: 'french-siret-value', params: { column: 'numero' } },
        { name: 'phone-number-value', params: { column: 'numero' } },
      ],
    });
    expect(found(report)).toEqual(['siret@2:1']);
    expect(report.unchecked).toEqual(['phone-number-value']);
  });

  test('formulas are flagged, numbers and telephones are not, and no warning makes a table invalid', () => {
    const report = check('a,b\n=1+1,x\n@SUM(A1),x\n+CMD|x,x\n-12.5,+33 1 23 45 67 89');
    expect(found(report)).toEqual(['formula@2:1', 'formula@3:1', 'formula@4:1']);
    expect(report).toMatchObject({ errors: 0, warnings: 3 });
  });
});

describe('[DS9] counts and examples', () => {
  test('all are counted, a hundred are kept', () => {
    const report = check(`a,b\n${'x,1\n'.repeat(1_234)}`, {
      fields: [field('a', 'integer'), field('b', 'integer')],
    });
    expect(report.faults).toHaveLength(1);
    expect(report.faults[0]).toMatchObject({ kind: 'type', column: 'a', expected: 'integer', count: 1_234 });
    expect(report.faults[0]?.examples).toHaveLength(100);
    expect(report).toMatchObject({ rows: 1_234, errors: 1_234 });
    expect(report.preview).toHaveLength(50);
  });

  test('columns are described by what their cells look like', () => {
    const { columns } = check('an,code,prix,jour,nom\n2023,01004,1.5,2023-01-02,a\n2022,75056,2,2023-01-03,');
    expect(columns).toEqual([
      { name: 'an', type: 'year', filled: 2 },
      { name: 'code', type: 'string', filled: 2 },
      { name: 'prix', type: 'number', filled: 2 },
      { name: 'jour', type: 'date', filled: 2 },
      { name: 'nom', type: 'string', filled: 1 },
    ]);
  });
});

describe('[DS7] what is no schema', () => {
  test.each([
    ['{', 'dataset.schemaNotJson'],
    ['[]', 'dataset.schemaNotTable'],
    ['{"fields":[]}', 'dataset.schemaNotTable'],
    ['{"fields":[{"name":"a"},{"name":"a"}]}', 'dataset.schemaFieldsTwice'],
    ['{"fields":[{"name":"a","constraints":{"pattern":"("}}]}', 'dataset.schemaPattern'],
    [' '.repeat(1024 * 1024 + 1), 'dataset.schemaTooLarge'],
  ])('%.20s', (text, error) => {
    expect(parseTableSchema(text)).toEqual({ ok: false, error });
  });
});
