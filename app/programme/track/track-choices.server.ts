import type { Reader } from '#db/documents/listed-documents.ts';
import type { Db } from '#db/kernel/client.ts';
import { listAnswers } from '#db/library/need/need-datasets.ts';
import { listWanted } from '#db/library/need/wanted-datasets.ts';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { listKnownDocuments, listKnownPeople } from '#db/programme/track/track-choices.ts';
import type { TrackForMember } from '#db/programme/track/tracks.ts';
import type { TrackLink } from '#shared/programme/track/track.ts';

type Choices = Readonly<Record<TrackLink, readonly { readonly id: string; readonly name: string }[]>>;

const NONE: Choices = { document: [], wanted: [], dataset: [], person: [], organisation: [] };

/** What this person may link a track to; nothing for whoever only reads. */
export async function trackChoices(db: Db, track: TrackForMember, reader: Reader): Promise<Choices> {
  if (!track.mayWrite) return NONE;
  return {
    document: await listKnownDocuments(db, reader),
    wanted: (await listWanted(db)).map(({ id, name }) => ({ id, name })),
    dataset: (await listAnswers(db, reader)).map(({ id, title }) => ({ id, name: title })),
    person: track.mayManage ? await listKnownPeople(db, reader) : [],
    organisation: track.mayManage ? (await listOrganisations(db)).map(({ id, name }) => ({ id, name })) : [],
  };
}
