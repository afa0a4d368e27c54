import { expect, type Page } from '@playwright/test';
import { choose } from '../choose.ts';

/** Everything that this page typed is stored. */
export const expectKept = (page: Page) => expect(page.locator('.save')).toHaveText('Enregistré');

/** Begins an application to the call whose title begins so, and waits until it is alive; answers its address. */
export async function beginApplication(page: Page, call: string): Promise<string> {
  await page.goto('/candidatures');
  await page.getByRole('link', { name: 'Nouvelle candidature' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nouvelle candidature' })).toBeVisible();
  await choose(page.getByLabel('Appel (obligatoire)', { exact: true }), call);
  await page.getByRole('button', { name: 'Commencer la candidature' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Dépôt' })).toBeVisible();
  await expectKept(page);
  return new URL(page.url()).pathname;
}

interface Contact {
  readonly name: string;
  readonly email: string;
}

/** Whom to call: the elected person, and the pair that will carry the experiment. */
export async function fillContacts(page: Page, contacts: { business: Contact; data: Contact }) {
  const elected = page.getByRole('group', { name: 'Élu référent' });
  await elected.getByLabel('Prénom et nom').fill('Jeanne Aubry');
  await elected.getByLabel('Fonction').fill('Adjointe à la nature en ville');
  await elected.getByLabel('Adresse électronique').fill('jeanne.aubry@ville.example');
  for (const [role, { name, email }] of [
    ['Référent métier', contacts.business],
    ['Correspondant « données »', contacts.data],
  ] as const) {
    const group = page.getByRole('group', { name: role });
    await group.getByLabel('Prénom et nom').fill(name);
    await group.getByLabel('Adresse électronique').fill(email);
    await group.getByLabel('Téléphone').fill('02 40 00 00 00');
  }
}

const PROBLEM = 'Les places minérales dépassent quarante degrés en juillet, et personne ne sait où planter. ';

/** What is to be done, with which data. */
export async function fillProject(
  page: Page,
  { title, data }: { title: string; data: readonly string[] },
): Promise<void> {
  await page.getByLabel('Thème principal').selectOption({ label: 'Biodiversité' });
  await page.getByLabel('Titre du projet').fill(title);
  await page.getByLabel('Problème local à résoudre').fill(PROBLEM.repeat(5));
  await page.getByLabel('Approche expérimentée').fill('Croiser relevés, ombre portée et réseaux.');
  const block = page.getByRole('group', { name: 'Données envisagées' });
  for (const [at, name] of data.entries()) {
    await block.getByRole('button', { name: /^Ajouter une ligne/ }).click();
    await block.getByLabel('Nom du jeu de données').nth(at).fill(name);
    await block.getByLabel('Type de producteur').nth(at).selectOption({ label: 'Entreprise' });
    await block.getByLabel('Accès').nth(at).selectOption({ label: 'Non accessible sans raison valable' });
    await block.getByLabel('Disponible aujourd’hui').nth(at).selectOption({ label: 'Non' });
  }
}

/** What it is built on, from which day to which, and the question that this call added. */
export async function fillMeans(page: Page, { from, to, question }: Period): Promise<void> {
  await page.getByLabel('Retours d’expérience déjà capitalisés').fill('Aucun.');
  const period = page.getByRole('group', { name: 'Calendrier envisagé' });
  await period.getByLabel('Premier jour').fill(from);
  await period.getByLabel('Dernier jour').fill(to);
  await page.getByLabel(question).fill('Ce qui n’aura pas marché.');
  for (const promise of await page.getByLabel('Je m’y engage').all()) await promise.check();
  await page.getByLabel(/^Nous acceptons que le nom et le résumé/u).selectOption({ label: 'Oui' });
  await page.getByLabel('Lettre d’engagement signée').setInputFiles({
    name: 'lettre.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  });
  await expect(page.getByRole('link', { name: 'lettre.pdf' })).toBeVisible();
}

interface Period {
  readonly from: string;
  readonly to: string;
  readonly question: string;
}

/** All of it by one person. */
export async function fillWhole(
  page: Page,
  { title, email, period }: { title: string; email: string; period: Period },
): Promise<void> {
  await fillContacts(page, {
    business: { name: 'La personne du métier', email },
    data: { name: 'La personne des données', email: `donnees.${email}` },
  });
  await fillProject(page, { title, data: ['Relevés de terrain'] });
  await fillMeans(page, period);
  await expectKept(page);
}

/** Begins an application and fills all of it; answers the address of its page. */
export async function applyAlone(
  page: Page,
  { call, title, who, period }: { call: string; title: string; who: string; period: Period },
): Promise<string> {
  const path = await beginApplication(page, call);
  await fillWhole(page, { title, email: `${who}@demo.example`, period });
  return path.slice(0, '/candidatures/'.length + 36);
}

/** Submits what is complete; answers its number. */
export async function submitApplication(page: Page): Promise<string> {
  await expect(page.getByText('Tout ce qui est demandé est rempli.')).toBeVisible();
  await expectKept(page);
  await page.getByRole('button', { name: 'Déposer la candidature' }).click();
  const said = page.getByText(/La candidature est déposée sous le numéro AMI-/);
  return /AMI-[^ .]+/.exec((await said.textContent()) ?? '')?.[0] ?? '';
}
