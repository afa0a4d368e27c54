// Our product as the pages harness drives it: pages opened in real browsers, gestures, cuts, accessibility.
// BENCH_SERVER_CMD starts the demonstration (`exec node server/index.ts` after `npm run build`, with DEMO=1 and a DATA_DIR of
// its own), BENCH_BASE_URL is its address. Kind "document" by default; BENCH_KIND=board takes boards where both fit.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CARD, dragLatency, keyboard } from './board-gestures.mjs';

const BASE = process.env.BENCH_BASE_URL ?? 'http://localhost:3000';
const PASSWORD = 'demonstration-2023';
const EDITOR = '.sheet-paper .ProseMirror[contenteditable="true"]';
const root = fileURLToPath(new URL('../..', import.meta.url));
const people = fileURLToPath(new URL('./colleagues.ts', import.meta.url));
const isBoard = process.env.BENCH_KIND === 'board';

const users = {};
let group;

async function signIn(email) {
  // No Origin and no cookie: a script.
  const answer = await fetch(`${BASE}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${email}: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
  const { user } = await answer.json();
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const cookies = cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    const domain = new URL(BASE).hostname;
    const name = pair.slice(0, at);
    return {
      name,
      value: pair.slice(at + 1),
      domain,
      path: '/',
      httpOnly: true,
      secure: false,
      sameSite: 'Lax',
    };
  });
  return {
    id: user.id,
    cookie,
    state: { cookies: cookies.map((one) => ({ ...one, expires: -1 })), origins: [] },
  };
}

/** One request of REST in somebody's name; the answer's body, or the answer itself when `raw`. */
async function call(user, method, path, body, raw = false) {
  const answer = await fetch(`${BASE}/api/v1${path}`, {
    method,
    headers: { cookie: users[user].cookie, origin: BASE, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (raw) return answer;
  if (!answer.ok)
    throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  return answer.status === 204 ? null : answer.json();
}

/** Starts people who need no browser; resolves when they have done, or begun, what they were told. */
function colleague(order) {
  const child = fork(people, [], {
    cwd: root,
    execPath: join(root, 'node_modules/node/bin/node'),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send({ origin: BASE, cookie: users.b.cookie, ...order });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`a colleague left (${code})`)));
  });
}

async function made(kind, title) {
  const { id, room, url } = await call('a', 'POST', `/groups/${group.id}/${kind}`, { title });
  return { id, room, title, url: new URL(url, BASE).href };
}

async function board(title, titles) {
  const it = await made('boards', title);
  (await colleague({ what: 'board', room: it.room, titles })).kill();
  return it;
}

async function document({ title, markdown }) {
  const it = await made('documents', title);
  (await colleague({ what: 'document', room: it.room, markdown: markdown || 'Début.' })).kill();
  return it;
}

const numbered = (n) => Array.from({ length: n }, (_, index) => `Carte ${index}`);

const adapter = {
  name: 'cordee',
  base: BASE,
  health: `${BASE}/readyz`,
  kind: isBoard ? 'board' : 'document',
  editor: isBoard ? '.board' : EDITOR,
  users,

  async setup() {
    users.a = await signIn('animation@demo.example');
    users.b = await signIn('metier.b@demo.example');
    [group] = (await call('a', 'GET', '/groups')).items;
  },
  /** User b comes and goes as a member of the group; being one already is as good. */
  async grant() {
    await call('a', 'POST', `/groups/${group.id}/members`, { userId: users.b.id, role: 'contributor' }, true);
  },
  async revoke() {
    await call('a', 'DELETE', `/groups/${group.id}/members/${users.b.id}`);
  },
  async canReadApi(user, { id }) {
    return (await call(user, 'GET', `/${isBoard ? 'boards' : 'documents'}/${id}`, undefined, true)).status;
  },

  createDocument: (wanted) => (isBoard ? board(wanted.title, numbered(6)) : document(wanted)),
  createBoard: (n) => board(`Mesure de ${n} cartes`, numbered(n)),
  pages: (doc) => [
    {
      name: 'sign-in',
      url: `${BASE}/connexion`,
      user: null,
      ready: () => !!document.querySelector('input[type=email]'),
    },
    { name: 'home', url: `${BASE}/`, user: 'a', ready: () => !!document.querySelector('main h1') },
    isBoard
      ? {
          name: 'board',
          url: doc.url,
          user: 'a',
          ready: (s) => !!document.querySelector(s),
          arg: CARD,
          text: 'Carte 1',
        }
      : {
          name: 'document',
          url: doc.url,
          user: 'a',
          ready: (s) => !!document.querySelector(s),
          arg: EDITOR,
          text: 'carnet',
        },
  ],
  editable: (selector) => !!document.querySelector(selector),
  boardFirst: () => document.querySelectorAll('[data-card]').length > 0,
  /** Long columns draw what is seen: usable is when every column that has cards shows some and takes the keyboard. */
  boardReady: () => {
    const columns = [...document.querySelectorAll('[data-column]')];
    return (
      columns.some((column) => column.querySelector('[data-card]')) &&
      columns.every((column) => column.querySelector('[role=grid]'))
    );
  },
  countCards: () => document.querySelectorAll('[data-card]').length,

  async open(page, doc) {
    await page.goto(doc.url);
    await page.waitForSelector(isBoard ? CARD : EDITOR, { timeout: 60_000 });
  },
  async focusEnd(page) {
    await page.locator(`${EDITOR} > p`).last().click({ timeout: 10_000 });
    await page.keyboard.press('End');
  },
  async edit(page, text) {
    if (!isBoard) {
      await adapter.focusEnd(page);
      await page.keyboard.press('Enter');
      await page.keyboard.type(text, { delay: 30 });
      return;
    }
    const field = page.locator('.quick-add-form textarea:visible').first();
    if (!(await field.count())) await page.locator('.quick-add:visible').first().click({ timeout: 8_000 });
    await field.fill(text);
    await field.press('Enter');
  },
  visible: (page, text) =>
    page
      .locator(isBoard ? '.board' : '.sheet-paper')
      .getByText(text)
      .first()
      .isVisible()
      .catch(() => false),
  async typists(doc, n, { everyMs = 300 } = {}) {
    const child = await colleague({ what: 'typists', room: doc.room, count: n, everyMs });
    return { stop: () => child.kill() };
  },

  dragLatency: (_n, doc, tools, reps) => dragLatency({ doc, tools, reps, users }),
  keyboard: async (browser, tools) =>
    keyboard({ doc: await board('Clavier', numbered(9)), browser, tools, user: users.a }),
};

export default adapter;
