import { findVersion } from '#db/library/resource/resource-versions.ts';
import { findResourceForMember } from '#db/library/resource/resources.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { storedBody } from '../../../kernel/file-answer.server.ts';
import { versionAnswer } from '../version-answer.server.ts';
import type { Route } from './+types/resource-file';

/** [RS5] [RS7] [RS11] A version of a resource's file, for whoever may read the resource; as a picture or in a frame where asked so. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const resourceId = idOfSegment(params.ressource);
  const number = /^[1-9]\d{0,8}$/.test(params.version) ? Number(params.version) : null;
  if (!member || !resourceId || !number) throw notFound();
  const { db, resources, now } = context.get(servicesContext);
  const resource = await findResourceForMember(db, { resourceId, userId: member.id, now: now() });
  const version = resource && (await findVersion(db, { resourceId: resource.id, number }));
  if (!version) throw notFound();
  const shown = new URL(request.url).searchParams.get('affichage');
  if (shown === 'image') {
    if (!version.hasPicture) throw notFound();
    const picture = await storedBody(resources.read(version, 'picture'));
    return versionAnswer(version, picture, 'image');
  }
  const body = await storedBody(resources.read(version));
  const isPdf = version.contentType === 'application/pdf';
  return versionAnswer(version, body, shown === 'apercu' && isPdf ? 'frame' : 'download');
}
