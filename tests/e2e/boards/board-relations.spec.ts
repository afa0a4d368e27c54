import { expect } from '@playwright/test';
import {
  cardOf,
  expectCards,
  newBoard,
  openBoard,
  SAVED,
  spokenOf,
  twoOnOneBoard,
} from '../support/boards.ts';
import { pageOf, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { openOnceItSays } from '../support/later.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[B30] a card waits for another, by keyboard; its face says so until that one is finished', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, 'Dépendances', {
    'À faire': ['Planter', 'Commander les arbres'],
    'En cours': ['Choisir les essences'],
  });
  const reader = await pageOf(browser, 'relecture');
  await Promise.all([openBoard(nadia, path), openBoard(reader, path)]);
  await cardOf(nadia, 'Planter').focus();
  await nadia.keyboard.press('Enter');
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  const add = panel.getByRole('button', { name: 'Ajouter une carte bloquante' });
  await add.focus();
  await nadia.keyboard.press('Enter');
  const field = panel.getByRole('combobox', { name: 'Carte à terminer d’abord' });
  await expect(field).toBeFocused();
  const offered = panel.getByRole('listbox', { name: 'Propositions' }).getByRole('option');
  await expect(offered).toHaveCount(2);
  await nadia.keyboard.type('arbres');
  await expect(offered).toHaveText(['Commander les arbres À faire']);
  await nadia.keyboard.press('Enter');
  await expect(add).toBeFocused();
  await expect(spokenOf(nadia)).toHaveText('bloquée par la carte « Commander les arbres »');
  await expect(panel.getByRole('list', { name: 'Bloquée par' })).toContainText('Commander les arbres');
  await expect(panel.getByText('Cette carte attend 1 autre carte')).toBeVisible();

  // Whoever only reads sees it, on the face and in what is spoken of it.
  await expect(cardOf(reader, 'Planter').getByText('Bloquée')).toBeVisible();
  await expect(reader.getByRole('row', { name: 'bloquée par « Commander les arbres »' })).toBeVisible();
  await reader.goto(`${path}?attente=bloquee`);
  await expectCards(reader, 'À faire', ['Planter']);
  await reader.getByRole('button', { name: 'Retirer le filtre Bloquées par une autre carte' }).click();
  await expectCards(reader, 'À faire', ['Planter', 'Commander les arbres']);

  await panel.getByRole('link', { name: 'Commander les arbres' }).click();
  await expect(panel.getByRole('list', { name: 'Bloque', exact: true })).toContainText('Planter');
  await panel.getByRole('button', { name: 'Ajouter une carte bloquante' }).click();
  await offered.filter({ hasText: 'Planter' }).click();
  await expect(panel.getByText('Ces deux cartes s’attendraient l’une l’autre')).toBeVisible();
  await expectNoBarrier(nadia);
  await field.press('Escape');
  await expect(field).toBeHidden();

  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const card = cardOf(nadia, 'Commander les arbres');
  await card.focus();
  for (const column of ['En cours', 'Relecture', 'Fait']) {
    await nadia.keyboard.press('Shift+ArrowRight');
    await expect(spokenOf(nadia)).toContainText(`colonne ${column}`);
  }
  await expect(cardOf(nadia, 'Planter').getByText('Bloquée')).toBeHidden();
  await expect(cardOf(reader, 'Planter').getByText('Bloquée')).toBeHidden();
  await cardOf(reader, 'Planter').click();
  const theirs = reader.getByRole('complementary', { name: 'Carte' });
  await expect(theirs.getByText('Terminée, Fait')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Ajouter une carte bloquante' })).toHaveCount(0);
});

