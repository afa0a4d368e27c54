import type { Result } from '#shared/kernel/result.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { Theme } from '../../programme/season/seasons.ts';
import { listPublishedItems } from '../../publication/dossier/published-items.ts';
import { addDossierItem, publishDossier } from '../../publication/dossier/thematic-dossier-items.ts';
import { createDossier, holdDossier } from '../../publication/dossier/thematic-dossiers.ts';
import type { DemoWorld } from '../demo-world.ts';

function must<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error}`);
  return result.value;
}

const title = 'L’arbre en ville, données à l’appui';
const introduction = `Planter coûte cher, et un arbre mal placé ne donne son ombre à personne. Les données publiques disent où il fait chaud, qui y passe et quels arbres y sont déjà.

Ce dossier réunit ce que des villes en ont fait. Il est un exemple : les villes, les personnes et les chiffres de ses textes sont inventés pour la démonstration.`;

/** The sheet that it tells of; the interview is the only one. */
const SHEET = 'Arbres et ombrage';
const LINES = {
  sheet: 'Par où commencer : deux villes, leurs données, et ce qu’elles ont planté.',
  interview: 'Ce que savaient déjà ceux qui arrosent.',
} as const;

/** Keeps the thematic dossier of the demonstration, made and published by the same gestures as people. */
export async function installDossiers(
  tx: Tx,
  { idOf, newId }: DemoWorld,
  { now, themes }: { now: Date; themes: readonly Theme[] },
): Promise<void> {
  const dossierId = newId();
  const by = { userId: idOf('claire-oudin'), now };
  const themeId = themes.find(({ key }) => key === 'biodiversite')?.id ?? '';
  must(title, await createDossier(tx, { ...by, dossierId, fields: { title, themeId, introduction } }));
  const changing = async () => {
    const dossier = await holdDossier(tx, { dossierId, userId: by.userId });
    if (!dossier) throw new Error(`${title} is gone`);
    return { ...by, dossier, seen: dossier.revision };
  };
  const published = await listPublishedItems(tx);
  const items = (['sheet', 'interview'] as const).flatMap((wanted) =>
    published.flatMap(({ kind, documentId, title: told }) =>
      kind === wanted && (kind !== 'sheet' || told === SHEET) ? [{ documentId, line: LINES[wanted] }] : [],
    ),
  );
  for (const item of items) must(title, await addDossierItem(tx, { ...(await changing()), ...item }));
  must(title, await publishDossier(tx, { ...(await changing()), newId }));
}
