import { expect } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { totpCode } from '#tests/support/people/totp.ts';
import { startEmptyServer } from '../support/empty-server.ts';
import { handsOf } from '../support/hands.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const PASSWORD = 'quatre mots à retenir';
const GROUPS = ['Nature en ville', 'Eau et rivières', 'Énergie'];
const PEOPLE = 444;
/** What the whole hour may take of hands. */
const GESTURES_MAX = 60;

test('[T13] [T14] [IB1] [HO2] in at most 60 gestures an empty installation has its 222 cities, three groups and 444 people invited', async ({
  browser,
}, { annotations }) => {
  const server = await startEmptyServer();
  try {
    const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
    const hands = handsOf(page);
    await hands.visit('/');
    await hands.fill('Adresse professionnelle', 'helene.castaing@valmont.example');
    await hands.fill('Prénom et nom', 'Hélène Castaing');
    await hands.fill('Mot de passe', PASSWORD);
    await hands.press('Créer le compte');

    // Why a second factor is said before anything of it is asked.
    await expect(page.getByText('un mot de passe volé ne suffit plus')).toBeVisible();
    await hands.fill('Votre mot de passe', PASSWORD);
    await hands.press('Commencer');
    const key = (await page.locator('.totp-key').textContent())?.replaceAll(' ', '') ?? '';
    await hands.fill('Code à six chiffres', totpCode(`otpauth://totp/x?secret=${key}`));
    await hands.press('Confirmer');
    await hands.follow('J’ai gardé mes codes, continuer');
    await expect(page.getByRole('heading', { name: 'Premiers pas' })).toBeVisible();
    // Nothing invites whoever opens the programme to wait for somebody.
    await expect(page.getByText('Quand une animatrice vous aura invité')).toHaveCount(0);
    await expectNoBarrier(page);

    await hands.follow(/Importer les villes/);
    await hands.press('Importer la liste du programme');
    await expect(page.getByText('235 organisations nouvelles')).toBeVisible();
    await expectNoBarrier(page);
    await hands.press(/^Importer$/);
    await expect(page.getByText('La liste est importée.')).toBeVisible();

    for (const name of GROUPS) {
      await hands.visit('/groupes/nouveau');
      await hands.fill('Nom du groupe', name);
      await hands.fill('Ce que le groupe veut faire', 'Avancer ensemble.');
      await hands.choose('Thème');
      await hands.press('Créer le groupe');
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    }

    await hands.visit('/');
    await hands.follow(/Inviter les premières personnes/);
    await expect(page.getByText('Aucun serveur d’envoi n’est réglé')).toBeVisible();
    const lines = Array.from({ length: PEOPLE }, (_, at) =>
      [`PRENOM${at} NOM`, `agent${at}@ville.example`, 'Agen', 'Contribution', GROUPS[at % 3]].join(';'),
    );
    await hands.fill('Lignes collées', ['nom;adresse;organisation;rôle;groupes', ...lines].join('\n'));
    await hands.press('Vérifier la liste');
    await expect(page.getByRole('button', { name: /Inviter 444/ })).toBeVisible();
    await expectNoBarrier(page);
    await hands.press(/Inviter 444/);
    await expect(page.getByRole('heading', { level: 1, name: /Liste du/ })).toBeVisible();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { name: '444 courriels gardés ici' })).toBeVisible(ONE_LOOK);
    }).toPass();
    await expectNoBarrier(page);
    annotations.push({ type: 'gestures', description: String(hands.count()) });
    expect(hands.count()).toBeLessThanOrEqual(GESTURES_MAX);
  } finally {
    await server.stop();
  }
});
