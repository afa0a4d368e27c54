import { expect, test } from 'vitest';
import { attendanceCsv } from '#app/meetings/held/attendance-csv.ts';

const at = (time: string) => new Date(`2023-03-14T${time}:00Z`);
const present = { presence: 'present', mode: 'onSite', arrivedAt: at('13:05'), leftAt: null } as const;
const valmont = { name: 'Ville de Valmont' };

test('[MR4] the attendance is a line a person, with hours of Paris, that spreadsheets open and compute nothing of', () => {
  const csv = attendanceCsv(
    [
      { name: 'Nadia Ferrand', organisation: valmont, attended: present },
      {
        name: 'Julien; Morel',
        organisation: valmont,
        attended: { ...present, mode: 'remote', leftAt: at('14:30') },
      },
      {
        name: 'Samira Benali',
        organisation: null,
        attended: { ...present, presence: 'excused', arrivedAt: null },
      },
      { name: 'Étienne Vidal', organisation: null, attended: null },
    ],
    [{ name: '=HYPERLINK("x")', organisation: '+33', ...present }],
  );
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv.slice(1).split('\r\n')).toEqual([
    'Organisation;Personne;Présence;Mode;Arrivée;Départ',
    'Ville de Valmont;Nadia Ferrand;Présent;sur place;14\u00a0h\u00a005;',
    'Ville de Valmont;"Julien; Morel";Présent;à distance;14\u00a0h\u00a005;15\u00a0h\u00a030',
    ';Samira Benali;Excusé;;;',
    ';Étienne Vidal;Non signalé;;;',
    '\'+33;"\'=HYPERLINK(""x"")";Présent;sur place;14\u00a0h\u00a005;',
    '',
  ]);
});
