import { expect, type Locator } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { openOnceItSays } from '../support/later.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** Presses what has the focus, as somebody without a mouse does. */
async function press(control: Locator): Promise<void> {
  await control.focus();
  await expect(control).toBeFocused();
  await control.press('Enter');
}

test('[RP11] [RP8] [RP13] [AT6] [AT7] a city outside the experiments repeats a case, writes to those who did it, and its facilitator is told and answers', async ({
  browser,
}) => {
  // Her home, a case for a town like hers, and whether she can do the same: without the mouse.
  const aurelie = await pageOf(browser, 'ville', '/');
  const cases = aurelie.getByRole('region', {
    name: /Pour une ville comme la vôtre|Les derniers cas d’usage/,
  });
  await expectNoBarrier(aurelie);
  await press(cases.getByRole('link', { name: 'Arbres et ombrage' }));
  await expect(aurelie.getByRole('heading', { level: 1, name: 'Arbres et ombrage' })).toBeVisible();
  await expectNoBarrier(aurelie);
  const sheet = new URL(aurelie.url()).pathname;
  await press(aurelie.getByRole('link', { name: 'Reproduire dans ma ville' }));
  const keep = aurelie.getByRole('button', { name: 'Garder ce contrôle' });
  await expect(keep.or(aurelie.getByText('Revoir les réponses'))).toBeVisible();
  await expectNoBarrier(aurelie);
  if ((await keep.count()) > 0) {
    await press(keep);
    await expect(aurelie.getByText('Le contrôle est enregistré.')).toBeVisible();
  }

  // « Reproduire »: the board is made in Ma ville, once.
  const plan = aurelie.getByRole('region', { name: 'Tableau' });
  const make = plan.getByRole('button', { name: 'Créer notre tableau', exact: true });
  await expect(make.or(plan.getByRole('link', { name: /Reprendre/ }))).toBeVisible();
  await expectNoBarrier(aurelie);
  if ((await make.count()) > 0) await press(make);
  else await press(plan.getByRole('link', { name: /Reprendre/ }));
  await expect(aurelie.getByRole('heading', { level: 1, name: /Reprendre/ })).toBeVisible();
  await aurelie.goto('/ma-ville');
  const repeated = aurelie.getByRole('region', { name: 'Cas d’usage que nous reproduisons' });
  await expect(
    repeated.getByRole('link', { name: /Voir le tableau de «\sArbres et ombrage\s»/ }),
  ).toBeVisible();
  await expectNoBarrier(aurelie);

  // A message to the pilots, which arrives; a retry of the same day is told that one has left already.
  await aurelie.goto(sheet);
  await press(aurelie.getByRole('link', { name: 'Écrire à ceux qui l’ont fait' }));
  await aurelie.getByLabel('Votre message').fill('Comment avez-vous convaincu les services ?');
  await expectNoBarrier(aurelie);
  await press(aurelie.getByRole('button', { name: 'Envoyer le message' }));
  await expect(aurelie.getByText(/Votre message part à|déjà écrit aujourd’hui/).first()).toBeVisible();
  await linkMailedTo(browser, 'metier.a@demo.example', /Une question sur/);

  // Her facilitator hears of it, finds her city among those that wait, and says that help was proposed.
  const etienne = await pageOf(browser, 'atd');
  await openOnceItSays(etienne, '/notifications', 'Clairvigne');
  await etienne.goto('/');
  await expectNoBarrier(etienne);
  const title = 'Proposer de l’aide à Clairvigne';
  const line = etienne.getByRole('link', { name: title, exact: true });
  await etienne.goto('/a-faire');
  await expect(line).toBeVisible();
  await expectNoBarrier(etienne);
  await etienne.goto('/mon-territoire');
  await expectNoBarrier(etienne);
  await etienne.getByLabel('Demandes').selectOption('oui');
  await press(etienne.getByRole('button', { name: 'Filtrer' }));
  const row = etienne.getByRole('row', { name: /Clairvigne/ });
  await expect(row).toContainText(/A écrit à ceux qui ont fait «\sArbres et ombrage\s»/);
  const file = await (await etienne.request.get('/mon-territoire.csv?demande=oui')).text();
  expect(file).toContain('Clairvigne');
  await press(row.getByRole('link', { name: 'Clairvigne' }));
  await expect(etienne.getByRole('heading', { level: 1, name: 'Clairvigne' })).toBeVisible();
  await expectNoBarrier(etienne);
  const city = new URL(etienne.url()).pathname;

  // From the line of À faire, undone and done again.
  await etienne.goto('/a-faire');
  const offer = etienne.getByRole('button', { name: `J’ai proposé mon aide\u00a0: ${title}` });
  await press(offer);
  await expect(etienne.getByText('C’est noté\u00a0: vous avez proposé votre aide.')).toBeVisible();
  await expect(line).toHaveCount(0);
  await press(etienne.getByRole('button', { name: 'Annuler', exact: true }));
  await expect(etienne.getByText('L’aide proposée n’est plus notée.')).toBeVisible();
  await press(offer);
  await expect(line).toHaveCount(0);

  // He notes what he did and writes; her city reads it, nobody of another one opens his desk.
  await etienne.goto(city);
  await etienne
    .getByLabel(/Ce qui a été fait/)
    .last()
    .fill('Une visite du service des espaces verts.');
  await press(etienne.getByRole('button', { name: 'Noter', exact: true }));
  await expect(etienne.getByText('L’accompagnement est noté.')).toBeVisible();
  await etienne.getByLabel('Votre message').fill('Je passe mardi avec un modèle de fichier.');
  await press(etienne.getByRole('button', { name: 'Envoyer le message' }));
  await expect(etienne.getByText(/Votre message part à 2 personnes/)).toBeVisible();
  await expectNoBarrier(etienne);
  expect(await linkMailedTo(browser, 'ville@demo.example', /vous écrit/)).toBe('/ma-ville/aide');
  await aurelie.goto('/ma-ville/aide');
  await expectNoBarrier(aurelie);
  const done = aurelie.getByRole('region', { name: 'Ce qui a été fait pour nous' });
  await expect(done).toContainText('Une visite du service des espaces verts.');
  await expect(done).toContainText('Je passe mardi avec un modèle de fichier.');
  const nadia = await pageOf(browser, 'metier.a');
  for (const path of ['/mon-territoire', '/mon-territoire.csv', city])
    expect((await nadia.request.get(path)).status(), path).toBe(404);
});
