import type { RouterContextProvider } from 'react-router';
import { findResourceText } from '#db/library/resource/resource-reading.ts';
import type { ResourceForMember } from '#db/library/resource/resources.ts';
import { isServed } from '#shared/library/resource/resource.ts';
import { servicesContext } from '../../context.ts';
import type { Preview } from './resource-preview.tsx';

/** As much of a text as helps to know it. */
const TEXT_SHOWN = 12_000;

/** [RS14] What a page shows of the latest version of a resource's file; null when there is nothing to show. */
export async function previewOf(
  context: Readonly<RouterContextProvider>,
  { id: resourceId, version }: Pick<ResourceForMember, 'id' | 'version'>,
): Promise<Preview | null> {
  if (!version || !isServed(version)) return null;
  const { db, resources } = context.get(servicesContext);
  const { readingFault: fault } = version;
  if (version.contentType === 'application/pdf') return { kind: 'pdf', fault };
  if (version.hasPicture) return { kind: 'image' };
  const table = await resources.readTable(version);
  if (table) return { kind: 'table', ...table };
  const text = await findResourceText(db, { resourceId, version: version.number });
  if (text) return { kind: 'text', text: text.slice(0, TEXT_SHOWN) };
  if (!version.isRead) return { kind: 'reading' };
  return fault && { kind: 'unread', fault };
}
