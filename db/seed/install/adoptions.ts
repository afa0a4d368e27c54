import type { Result } from '#shared/kernel/result.ts';
import type { AskedNeed, DataAnswer } from '#shared/publication/adoption/feasibility.ts';
import type { Db } from '../../kernel/client.ts';
import { saveFacilitator } from '../../programme/facilitator/facilitator-changes.ts';
import { moveInterest } from '../../publication/adoption/adoption-interests.ts';
import { saveAdoption } from '../../publication/adoption/adoptions.ts';
import { listPublicSheets } from '../../publication/sheet/public-sheets.ts';
import type { DemoWorld } from '../demo-world.ts';

const DAY_MS = 86_400_000;

function must<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error}`);
  return result.value;
}

/** The city has what is useful, and has yet to find what is essential. */
const answerTo = ({ importance }: AskedNeed): DataAnswer =>
  importance === 'essential' ? 'obtainable' : 'open';

/** Keeps a city that prepares to repeat the published sheet, and a structure that could help it, by the same gestures as people. */
export async function installAdoptions(tx: Db, { idOf, newId }: DemoWorld, now: Date): Promise<void> {
  await installFacilitator(tx, { id: newId(), userId: idOf('claire-oudin'), now });
  const [sheet] = (await listPublicSheets(tx)).sheets;
  if (!sheet) throw new Error('the demonstration has a published sheet');
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const lea = { userId: idOf('lea-pons') };
  const { id: adoptionId, title } = must(
    sheet.title,
    await saveAdoption(tx, {
      ...lea,
      adoptionId: newId(),
      address: sheet.address,
      answers: {
        data: sheet.facts.needs.map((need) => ({ name: need.name, answer: answerTo(need) })),
        conditions: { perimeter: 'met', means: 'toArrange', constraints: 'met' },
      },
      note: 'Les abords des deux écoles d’abord : c’est là que l’ombre manque l’après-midi.',
      departmentCode: '38',
      seen: 0,
      now: before(4),
    }),
  );
  const move = { adoptionId, reason: '', ...lea };
  must(title, await moveInterest(tx, { ...move, to: 'declared', seen: 0, now: before(3) }));
  must(title, await moveInterest(tx, { ...move, to: 'preparing', seen: 1, now: before(1) }));
}

async function installFacilitator(tx: Db, who: { id: string; userId: string; now: Date }): Promise<void> {
  const fields = {
    name: 'Agence numérique des Hauts-Coteaux (exemple)',
    kind: 'agency' as const,
    offer:
      'Aide les communes à publier leurs données : un inventaire en une matinée, des modèles de fichiers, une permanence chaque mois.\n\nCette structure est inventée pour la démonstration.',
    address: '1 place de l’Exemple, Hauts-Coteaux',
    site: '',
    contactName: 'Étienne Vidal',
    contactEmail: 'atd@demo.example',
    contactPhone: '',
    source: 'Inventée pour la démonstration',
    certainty: '',
  };
  // Its territory would be one of the register, which is loaded when cities are imported.
  const saved = await saveFacilitator(tx, { ...who, isNew: true, fields, areas: [] });
  if (!saved.ok) throw new Error(`${fields.name}: ${saved.error}`);
}
