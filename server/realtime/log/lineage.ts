import type { Logger } from 'pino';
import type { RunSql } from '#db/kernel/client.ts';
import { loadAuthorship, loadLineageRows, saveLineage } from '#db/realtime/lineage.ts';
import type { Authorship, Inherited } from '#shared/realtime/lineage/authorship.ts';
import { LEAST } from '#shared/realtime/lineage/inherit.ts';
import type { FoundLineage, LineageRow } from '#shared/realtime/lineage/lineage.ts';
import type { Run } from '#shared/realtime/lineage/run.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { TookTooLong } from '../doc/doc-lane.ts';
import type { DocWorkers } from '../doc/doc-workers.ts';
import { readTyping } from '../read-typing.ts';

/** [LG4] The documents in which somebody may read these words, or may have read them a moment ago; not the one they are in now. */
export type FindQuoted = (asked: {
  readonly userId: string;
  readonly words: string;
  readonly documentId: string;
}) => Promise<string[]>;

interface LineageOptions {
  readonly run: RunSql;
  readonly workers: DocWorkers;
  readonly findQuoted: FindQuoted;
  readonly log: Logger;
  readonly now: () => Date;
}

/** So many rows are read at once, and so many bytes of them: a log of years is read in turns. */
const ROWS = 400;
const LIMIT_MS = 20_000;
/** Words older than that came before anybody asked where from: only a text that begins with them is looked for elsewhere. */
const FRESH_MS = 3_600_000;
/** What is asked of a search. */
const ASKED = 200;

/** [LG1] Reads the logs of documents for whose their letters are, and keeps what it finds beside them. */
export class LineageReader {
  readonly #options: LineageOptions;
  /** Up to where the thread that reads has read each of the last rooms, as far as is known here. */
  readonly #held = new Map<string, number>();

  constructor(options: LineageOptions) {
    this.#options = options;
  }

  /** Whose the letters of a document are, read up to this row of its log. */
  async follow({ room, id, seq }: { room: string; id: string; seq: number }): Promise<Authorship> {
    const { run, now } = this.#options;
    const { authorship, seq: known } = await loadAuthorship(run, room);
    for (let from = known; from < seq; ) {
      const rows = await loadLineageRows(run, { room, after: from, upTo: seq, most: ROWS });
      const last = rows.at(-1)?.seq ?? seq;
      const found = rows.some(isPassage) ? await this.#tryRead(room, from, rows) : null;
      const inherited = found ? authorship.inherit(found.repeated) : [];
      if (found) inherited.push(...(await this.#brought(id, authorship, rows, found)));
      await saveLineage(run, { room, seq: last, inherited }, now());
      from = last;
    }
    return authorship;
  }

  /** Rows that take too long stay their writers', so that nobody can hold up what is read after them. */
  async #tryRead(room: string, from: number, rows: readonly LineageRow[]): Promise<FoundLineage | null> {
    try {
      return await this.#read(room, from, rows);
    } catch (error) {
      if (!(error instanceof TookTooLong)) throw error;
      this.#options.log.warn(
        { err: error, room, seq: from },
        'the authors of these rows could not be read in time',
      );
      return null;
    }
  }

  async #read(room: string, from: number, rows: readonly LineageRow[]): Promise<FoundLineage> {
    const { run, workers } = this.#options;
    const upTo = rows.at(-1)?.seq ?? from;
    const held = this.#held.get(room);
    this.#held.delete(room);
    const ask = async (after: number) => {
      const missed = after < from ? await loadLineageRows(run, { room, after, upTo: from, most: 1e6 }) : [];
      const all = [...missed, ...rows];
      const [parts, places] = [all.map(({ data }) => data), all.map(({ seq, at }) => ({ seq, at }))];
      return workers.run({ kind: 'lineage', room, after, knownTo: from, places, parts }, LIMIT_MS);
    };
    // The thread may have ended meanwhile, or have forgotten the room for others.
    const isBehind = held !== undefined && held <= from;
    const found = (isBehind ? await ask(held) : null) ?? (await ask(0));
    if (!found) throw new Error(`the log of ${room} could not be read from its beginning`);
    if (found.isHeld) this.#held.set(room, upTo);
    return found;
  }

  /** [LG4] Of what is left, what its writer took from another document. */
  async #brought(
    id: string,
    authorship: Authorship,
    rows: readonly LineageRow[],
    { left }: FoundLineage,
  ): Promise<Inherited[]> {
    const { run, workers, findQuoted, now } = this.#options;
    const inherited: Inherited[] = [];
    for (const { seq, runs } of left) {
      const at = rows.find((row) => row.seq === seq)?.at ?? 0;
      const longest = runs.reduce<Run | null>(
        (most, one) => (most && most.text.length >= one.text.length ? most : one),
        null,
      );
      const client = longest?.spans[0]?.client;
      const userId = client === undefined ? undefined : authorship.owners.get(client);
      const isFresh = seq === 1 || at > now().getTime() - FRESH_MS;
      if (!longest || longest.text.length < LEAST.copied || !userId || !isFresh) continue;
      for (const documentId of await findQuoted({
        userId,
        words: longest.text.slice(0, ASKED),
        documentId: id,
      })) {
        const room = roomName({ kind: 'document', id: documentId });
        const log = await loadLineageRows(run, { room, after: 0, upTo: Number.MAX_SAFE_INTEGER, most: 1e6 });
        // Whoever wrote the same words later wrote them after this.
        const parts = log.filter((row) => row.at < at).map(({ data }) => data);
        const repeated = await workers.run({ kind: 'repeated', runs, parts }, LIMIT_MS);
        if (repeated.length === 0) continue;
        const { authorship: source } = await loadAuthorship(run, room);
        inherited.push(...authorship.inherit(repeated, source));
      }
    }
    return inherited;
  }
}

/** Did more come than somebody types? */
function isPassage({ data }: LineageRow): boolean {
  const typing = readTyping(data);
  return !typing || typing.structs.some(({ from, to }) => to - from > LEAST.moved);
}
