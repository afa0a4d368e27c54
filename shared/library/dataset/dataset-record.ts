import type { Readable } from '#shared/kernel/access/readable.ts';
import type { GroupRole } from '../../kernel/access/access.ts';
import type { OrganisationBadge } from '../../people/organisation/organisation.ts';
import type { DataGouvRecord } from './data-gouv.ts';
import type { DatasetFields } from './dataset.ts';

/** A record as somebody who may read it sees it. */
export interface DatasetForMember extends DatasetFields {
  readonly id: Readable<'dataset'>;
  readonly group: { readonly id: string; readonly name: string };
  /** Their role in the record's group; null for who reads it as a member of the programme. */
  readonly role: GroupRole | null;
  readonly mayChange: boolean;
  readonly organisation: OrganisationBadge | null;
  readonly dataGouv: DataGouvRecord | null;
  readonly dataGouvReadAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A file of a data set: one of ours (`fileId`), or an address. */
export interface Distribution {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  readonly fileId: string | null;
  readonly format: string;
  readonly bytes: number | null;
  readonly encoding: string;
}
