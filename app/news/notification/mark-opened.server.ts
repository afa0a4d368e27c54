import type { MiddlewareFunction } from 'react-router';
import { markRead } from '#db/news/notification/notifications.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { memberContext, servicesContext } from '../../context.ts';

/** [NO6] Layout middleware of the workspace: whoever opens a page of an object has read what is told of it. */
export const markOpened: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const member = context.get(memberContext);
  const { pathname } = new URL(request.url);
  const id = pathname.split('/').map(idOfSegment).find(Boolean);
  if (member && id && request.method === 'GET') {
    const { db, now } = context.get(servicesContext);
    await markRead(db, { userId: member.id, now: now(), object: { id } });
  }
  return next();
};
