import type { Db } from '#db/kernel/client.ts';
import { findApplicationAccess } from '#db/programme/application/application-rights.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ApplicationEdit, RawAnswers } from '#shared/programme/application/application-doc.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import type { MadeBy, Operations, Outcome, RefusalOf } from '../../kernel/operations.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import type { applicationOperations } from './application-operations.ts';

type Submit = (typeof applicationOperations)['application.submit'];
type HandIn = (typeof applicationOperations)['application.handIn'];

/** Applications where their live room and SQL meet. */
export interface Applications {
  /** [AP9] Submits what the room says now ('application.submit'). */
  submit(asked: {
    applicationId: string;
    userId: string;
    key: string;
  }): Promise<Outcome<MadeBy<Submit>, RefusalOf<Submit>>>;
  /** [AP15] Hands in what the room says now of what is asked since it was selected ('application.handIn'). */
  handIn(asked: {
    applicationId: string;
    userId: string;
  }): Promise<Outcome<MadeBy<HandIn>, RefusalOf<HandIn>>>;
  /**
   * [AP4] Writes in somebody's name, from a page without script: what changed since the update that the page showed, and nothing else.
   */
  edit(asked: {
    applicationId: string;
    userId: string;
    edits: readonly ApplicationEdit[];
    since?: number | undefined;
  }): Promise<Result<void, 'access.notFound' | 'application.notDraft'>>;
}

interface ApplicationsOptions {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read' | 'apply' | 'recheck'>;
  readonly operations: Pick<Operations<typeof applicationOperations>, 'run'>;
}

const nameOf = (id: string) => roomName({ kind: 'application', id });

/** Somebody may write at the very moment: read again so often, then they are told. */
const TRIES = 5;

export function createApplications({ db, rooms, operations }: ApplicationsOptions): Applications {
  type Read = { applicationId: string; raw: RawAnswers; seq: number };
  async function withRoom<Made, Error extends string>(
    { applicationId, userId }: { applicationId: string; userId: string },
    perform: (read: Read) => Promise<Outcome<Made, Error>>,
  ): Promise<Outcome<Made, Error>> {
    for (let attempt = 1; ; attempt++) {
      const { seq, value: raw } = await rooms.read(nameOf(applicationId), 'application', inNameOf(userId));
      const made = await perform({ applicationId, raw, seq });
      if (made.ok || made.error !== 'application.changedMeanwhile' || attempt >= TRIES) return made;
    }
  }

  return {
    async submit({ applicationId, userId, key }) {
      const submitted = await withRoom({ applicationId, userId }, (read) =>
        operations.run('application.submit', { userId }, { ...read, key }),
      );
      // A colleague was first: this page has not heard of it.
      if (!submitted.ok && submitted.error === 'application.alreadySubmitted')
        rooms.recheck({ room: nameOf(applicationId) });
      return submitted;
    },
    handIn: (asked) =>
      withRoom(asked, (read) => operations.run('application.handIn', { userId: asked.userId }, read)),
    async edit({ applicationId, userId, edits, since }) {
      const access = await findApplicationAccess(db, { applicationId, userId });
      if (!access?.room) return fail('access.notFound');
      if (access.room !== 'write') return fail('application.notDraft');
      await rooms.apply(nameOf(applicationId), { userId }, 'application.edit', edits, since);
      return ok();
    },
  };
}
