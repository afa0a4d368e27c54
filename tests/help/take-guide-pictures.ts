import { mkdir, writeFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import sharp, { type Sharp } from 'sharp';
import { PICTURE_SIZE } from '#shared/kernel/help/guide-picture.ts';
import { signIn } from '#tests/e2e/support/sign-in.ts';
import { obtainBrowser } from '#tests/support/find-browser.ts';
import { startDemonstration } from '#tests/support/people/demonstration.ts';
import { startTestServices } from '#tests/support/test-services.ts';
import { GUIDE_PICTURES, type GuidePicture, README_PICTURE } from './guide-pictures.ts';

const FOLDER = 'docs/guide/images';

/** A page of a browser of its own, in French, light, and without motion. */
async function open(browser: Browser, origin: string, account: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: PICTURE_SIZE,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await signIn(context, `${account}@demo.example`);
  return context.newPage();
}

async function take(browser: Browser, origin: string, { as, show }: GuidePicture): Promise<Sharp> {
  const page = await open(browser, origin, as);
  await show(page, (account) => open(browser, origin, account));
  await page.evaluate(() => document.fonts.ready);
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  for (const context of browser.contexts()) await context.close();
  return sharp(taken);
}

/** Writes a picture, and says how large it is. */
async function keep(file: string, picture: Buffer): Promise<void> {
  await writeFile(file, picture);
  console.log(`${file} : ${Math.round(picture.length / 1000)} Ko`);
}

/** `npm run docs:screenshots`: takes the pictures of the guides and of the README anew, of a demonstration of its own; names take those only. */
const wanted = process.argv.slice(2);
const executablePath = await obtainBrowser();
if (!executablePath) throw new Error('no Chromium');
await mkdir(FOLDER, { recursive: true });
const services = await startTestServices();
const demonstration = await startDemonstration();
const browser = await chromium.launch({ executablePath });
try {
  for (const picture of GUIDE_PICTURES) {
    if (wanted.length > 0 && !wanted.includes(picture.name)) continue;
    const taken = await take(browser, demonstration.origin, picture);
    await keep(`${FOLDER}/${picture.name}.webp`, await taken.webp({ quality: 82, effort: 6 }).toBuffer());
  }
  if (wanted.length === 0 || wanted.includes(README_PICTURE.name)) {
    const taken = await take(browser, demonstration.origin, README_PICTURE);
    await keep('docs/screenshot.png', await taken.png({ palette: true, effort: 10 }).toBuffer());
  }
} finally {
  await browser.close();
  await demonstration.close();
  await services.stop();
}
