import { z } from 'zod';
import { findCommitteeSheet } from '#db/programme/assessment/committee.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { committee } from '#shared/programme/assessment/committee.fr.ts';
import { committeeMinutes } from '#shared/programme/assessment/minutes.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { notMade } from '../../../kernel/not-made.server.ts';
import type { Route } from './+types/committee-minutes';

const Format = z.enum(['odt', 'pdf']);

/** [AS15] The minutes of a committee as a file. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const format = Format.safeParse(params.format);
  if (!member || !format.success) throw notFound();
  const { db, now, conversions } = context.get(servicesContext);
  const at = now();
  const sheet = await findCommitteeSheet(db, {
    callId: idOfSegment(params.appel) ?? '',
    userId: member.id,
    now: at,
  });
  if (!sheet) throw notFound();
  const title = committee.text.heading(sheet.call.title);
  const made = await conversions.exportReport(
    { title, over: committee.title, at, blocks: committeeMinutes(sheet) },
    format.data,
    { by: { account: member.id }, signal: request.signal },
  );
  if (!made.ok) throw notMade(made.error);
  const { bytes, contentType } = made.value;
  const name = encodeURIComponent(`${committee.minutes}.${format.data}`);
  return madeFile(bytes, `attachment; filename="comite.${format.data}"; filename*=UTF-8''${name}`, {
    contentType,
    length: bytes.length,
  });
}
