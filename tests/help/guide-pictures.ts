import { expect, type Page } from '@playwright/test';
import { suggestFor } from '#tests/e2e/support/comments.ts';
import { button, cast, newMeeting, voteOn } from '#tests/e2e/support/held-meetings.ts';
import { openRound } from '#tests/e2e/support/reviews.ts';

/** An account of the demonstration, without its domain. */
type Account = 'metier.a' | 'metier.b' | 'animation' | 'relecture' | 'admin';

/** What a picture of the guides shows. */
export interface GuidePicture {
  /** Of the file. */
  readonly name: string;
  readonly as: Account;
  /** Brings the page to what is to be seen; `open` gives one to somebody else. */
  readonly show: (page: Page, open: (as: Account) => Promise<Page>) => Promise<void>;
}

/** Goes to the first link of a page that leads to such an address. */
async function follow(page: Page, from: string, to: RegExp): Promise<void> {
  await page.goto(from);
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const found = links.find((link) => to.test(link));
  if (!found) throw new Error(`no link to ${to} on ${from}`);
  await page.goto(found);
}

/** Brings an element to the top of what is seen, under the bars. */
async function scrollTo(page: Page, selector: string): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 220);
    });
}

const QUESTION = 'Planter d’abord rue des Tilleuls ?';
const GROUP = /^\/groupes\/[0-9a-f-]{36}-nature-en-ville$/;

async function openInGroup(page: Page, tab: string, to: RegExp): Promise<void> {
  await follow(page, '/groupes', GROUP);
  await follow(page, `${new URL(page.url()).pathname}${tab}`, to);
}

/** In the order in which they are taken: what one leaves behind is not to be seen on the ones before. */
export const GUIDE_PICTURES: readonly GuidePicture[] = [
  { name: 'accueil', as: 'metier.a', show: async (page) => void (await page.goto('/')) },
  {
    name: 'tableau',
    as: 'metier.a',
    async show(page) {
      await openInGroup(page, '/tableaux', /^\/tableaux\/.*arbres-et-ombrage$/);
      await expect(page.locator('.save')).toContainText('Enregistré');
    },
  },
  {
    name: 'commentaires',
    as: 'metier.b',
    async show(page) {
      await openInGroup(page, '/documents', /^\/documents\/.*essences-adaptees/);
      await expect(page.locator('ol.threads article').first()).toBeVisible();
      await expect(page.locator('.save')).toContainText('Enregistré');
      await scrollTo(page, '.prose .passage');
    },
  },
  {
    name: 'besoins',
    as: 'metier.a',
    async show(page) {
      await follow(page, '/experimentations', /^\/experimentations\/.*arbres-et-ombrage/);
      await page.goto(`${new URL(page.url()).pathname}/besoins`);
    },
  },
  {
    name: 'experimentation',
    as: 'metier.a',
    show: (page) => follow(page, '/experimentations', /^\/experimentations\/.*arbres-et-ombrage/),
  },
  {
    name: 'candidature',
    as: 'metier.a',
    async show(page) {
      await follow(page, '/candidatures', /^\/candidatures\/.*cours-d-ecole/);
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'fiche',
    as: 'animation',
    show: (page) => follow(page, '/fiches', /^\/fiches\/.*arbres-et-ombrage/),
  },
  {
    name: 'relecture',
    as: 'relecture',
    async show(page, open) {
      const claire = await open('animation');
      await openInGroup(claire, '/documents', /^\/documents\/.*convention-de-partage/);
      await claire.goto(`${new URL(claire.url()).pathname}/relectures`);
      const round = await openRound(claire, {
        organisations: ['Banque des Territoires'],
        questions: 'L’article sur la réutilisation convient-il ?',
      });
      await page.goto(round);
    },
  },
  { name: 'pilotage', as: 'relecture', show: async (page) => void (await page.goto('/pilotage')) },
  { name: 'securite', as: 'metier.a', show: async (page) => void (await page.goto('/compte/securite')) },
  {
    name: 'administration',
    as: 'admin',
    show: async (page) => void (await page.goto('/administration/personnes')),
  },
  {
    name: 'animation',
    as: 'animation',
    async show(page) {
      await follow(page, '/groupes', GROUP);
      await page.goto(`${new URL(page.url()).pathname}/animation`);
    },
  },
  {
    name: 'suggestions',
    as: 'metier.a',
    async show(page, open) {
      const marc = await open('relecture');
      await openInGroup(marc, '/documents', /^\/documents\/.*charte-de-l-arbre/);
      await expect(marc.locator('.save')).toBeVisible();
      await suggestFor(marc, 'à le remplacer', 'à le remplacer par une essence adaptée');
      await page.goto(new URL(marc.url()).pathname);
      await expect(page.locator('.prose ins')).toBeVisible();
      await expect(page.locator('.save')).toContainText('Enregistré');
      await scrollTo(page, '.prose ins');
    },
  },
  {
    name: 'seance',
    as: 'animation',
    async show(page, open) {
      const path = await newMeeting(page, 'Choisir les rues de la saison', 0.1);
      await page.goto(`${path}/deroulement`);
      await button(page, 'Ouvrir la séance').click();
      await expect(page.getByText('Séance en cours')).toBeVisible();
      await button(page, /^Commencer le point/u)
        .first()
        .click();
      await page.getByText('Ouvrir un vote').click();
      await page.getByLabel('Question').fill(QUESTION);
      await button(page, 'Ouvrir le vote').click();
      const nadia = await open('metier.a');
      await nadia.goto(`${path}/deroulement`);
      await button(nadia, 'Je suis sur place').click();
      await cast(nadia, QUESTION, 'Pour');
      await expect(voteOn(nadia, QUESTION)).toContainText('Voix donnée');
      await page.goto(`${path}/deroulement`);
    },
  },
];

/** What the README shows: a guide that several cities write. */
export const README_PICTURE: GuidePicture = {
  name: 'README',
  as: 'metier.a',
  async show(page) {
    await openInGroup(page, '/documents', /^\/documents\/.*-choisir-des-essences/);
    await expect(page.locator('.save')).toContainText('Enregistré');
    const threads = page.getByRole('list', { name: 'Commentaires' }).getByRole('listitem');
    await expect(threads.first()).toBeVisible();
  },
};
