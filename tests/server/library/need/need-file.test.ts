import { describe, expect, test } from 'vitest';
import { readNeedFile } from '#server/library/need/need-file.ts';
import { needCsv } from '#shared/library/need/need-table.ts';
import { needOf } from '#tests/support/library/data-needs.ts';

const read = (text: string, encoding: BufferEncoding = 'utf8') => readNeedFile(Buffer.from(text, encoding));
const HEADER = 'jeu;type_producteur;statut;motif_ou_precision;ouverture_prevue;responsable';

describe('[DN11] a file of needs', () => {
  test('that left comes back as it was, cells that look like formulas included', () => {
    const needs = [
      needOf({ wanted: '=Arbres', comment: '+ de détails ; "à voir"' }),
      needOf({ wanted: 'Crues', accessStatus: 'candidate', opensOn: '2023-06-30', inCharge: 'SIG' }),
      needOf({ wanted: 'Réseaux', accessStatus: 'other', accessReason: 'autre', importance: 'useful' }),
    ];
    const text = needCsv(needs);
    expect(text).toContain(`'=Arbres`);
    expect(read(text)).toEqual({ needs: needs.map((fields, at) => ({ line: at + 2, fields })), faults: [] });
  });

  test('says codes or words, separated by commas, in Windows-1252', () => {
    const file = 'Données recherchées,TYPE_PRODUCTEUR,statut\r\nForêts publiques,Acteur parapublic,open\r\n';
    expect(read(file, 'latin1')).toMatchObject({
      needs: [
        { line: 2, fields: { wanted: 'Forêts publiques', producerKind: 'parapublic', importance: 'useful' } },
      ],
      faults: [],
    });
  });

  test('is refused by line and column: unknown status, missing ground, impossible day, the same twice', () => {
    const file = [
      HEADER,
      'Arbres;public_local;ouverte à moitié;;;',
      'Crues;entreprise;closed_justified;;;',
      'Sols;public_national;candidate;;2023-02-30;SIG',
      '',
      'Parcs;public_local;open;;;',
      '"parcs";public_local;open;;;',
    ].join('\n');
    expect(read(file)).toEqual({
      needs: expect.anything(),
      faults: [
        { line: 2, column: 'accessStatus', value: 'ouverte à moitié', code: 'dataNeed.choiceInvalid' },
        { line: 3, column: 'accessReason', value: '', code: 'dataNeed.reasonMissing' },
        { line: 4, column: 'opensOn', value: '2023-02-30', code: 'dataNeed.dayInvalid' },
        { line: 7, column: 'wanted', value: 'parcs', code: 'line.twice' },
      ],
    });
  });

  test('without its columns, its lines, its end, or its kind is refused as a whole', () => {
    const codes = (text: string) => {
      const found = read(text);
      return 'faults' in found ? found.faults.map(({ code }) => code) : found.error;
    };
    expect(codes('jeu;statut\nArbres;open')).toEqual(['file.columnMissing']);
    expect(codes('jeu;jeu;type_producteur;statut\na;b;public_local;open')).toEqual(['file.columnTwice']);
    expect(codes(HEADER)).toEqual(['file.withoutRows']);
    expect(codes(`${HEADER}\n"Arbres;public_local;open`)).toEqual(['line.quotes']);
    expect(codes(`${HEADER}\nArbres;public_local;open;;;;;trop`)).toEqual(['line.cells']);
    expect(codes(`${HEADER}\n${'Arbres;public_local;open\n'.repeat(501)}`)).toEqual(['file.tooLong']);
    expect(codes('')).toBe('file.empty');
    expect(codes('PK\u0003\u0004')).toBe('dataNeed.fileWorkbook');
    expect(codes('a\0b')).toBe('file.unreadable');
    expect(codes('x'.repeat(1024 * 1024 + 1))).toBe('file.tooLarge');
  });
});
