import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { obtainBrowser } from '../support/find-browser.ts';
import { freePort } from '../support/private-services.ts';
import { startBuiltServer } from './built-server.ts';

/** Somebody of the demonstration, signed in. */
export interface Person {
  readonly cookie: string;
  readonly state: BrowserContextOptions['storageState'];
}

/** A document or a board that was made for a measurement. */
export interface Made {
  readonly room: string;
  readonly path: string;
}

/** The built server on a fresh demonstration, and browsers that look at it. */
export interface Demo {
  readonly origin: string;
  /** How long it took to start, the first time with the demonstration to install, in milliseconds. */
  readonly starts: { readonly first: number; readonly second: number };
  /** A browser in processes of its own. */
  launch(): Promise<Browser>;
  signIn(account: string): Promise<Person>;
  /** The items of a list of REST. */
  items(person: Person, path: string): Promise<readonly { readonly id: string }[]>;
  /** A new document or board in the first group. */
  make(person: Person, kind: 'documents' | 'boards', title: string): Promise<Made>;
  /** Kills the server and starts it again; milliseconds until it is ready. */
  crash(): Promise<number>;
  /** People in a process of their own who type, each in a paragraph, until it is stopped. */
  hireTypists(person: Person, room: string, count: number): Promise<{ stop: () => void }>;
  close(): Promise<void>;
}

const PASSWORD = 'demonstration-2023';
/** A quick typist strikes three keys a second. */
const KEY_MS = 300;

export async function openDemo(): Promise<Demo> {
  const executablePath = await obtainBrowser();
  if (!executablePath) throw new Error('no Chromium');
  const dataDir = mkdtempSync(join(tmpdir(), 'cordee-bench-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const settings = { DEMO: '1', PORT: String(port), DATA_DIR: dataDir };
  const installed = await startBuiltServer(settings);
  await installed.stop();
  let server = await startBuiltServer(settings);
  const browsers: Browser[] = [];
  const headers = ({ cookie }: Person) => ({ cookie, origin, 'content-type': 'application/json' });

  const demo: Demo = {
    origin,
    starts: { first: installed.startMs, second: server.startMs },
    async launch() {
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const browser = await chromium.launch({ executablePath, args });
      browsers.push(browser);
      return browser;
    },
    async signIn(account) {
      const [browser = await demo.launch()] = browsers;
      const context = await browser.newContext();
      await context.request.post(`${origin}/api/auth/sign-in/email`, {
        data: { email: `${account}@demo.example`, password: PASSWORD },
        headers: { origin },
      });
      const state = await context.storageState();
      await context.close();
      return { state, cookie: state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    },
    async items(person, path) {
      const answer = await fetch(`${origin}/api/v1${path}`, { headers: headers(person) });
      return (await answer.json()).items;
    },
    async make(person, kind, title) {
      const [group] = await demo.items(person, '/groups');
      const made = await fetch(`${origin}/api/v1/groups/${group?.id}/${kind}`, {
        method: 'POST',
        headers: headers(person),
        body: JSON.stringify({ title }),
      });
      const { room, url } = await made.json();
      return { room, path: new URL(url).pathname };
    },
    async crash() {
      await server.stop('SIGKILL');
      server = await startBuiltServer(settings);
      return server.startMs;
    },
    async hireTypists({ cookie }, room, count) {
      const people: ChildProcess = fork(fileURLToPath(new URL('./colleagues.ts', import.meta.url)));
      people.send({ what: 'typists', origin, cookie, room, count, everyMs: KEY_MS });
      await new Promise<void>((resolve, reject) => {
        people.once('message', () => resolve());
        people.once('exit', (code) => reject(new Error(`the typists left (${code})`)));
      });
      return { stop: () => void people.kill() };
    },
    async close() {
      for (const browser of browsers) await browser.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return demo;
}

/** A page with a cold cache, in this person's name or nobody's. */
export async function newPage(browser: Browser, person?: Person): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    ...(person?.state && { storageState: person.state }),
  });
  return context.newPage();
}

/** Makes the processor of this page so many times slower. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}