test('[CM10] who only reads a board comments its cards; others hear of it at once, answer by keyboard, and resolve', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, 'Cartes commentées', { 'À faire': ['Arroser', 'Tailler'] });
  const reader = await pageOf(browser, 'relecture');
  await Promise.all([openBoard(nadia, path), openBoard(reader, path)]);
  await cardOf(reader, 'Arroser').click();
  const theirs = reader.getByRole('complementary', { name: 'Carte' });
  await theirs.getByRole('button', { name: 'Commenter' }).click();
  const field = theirs.getByRole('textbox', { name: 'Votre commentaire' });
  await expect(field).toBeFocused();
  await field.pressSequentially('Qui arrose en août, @Nadia');
  await expect(theirs.getByRole('option', { name: /^Nadia/ })).toBeVisible();
  await field.press('Enter');
  await field.pressSequentially('?');
  await field.press('Control+Enter');
  await expect(theirs.locator('.body', { hasText: 'Qui arrose en août' })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Commenter' })).toBeFocused();

  // On the face of the card, live, for whoever has the board open.
  const card = cardOf(nadia, 'Arroser');
  await expect(card.getByText('1 non lu', { exact: true })).toBeVisible();
  await expect(nadia.getByRole('row', { name: '1 commentaire, 1 non lu' })).toBeVisible();
  await card.focus();
  await nadia.keyboard.press('Enter');
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  const thread = panel.getByRole('article', { name: /^Fil de / });
  await expect(thread.getByText('Non lu')).toBeVisible();
  await expectNoBarrier(nadia);
  const reply = thread.getByRole('button', { name: 'Répondre' });
  await reply.focus();
  await nadia.keyboard.press('Enter');
  const answer = thread.getByRole('textbox', { name: 'Votre réponse' });
  await expect(answer).toBeFocused();
  await answer.pressSequentially('Moi, chaque matin.');
  await answer.press('Control+Enter');
  await expect(theirs.locator('.body', { hasText: 'Moi, chaque matin.' })).toBeVisible();
  await expect(card.getByText('1 non lu', { exact: true })).toBeHidden();
  await expect(card.getByText('2 commentaires')).toBeAttached();

  // One's own words only.
  const own = theirs.getByRole('button', { name: /^Actions sur le commentaire de / });
  await expect(own).toHaveCount(1);
  await own.click();
  await reader.getByRole('menuitem', { name: 'Supprimer' }).click();
  await expect(theirs.getByText('Commentaire supprimé', { exact: true })).toBeVisible();
  await reader.getByRole('button', { name: 'Annuler' }).click();
  await expect(theirs.locator('.body', { hasText: 'Qui arrose en août' })).toBeVisible();

  await thread.getByRole('button', { name: 'Résoudre' }).click();
  await expect(thread.getByText(/^Résolu par /)).toBeVisible();
  await expect(theirs.getByRole('button', { name: '1 fil résolu' })).toBeVisible();

  // An address of the thread, for whoever may read the board and for nobody else.
  const id = (await thread.getAttribute('id'))?.replace('fil-', '');
  const address = new URL(nadia.url());
  const aside = await pageOf(browser, 'donnees.a');
  await aside.goto(`${address.pathname}?fil=${id}`);
  await expect(aside.getByRole('article', { name: /^Fil de / })).toBeFocused();
  const stranger = await pageOf(browser, 'ville');
  for (const of of [`${address.pathname}/commentaires`, `${path}/commentaires`]) {
    expect((await stranger.request.get(of)).status()).toBe(404);
  }
  const said = {
    intent: 'start',
    threadId: crypto.randomUUID(),
    commentId: crypto.randomUUID(),
    body: 'Non',
    mentions: [],
  };
  const sent = await stranger.request.post(`${address.pathname}/commentaires`, { data: said });
  expect(sent.status()).toBe(404);
  const nowhere = await nadia.request.post(`${path}/cartes/ailleurs/commentaires`, { data: said });
  expect(nowhere.status()).toBe(404);
});

