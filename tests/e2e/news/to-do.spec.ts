import { expect } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { pageOf } from '../support/documents.ts';
import { newMeeting } from '../support/held-meetings.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { lineOf, unfold } from '../support/to-do.ts';

test('[AF2] [AF3] [AF4] [HO1] an invitation is answered on the home page, without the mouse, and the answer taken back', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/');
  await newMeeting(claire, 'Choisir les capteurs', 2);
  const page = await pageOf(browser, 'atd', '/');
  await expectNoBarrier(page);
  const title = 'Dire si vous venez\u00a0: Choisir les capteurs';
  await unfold(page);
  const toDo = page.getByRole('region', { name: 'À faire' });
  const total = toDo.getByRole('heading', { level: 2 }).locator('.count');
  const before = Number(await total.textContent());
  const home = page.getByRole('link', { name: /^Accueil/u }).first();
  await expect(home).toContainText(String(before));
  await lineOf(page, title)
    .getByRole('button', { name: `Je viens\u00a0: ${title}` })
    .press('Enter');
  await expect(page.getByRole('status').getByText('C’est noté\u00a0: vous venez.')).toBeVisible();
  await expect(page).toHaveURL(/\/$/u);
  await expect(page.getByRole('link', { name: title, exact: true })).toHaveCount(0);
  await expect(toDo.getByRole('heading', { name: /^À faire/u })).toBeFocused();
  if (before > 1) await expect(home).toContainText(String(before - 1));
  await page.getByRole('button', { name: 'Annuler', exact: true }).press('Enter');
  await expect(page.getByText('Votre réponse est retirée.')).toBeVisible();
  await unfold(page);
  await expect(lineOf(page, title)).toBeVisible();
});

test('[AF4] a point that somebody proposes is named, put on the agenda or refused in its line, and waits again', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/');
  const meeting = await newMeeting(claire, 'Capteurs de rue', 3);
  const nadia = await pageOf(browser, 'metier.a', '/');
  await nadia.request.post(meeting, {
    form: { intent: 'addItem', title: 'Où poser les capteurs', minutes: '20', owner: '' },
  });
  await claire.goto('/a-faire');
  const title = 'Accepter ou refuser le point\u00a0: Où poser les capteurs';
  await expect(lineOf(claire, title)).toContainText('Proposé par Nadia Ferrand, Capteurs de rue');
  for (const [act, said] of [
    ['Accepter', 'Le point est à l’ordre du jour.'],
    ['Refuser', 'Le point est retiré de l’ordre du jour.'],
  ] as const) {
    await lineOf(claire, title)
      .getByRole('button', { name: `${act}\u00a0: ${title}` })
      .press('Enter');
    await expect(claire.getByRole('status').getByText(said)).toBeVisible();
    await expect(claire.getByRole('link', { name: title, exact: true })).toHaveCount(0);
    await claire.getByRole('button', { name: 'Annuler', exact: true }).press('Enter');
    await expect(claire.getByText('Le point attend de nouveau votre réponse.')).toBeVisible();
    await expect(lineOf(claire, title)).toBeVisible();
  }
});

test('[HO3] « Créer » is opened and left by keyboard, and leads to what may be made in one’s city and groups', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a', '/');
  const create = page.locator('summary', { hasText: 'Créer' });
  await create.press('Enter');
  await expectNoBarrier(page);
  const own = page.getByRole('link', { name: 'Document, Valmont-sur-Loire' });
  await expect(own).toBeVisible();
  // A contributor plans no meeting.
  await expect(page.getByRole('link', { name: /^Séance, / })).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(own).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(own).toBeHidden();
  await expect(create).toBeFocused();
  await create.press('Enter');
  await page.getByRole('link', { name: 'Document, Nature en ville' }).press('Enter');
  await expect(page).toHaveURL(/-nature-en-ville\/documents\/nouveau$/u);
});

test('[AF4] a card is finished in its line, and goes back to its column; who may not write on the board is led there', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a', '/a-faire');
  await expectNoBarrier(page);
  const title = 'Demander le plan des réseaux enterrés';
  await lineOf(page, title)
    .getByRole('button', { name: `C’est fait\u00a0: ${title}` })
    .click();
  await expect(page.getByText('C’est fait\u00a0: la carte est terminée.')).toBeVisible();
  await expect(page).toHaveURL(/\/a-faire$/u);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(page.getByText('La carte est de nouveau à faire.')).toBeVisible();
  // The table follows the board within two seconds ([K2]).
  await expect(async () => {
    await page.reload();
    await expect(lineOf(page, title)).toBeVisible(ONE_LOOK);
  }).toPass();
  const reviewer = await pageOf(browser, 'relecture', '/');
  await unfold(reviewer);
  const chapter = lineOf(reviewer, 'Chapitre «\u202fAgir, dans le bon ordre\u202f»');
  await expect(chapter.getByRole('link', { name: /^Voir/u })).toBeVisible();
  await expect(chapter.getByRole('button')).toHaveCount(0);
});

test('[AF5] the coordination sees its groups in one table, the Banque the programme in one line', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/');
  const groups = claire.getByRole('table', { name: 'Mes groupes' });
  await expect(groups.getByRole('row').filter({ hasText: 'Îlots de chaleur' })).toContainText('2 villes');
  await expect(groups.getByRole('row').filter({ hasText: 'Nature en ville' })).toContainText('À prévoir');
  const marc = await pageOf(browser, 'relecture', '/');
  const line = marc.getByRole('region', { name: 'Le programme en bref' });
  await expect(line).toContainText('1 sur 4 chapitres approuvés');
  await expect(marc.getByRole('region', { name: 'En retard' })).toContainText('Prévenir avant la crue');
  await expectNoBarrier(marc);
});

test('[AF3] nobody of the demonstration has nothing to do', async ({ browser }) => {
  for (const person of [
    'admin',
    'animation',
    'relecture',
    'metier.a',
    'donnees.a',
    'metier.b',
    'donnees.b',
    'conseil',
    'atd',
    'ville',
  ]) {
    const page = await pageOf(browser, person, '/a-faire');
    await expect(page.locator('main').getByRole('listitem').first(), person).toBeVisible();
    await page.context().close();
  }
});

test('[AF7] [AF8] the home of a facilitator and of a consultant begins with three things to do, then what they look after', {
  tag: '@gate',
}, async ({ browser }) => {
  const etienne = await pageOf(browser, 'atd', '/');
  const territory = etienne.getByRole('region', { name: 'Mon territoire' });
  await expect(territory.getByRole('row', { name: /Hautelande Agglomération/ })).toContainText(
    'Demande de l’aide',
  );
  await unfold(etienne);
  await expect(etienne.getByRole('link', { name: /^Proposer de l’aide à/ }).nth(2)).toBeVisible();
  await expectNoBarrier(etienne);
  await territory.getByRole('link', { name: /Les \d villes/ }).press('Enter');
  await expect(etienne.getByRole('heading', { level: 1, name: 'Mon territoire' })).toBeVisible();

  const camille = await pageOf(browser, 'conseil', '/');
  const missions = camille.getByRole('region', { name: 'Mes missions en cours' });
  await expect(missions.getByRole('row', { name: /Appui à l’inventaire des arbres/ })).toContainText(
    'Valmont-sur-Loire',
  );
  await expectNoBarrier(camille);
  await camille.goto('/a-faire');
  await expect(camille.getByRole('link', { name: /^Remettre le livrable/ }).nth(2)).toBeVisible();
});
