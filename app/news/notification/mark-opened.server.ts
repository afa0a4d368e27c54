import type { MiddlewareFunction } from 'react-router';
import { isUnread } from '#db/news/notification/notifications.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { memberContext, servicesContext } from '../../context.ts';

/** [NO6] Layout middleware of the workspace: whoever opens a page of an object has read what is told of it. */
export const markOpened: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const member = context.get(memberContext);
  const { pathname } = new URL(request.url);
  const id = pathname.split('/').map(idOfSegment).find(Boolean);
  if (member && id && request.method === 'GET') {
    const { db, operations } = context.get(servicesContext);
    const of = { userId: member.id, objectId: id };
    // Most pages tell nothing new: a look is less than a write.
    if (await isUnread(db, of)) await operations.run('notification.read', of, { objectId: id });
  }
  return next();
};
