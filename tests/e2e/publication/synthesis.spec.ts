import { expect, type Page } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const rowOf = (page: Page, title: string) =>
  page
    .getByRole('table', { name: 'Chapitres de la synthèse, dans leur ordre' })
    .getByRole('row', { name: title });

/** Adds a chapter by its form, and says where it is. */
async function addChapter(claire: Page, title: string, owner: string, due: string): Promise<string> {
  await claire.goto('/synthese');
  await claire.getByLabel('Titre du chapitre').fill(title);
  await choose(claire.getByLabel('Responsable'), owner);
  const form = claire.getByRole('region', { name: 'Ajouter un chapitre' });
  await form.getByLabel('Échéance').fill(due);
  await form.getByRole('button', { name: 'Ajouter le chapitre' }).click();
  await expect(claire.getByText('Le chapitre est ajouté.')).toBeVisible();
  const address = await claire.getByRole('link', { name: title, exact: true }).getAttribute('href');
  return address ?? '';
}

test('[SY2] [SY3] [SY4] a chapter is given, written, reviewed, sent back, approved and put in its place', async ({
  browser,
}) => {
  const title = `Les haies ${Date.now()}`;
  const claire = await pageOf(browser, 'animation');
  await claire.goto('/synthese');
  await claire.getByRole('button', { name: 'Ajouter le chapitre' }).click();
  await expect(claire.getByRole('alert')).toContainText('titre');
  const chapter = await addChapter(claire, title, 'Nadia Ferrand', '2023-03-01');
  await expect(rowOf(claire, title)).toContainText('En retard');
  await claire.getByRole('button', { name: `Monter « ${title} »` }).click();
  await expect(claire.getByText('L’ordre des chapitres est changé.')).toBeVisible();
  await expectNoBarrier(claire);

  const nadia = await pageOf(browser, 'metier.a', chapter);
  await expect(nadia.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await nadia.getByRole('button', { name: 'Commencer la rédaction' }).click();
  await expect(nadia.getByText('L’état du chapitre est changé.')).toBeVisible();
  await nadia.getByRole('button', { name: 'Envoyer en relecture' }).click();
  await expect(nadia.locator('.badge', { hasText: 'En relecture' }).first()).toBeVisible();
  await expect(nadia.getByRole('button', { name: 'Approuver le chapitre' })).toBeHidden();
  await nadia.getByLabel('Échéance').fill('2031-06-30');
  await nadia.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(nadia.getByText('Le suivi du chapitre est enregistré.')).toBeVisible();
  await expectNoBarrier(nadia);

  await claire.goto(chapter);
  await claire.getByText('Rendre à ses auteurs…').click();
  await claire.getByRole('button', { name: 'Rendre à ses auteurs' }).click();
  await expect(claire.getByRole('alert')).toContainText('Dites pourquoi en une phrase');
  await claire.getByLabel('Motif').fill('Citer la source des mesures');
  await claire.getByRole('button', { name: 'Rendre à ses auteurs' }).click();
  await claire.getByRole('button', { name: 'Envoyer en relecture' }).click();
  await claire.getByRole('button', { name: 'Approuver le chapitre' }).click();
  await expect(claire.getByText('Le texte n’a pas changé depuis son approbation.')).toBeVisible();
  await claire.getByText('Historique', { exact: true }).click();
  await expect(claire.getByText('Citer la source des mesures')).toBeVisible();

  // Somebody else of the programme reads, and is offered no gesture.
  const yann = await pageOf(browser, 'metier.b', chapter);
  await expect(yann.getByRole('link', { name: 'Ouvrir le texte' })).toBeVisible();
  await expect(yann.getByRole('button', { name: 'Enregistrer' })).toBeHidden();

  await claire.getByRole('button', { name: 'Retirer de la synthèse' }).click();
  await expect(claire.getByText('Le chapitre est retiré de la synthèse')).toBeVisible();
  await expect(rowOf(claire, title)).toBeHidden();
  await claire.getByText('Chapitres retirés').click();
  await claire.getByRole('button', { name: `Remettre « ${title} »` }).click();
  await expect(rowOf(claire, title)).toContainText('Approuvé');
});

test('[SY6] [SY7] [SY10] a city that wrote nothing is reminded once a day, and the programme’s data come into the chapter with their date', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation');
  const chapter = await addChapter(claire, `Les cours ${Date.now()}`, 'Yann Le Goff', '2031-06-30');
  const yann = await pageOf(browser, 'metier.b', chapter);
  const cities = yann.getByRole('region', { name: 'Villes attendues' });
  await cities.getByRole('checkbox', { name: 'Pont-Ormeau' }).check();
  await cities.getByRole('button', { name: 'Enregistrer les villes' }).click();
  await expect(yann.getByText('Les villes attendues sont enregistrées.')).toBeVisible();
  await yann.getByRole('button', { name: 'Relancer Pont-Ormeau' }).click();
  await expect(yann.getByText('La relance est écrite.')).toBeVisible();
  await expect(yann.getByRole('region', { name: 'N’ont encore rien écrit' })).toContainText('Relancée le');
  await expect(yann.getByRole('button', { name: 'Relancer Pont-Ormeau' })).toBeHidden();
  const link = await linkMailedTo(browser, 'ines.bouaziz@pont-ormeau.example', /attend Pont-Ormeau/u);
  expect(link).toContain('/synthese/');

  const put = async () => {
    await yann.goto(chapter);
    await yann.getByLabel('Tableau').selectOption('experimentations');
    await yann.getByRole('button', { name: 'Insérer ou mettre à jour' }).click();
  };
  await put();
  await expect(yann.getByText('Le tableau est ajouté à la fin du chapitre.')).toBeVisible();
  await put();
  await expect(yann.getByText('Le tableau est à jour, à sa place dans le chapitre.')).toBeVisible();
  await expectNoBarrier(yann);
  await yann.getByRole('link', { name: 'Ouvrir le texte' }).click();
  await expect(yann.getByText(/^Données au /u)).toHaveCount(1);

  await claire.goto('/synthese');
  const csv = await claire.request.get(
    (await claire.getByRole('link', { name: 'Exporter le tableau (CSV)' }).getAttribute('href')) ?? '',
  );
  expect(await csv.text()).toContain('Pont-Ormeau');
  await claire.goto('/pilotage');
  const steering = claire.getByRole('region', { name: 'Synthèse de la saison' });
  await expect(steering).toContainText(/chapitres? approuvés? sur/u);
  await expectNoBarrier(claire);
});