test('[B31] a card points to a document, whose page names it; each sees of both only what they may read', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const title = 'Inventaire des arbres';
  const { items }: { items: { id: string }[] } = await (await nadia.request.get('/api/v1/groups')).json();
  const made = await nadia.request.post(`/api/v1/groups/${items[0]?.id}/documents`, { data: { title } });
  const { id: documentId }: { id: string } = await made.json();
  const path = await newBoard(nadia, 'Cartes liées', { 'À faire': ['Relever les arbres'] });
  await openBoard(nadia, path);
  await cardOf(nadia, 'Relever les arbres').click();
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  const add = panel.getByRole('button', { name: 'Ajouter un lien' });
  await add.focus();
  await nadia.keyboard.press('Enter');
  const field = panel.getByRole('combobox', { name: 'Page à lier' });
  await expect(field).toBeFocused();
  await nadia.keyboard.type(title);
  const offered = panel.getByRole('listbox', { name: 'Propositions' }).getByRole('option');
  await expect(offered.first()).toContainText(title);
  await expectNoBarrier(nadia);
  await field.press('Enter');
  await expect(add).toBeFocused();
  const links = panel.getByRole('list', { name: 'Liens' });
  await expect(links.getByRole('link', { name: title })).toBeVisible();
  // An address of ours, pasted, is a link too; one of others is not.
  await add.click();
  await field.fill('https://ailleurs.example/documents/1');
  await expect(panel.getByText('Rien ne correspond.')).toBeVisible();
  await field.fill(new URL('/villes/37261', nadia.url()).href);
  await expect(offered).toHaveText(['La page de cette adresse']);
  await field.press('Enter');
  await expect(links.getByText('Ville')).toBeVisible();
  await expect(saveStateOf(nadia)).toHaveText(SAVED);

  // The other side, once the tables know ([K2]), and for whoever reads the document.
  const onDocument = nadia.getByRole('region', { name: 'Cartes liées à ce document' });
  await openOnceItSays(nadia, `/documents/${documentId}`, 'Cartes liées à ce document');
  await expect(onDocument.getByRole('link', { name: 'Relever les arbres' })).toBeVisible();
  await expectNoBarrier(nadia);

  // Who is not of the group learns of neither.
  const stranger = await pageOf(browser, 'ville');
  const key = encodeURIComponent(`document:${documentId}`);
  expect(await (await stranger.request.get(`/objets/cartes?objet=${key}`)).json()).toEqual({ cards: [] });
  const hers = await (await nadia.request.get(`/objets/cartes?objet=${key}`)).json();
  expect(hers).toMatchObject({ cards: [{ title: 'Relever les arbres' }] });

  await onDocument.getByRole('link', { name: 'Relever les arbres' }).click();
  await links.getByRole('listitem').filter({ hasText: title }).getByRole('button').click();
  await expect(links.getByRole('link', { name: title })).toHaveCount(0);
});

test('[B32] a card tells who did what to it and when; nobody of another group is told', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Activité d’une carte');
  await cardOf(nadia, 'Relevés').click();
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  await panel.getByLabel('Échéance').fill('2031-03-15');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await cardOf(yann, 'Relevés').focus();
  await yann.keyboard.press('Shift+ArrowRight');
  await expect(spokenOf(yann)).toContainText('colonne En cours');
  await expect(panel.getByRole('heading', { name: 'Carte, En cours' })).toBeVisible();
  const show = panel.getByRole('button', { name: 'Afficher l’activité' });
  await show.focus();
  await nadia.keyboard.press('Enter');
  const events = panel.getByRole('region', { name: 'Activité' }).getByRole('listitem');
  await expect(events).toHaveText([
    /Yann Le Goff a déplacé la carte de «\sÀ faire\s» vers «\sEn cours\s»/,
    /Nadia .* a fixé l’échéance\s: samedi 15 mars 2031/,
    /Nadia .* a créé la carte dans «\sÀ faire\s»/,
  ]);
  await expect(events.first()).toContainText('Saint-Aubin-les-Marais');
  await expectNoBarrier(nadia);

  const address = `${new URL(nadia.url()).pathname}/activite`;
  expect((await yann.request.get(address)).status()).toBe(200);
  const stranger = await pageOf(browser, 'ville');
  expect((await stranger.request.get(address)).status()).toBe(404);
});
