import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { servicesContext } from '#app/context.ts';
import { type Done, goOn, takeDone } from '#app/kernel/done.server.ts';
import { createSignature } from '#server/kernel/signature.ts';
import type { Services } from '#server/services.ts';

const DONE: Done = { to: '/groupes/a/membres?page=2', said: 'Ada a quitté le groupe.', focus: 'members' };
const SECRET = 'a secret of thirty-two characters';

function contextOf(origin: string, secret = SECRET) {
  const context = new RouterContextProvider();
  context.set(servicesContext, {
    signature: createSignature(secret),
    newId: () => 'one',
    origin,
  } as Partial<Services> as Services);
  return context;
}
const context = contextOf('http://localhost');

/** What the next request of the browser brings along. */
const sentBack = (answer: { readonly headers: Headers }) =>
  answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
const asked = (path: string, cookie: string) =>
  new Request(`http://localhost${path}`, { headers: { Cookie: `theme=dark; ${cookie}; other=1` } });

test('[WR6] what a gesture says is said on the page that follows, once, and takes its focus', () => {
  const answer = goOn(context, DONE);
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/groupes/a/membres?page=2']);
  const cookie = sentBack(answer);
  expect(takeDone(context, asked('/groupes', cookie))).toBeNull();
  const taken = takeDone(context, asked('/groupes/a/membres.data?page=2', cookie));
  expect(taken?.told).toEqual({ id: 'one', said: DONE.said, focus: 'members', undo: null });
  expect(new Headers(taken?.headers).get('Set-Cookie')).toMatch(/^cordee-done=; .*Max-Age=0/);
});

test('[WR6] no sentence but ours is said, whatever a browser sends', () => {
  const cookie = sentBack(goOn(context, DONE));
  const [value = ''] = cookie.split('=').slice(1);
  const of = (sent: string) => takeDone(context, asked('/groupes/a/membres', `cordee-done=${sent}`));
  expect(of(value)).not.toBeNull();
  const forged = Buffer.from(JSON.stringify(['/groupes/a/membres', '{"said":"Appelez le 01"}'])).toString(
    'base64url',
  );
  for (const sent of ['', '.', 'a.b', `${forged}.${value.split('.')[1]}`, value.slice(0, -2), `x${value}`])
    expect(of(sent)).toBeNull();
  expect(
    takeDone(contextOf('http://localhost', 'another secret of 32 characters!'), asked(DONE.to, cookie)),
  ).toBeNull();
});

test('[WR6] [SC13] the sentence travels over a secure line only, where there is one, and no script reads it', () => {
  const line = goOn(contextOf('https://cordee.example'), DONE).headers.get('Set-Cookie');
  for (const attribute of [
    '__Host-cordee-done=',
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    'Secure',
    'Max-Age=60',
  ])
    expect(line).toContain(attribute);
});

test('[WR6] what can be undone says by which form, sent to the page that follows', () => {
  const undo = { label: 'Annuler le retrait', fields: { intent: 'undo', removalId: 'r' } };
  const cookie = sentBack(goOn(context, { ...DONE, undo }));
  expect(takeDone(context, asked(DONE.to, cookie))?.told.undo).toEqual({ action: DONE.to, ...undo });
});
