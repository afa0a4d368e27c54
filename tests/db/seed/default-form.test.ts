import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultCriteria } from '#db/seed/default-form/default-criteria.ts';
import { defaultForm, newCallForm } from '#db/seed/default-form/default-form.ts';
import { CsvRows } from '#shared/library/dataset/csv-rows.ts';
import { fieldsOf } from '#shared/programme/application/answers.ts';
import { checkForm } from '#shared/programme/application/check-form.ts';
import { complementForm, depositForm } from '#shared/programme/application/form-parts.ts';

const fields = fieldsOf(defaultForm);

test('[CA6] [CA16] a new call asks sixteen of them for the deposit: each criterion is told by one; the others are asked of laureates', () => {
  const asked = fieldsOf(depositForm(newCallForm));
  expect(asked).toHaveLength(16);
  for (const { isRequired, onlyIf } of asked) expect([isRequired, onlyIf]).toEqual([true, undefined]);
  expect(new Set(asked.flatMap(({ criterion }) => criterion ?? [])).size).toBe(defaultCriteria.length);
  expect(newCallForm.rules).toEqual(defaultForm.rules);
  expect(fieldsOf(complementForm(newCallForm))).toHaveLength(22);
  expect(checkForm(newCallForm, defaultCriteria.length)).toEqual([]);
});

test('[CA6] the programme’s form has its thirty-eight fields, each once, and criteria that exist', () => {
  expect(new Set(fields.map(({ key }) => key)).size).toBe(38);
  const ranks = fields.flatMap(({ criterion }) => criterion ?? []);
  expect(Math.max(...ranks)).toBe(defaultCriteria.length);
  expect(defaultCriteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});

const source = '../shared/data/formulaire-ami.csv';

function rowsOf(path: string): string[][] {
  const rows: string[][] = [];
  const csv = new CsvRows({
    separator: ',',
    onRow: (cells) => rows.push(cells),
    onQuoteFault: (line) => {
      throw new Error(`line ${line}`);
    },
  });
  csv.write(readFileSync(path, 'utf8'));
  csv.end();
  return rows.slice(1);
}

test.skipIf(!existsSync(source))(`[CA6] it is the form of ${source}: fields, order, what is required`, () => {
  const rows = rowsOf(source);
  expect(fields.map(({ key }) => key)).toEqual(rows.map(([, key]) => key));
  const required = fields.map(({ isRequired, onlyIf }) =>
    onlyIf ? 'conditionnel' : isRequired ? 'oui' : 'non',
  );
  expect(required).toEqual(rows.map(([, , , , isRequired]) => isRequired));
  const criteria = fields.map(({ criterion }) => (criterion ? `critère ${criterion}` : ''));
  expect(criteria).toEqual(rows.map(([, , , , , , text]) => (/^critère/.test(text ?? '') ? text : '')));
});
