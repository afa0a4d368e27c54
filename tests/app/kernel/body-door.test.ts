import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { type Member, memberContext, servicesContext } from '#app/context.ts';
import { readableBody } from '#app/kernel/body-door.server.ts';
import type { Services } from '#server/services.ts';

const PIECE = new Uint8Array(64 * 1024).fill(97);

/** Posts a form without end as a member; tells what was kept for it, how many pieces were asked for, and whether the line was cut. */
async function postWithoutEnd() {
  const told = { reserved: 0, pieces: 0, isCut: false };
  const body = new ReadableStream({
    pull: (controller) => {
      told.pieces++;
      controller.enqueue(PIECE);
    },
    cancel: () => {
      told.isCut = true;
    },
  });
  const context = new RouterContextProvider();
  const reserve = (_sender: unknown, amount: number) => {
    told.reserved = amount;
    return Promise.resolve(() => undefined);
  };
  context.set(servicesContext, { env: {}, heldBodies: { reserve } } as unknown as Services);
  context.set(memberContext, { id: 'mallory' } as Member);
  const url = new URL('http://localhost/groupes');
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const request = new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  const answer = await readableBody({ request, url, pattern: '/groupes', params: {}, context }, () => {
    throw new Error('an action sees it');
  });
  return { told, request, status: (answer as Response).status };
}

test('[SC14] a form that is too long is held twice at most, and no more of it once it is refused; its line waits for the answer', async () => {
  const { told, request, status } = await postWithoutEnd();
  expect(status).toBe(413);
  expect(told.reserved).toBe(2 * 4 * 1024 * 1024);
  const { pieces } = told;
  expect(pieces).toBeLessThan(70);
  expect(await request.body?.getReader().read()).toEqual({ done: true, value: undefined });
  expect(told).toMatchObject({ pieces, isCut: false });
});
