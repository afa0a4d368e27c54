import { expect } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[CK1] [CK2] [HV4] a facilitator sees a silent city, reads the mail, sends it once; others have no such page', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/groupes');
  await claire.getByRole('main').getByRole('link', { name: 'Risques d’inondation et ruissellement' }).click();
  await claire.getByRole('link', { name: 'Animation', exact: true }).click();
  const cities = claire.getByRole('region', { name: 'Contributions par ville' });
  await expect(cities).toBeVisible();
  await expectNoBarrier(claire);
  const silent = cities.getByRole('listitem').filter({ hasText: 'Silencieuse' }).first();
  await silent.getByText('Relancer…').click();
  const subject = silent.getByText(/^Objet/u);
  await expect(subject).toContainText('Risques d’inondation et ruissellement');
  await expectNoBarrier(claire);
  await silent.getByRole('button', { name: /^Envoyer à/u }).click();
  await expect(claire.getByText(/courriels? (est|sont) écrits?/u)).toBeVisible();
  await expect(cities.getByText(/Déjà fait cette semaine/u).first()).toBeVisible();
  const texts = claire.getByRole('region', { name: 'Textes attendus' });
  await expect(texts.getByRole('listitem').first()).toBeVisible();
  const path = new URL(claire.url()).pathname;
  const members = path.replace(/animation$/u, 'membres');
  await claire.goto(members);
  const herself = claire.getByRole('listitem').filter({ hasText: 'animation@demo.example' });
  await expect(herself).toContainText('Dernière visite');
  await expect(claire.getByText('Aucune visite').first()).toBeVisible();
  await expectNoBarrier(claire);
  const observer = await pageOf(browser, 'atd');
  expect((await observer.goto(path))?.status()).toBe(403);
  await observer.goto(members);
  await expect(observer.getByText('Claire Oudin').first()).toBeVisible();
  await expect(observer.getByText(/Dernière visite|Aucune visite/u)).toHaveCount(0);
  const stranger = await pageOf(browser, 'metier.a');
  expect((await stranger.goto(path))?.status()).toBe(404);
});

test('[MB1] [MB2] [MB3] [MB4] [HO1] somebody finds a group, asks with a word, is accepted, and leaves', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a', '/groupes');
  await nadia.getByRole('link', { name: /^Demander à rejoindre Risques/u }).click();
  await expectNoBarrier(nadia);
  const message = nadia.getByLabel('Message');
  await message.fill('x'.repeat(501));
  await nadia.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(nadia.getByRole('alert')).toBeFocused();
  await message.fill('Nos caves s’inondent.');
  await nadia.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(nadia.getByText('Votre demande est faite.')).toBeVisible();

  const link = await linkMailedTo(browser, 'animation@demo.example', /demande à rejoindre/u);
  const claire = await pageOf(browser, 'animation', '/');
  const toDo = claire.getByRole('region', { name: 'À faire' });
  await expect(toDo).toContainText('Dire si vous venez');
  await expectNoBarrier(claire);
  await toDo
    .getByRole('listitem')
    .filter({ hasText: 'Risques d’inondation et ruissellement' })
    .getByRole('link', { name: 'Répondre à une demande d’entrée', exact: true })
    .press('Enter');
  await expect(claire).toHaveURL(new RegExp(`${link}$`, 'u'));
  const requests = claire.getByRole('region', { name: 'Demandes à rejoindre' });
  await expect(requests).toContainText('Nos caves s’inondent.');
  await requests.getByText('Refuser…').click();
  await requests.getByRole('button', { name: /^Refuser la demande/u }).click();
  await expect(claire.getByRole('alert')).toContainText('pourquoi vous refusez');
  await expectNoBarrier(claire);
  await requests.getByRole('combobox').selectOption({ label: 'Observation' });
  await requests.getByRole('button', { name: /^Accepter la demande/u }).click();
  await expect(claire.getByText('La demande est acceptée.')).toBeVisible();

  const given = await linkMailedTo(browser, 'metier.a@demo.example', /Vous êtes maintenant membre/u);
  await nadia.goto(`${given}/membres`);
  await nadia.getByText('Quitter le groupe').first().click();
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Quitter le groupe' }).click();
  await expect(nadia.getByText('Vous avez quitté le groupe.')).toBeVisible();
  expect((await nadia.goto(given))?.status()).toBe(404);
});
