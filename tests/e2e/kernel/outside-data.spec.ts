import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { dataGouvAnswer } from '#tests/support/library/data-gouv.ts';
import { DELIBERATIONS } from '#tests/support/library/scdl.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { signIn } from '../support/sign-in.ts';

let own: OwnServer;
let site = '';
/** What nobody may be led to: it counts who came. */
let visits = 0;
const inside = createServer((_request, response) => {
  visits += 1;
  response.end(JSON.stringify(DELIBERATIONS));
});
/** Stands in for data.gouv.fr and for a site of schemas. */
const outside = createServer(({ url }, response) => {
  const inner = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/schema.json`;
  const json = (body: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (url === '/api/1/datasets/arbres-de-valmont/') return json(dataGouvAnswer());
  if (url === '/schema.json') return json(DELIBERATIONS);
  if (url === '/other.json') return json({ resources: [] });
  if (url === '/inward.json') return response.writeHead(302, { location: inner }).end();
  return response.writeHead(404).end();
});

test.beforeAll(async () => {
  for (const one of [inside, outside])
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  const { port } = outside.address() as AddressInfo;
  site = `http://127.0.0.1:${port}`;
  own = await startOwnServer({ OUTSIDE: '1', DATA_GOUV_URL: site, OUTSIDE_ALLOW: `127.0.0.1:${port}` });
});
test.afterAll(async () => {
  await own.remove();
  for (const one of [inside, outside]) {
    one.closeAllConnections();
    one.close();
  }
});

/** The page says the refusal of this field, as a sentence. */
async function refused(page: Page, label: string, typed: string, submit: string, sentence: string) {
  await page.getByLabel(label).fill(typed);
  await page.getByRole('button', { name: submit }).click();
  await expect(page.getByText(sentence).first()).toBeVisible();
  await expect(page.getByLabel(label)).toHaveAttribute('aria-invalid', 'true');
}

test('[DS7] [DS12] [OU2] [OU3] a schema and a record of data.gouv.fr come from outside; an address that leads inside the network is refused', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: own.origin });
  await signIn(context, 'donnees.a@demo.example');
  const page = await context.newPage();
  await page.goto('/donnees/controler');
  const schema = 'Adresse du schéma';
  await page.getByLabel('Comparer à quel schéma').selectOption({ label: 'Un schéma à une adresse' });
  const network = 'Cette adresse mène à un réseau privé';
  for (const [address, sentence] of [
    [`http://127.0.0.1:${(inside.address() as AddressInfo).port}/schema.json`, network],
    ['http://localhost/schema.json', network],
    ['http://[::1]/schema.json', network],
    ['http://169.254.169.254/latest/meta-data', network],
    [`${site}/inward.json`, network],
    ['file:///etc/passwd', 'Cette adresse n’est pas lisible'],
    [`${site}/absent.json`, 'Il n’y a rien, ou plus rien, à cette adresse.'],
    [`${site}/other.json`, 'n’est pas un schéma de table'],
  ] as const)
    await refused(page, schema, address, 'Continuer', sentence);
  await expectNoBarrier(page);
  expect(visits).toBe(0);
  await page.getByLabel(schema).fill(`${site}/schema.json`);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByText('Comparé au schéma Délibérations (17 colonnes décrites)')).toBeVisible();

  await page.goto('/donnees?texte=arbres');
  await page.getByRole('table').getByRole('link', { name: 'Arbres d’alignement de Valmont' }).click();
  const record = 'Adresse ou identifiant de la fiche sur data.gouv.fr';
  await refused(page, record, 'inconnue', 'Relier', 'Il n’y a rien, ou plus rien, à cette adresse.');
  await refused(page, record, '../me', 'Relier', 'Ce n’est ni l’adresse ni l’identifiant d’une fiche');
  await page.getByLabel(record).fill('https://www.data.gouv.fr/fr/datasets/arbres-de-valmont/');
  await page.getByRole('button', { name: 'Relier' }).click();
  await expect(page.getByText('Ville de Valmont', { exact: true })).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Arbres d’alignement de Valmont', exact: true }),
  ).toHaveAttribute('href', 'https://www.data.gouv.fr/datasets/arbres-de-valmont');
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Ne plus relier' }).click();
  await expect(page.getByLabel(record)).toBeVisible();
  expect(visits).toBe(0);
});
