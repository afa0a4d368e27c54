import { setTimeout as pause } from 'node:timers/promises';
import { enterRoom } from '../colleagues.ts';
import type { PlenarySize, PlenaryWorld } from './fill-plenary.ts';
import { LivePerson, Sendings } from './live-person.ts';

/** A quick typist who also reads. */
const STROKES_A_SECOND = 2;
const WITNESSES = 5;
const SETTLE_MS = 20_000;

/** Who is in which room. */
export interface Rooms {
  readonly together: readonly LivePerson[];
  readonly apart: readonly LivePerson[];
  readonly written: readonly { readonly room: string; readonly person: LivePerson; readonly rank: number }[];
}

/** Everybody joins: some in one text, each other in one of their group. Whoever is not let in is `lost`. */
export async function openRooms(
  size: PlenarySize,
  world: PlenaryWorld,
  cookies: readonly string[],
  ports: readonly number[],
): Promise<Rooms> {
  const together: LivePerson[] = [];
  const apart: LivePerson[] = [];
  const written: { room: string; person: LivePerson; rank: number }[] = [];
  const plenary = new Sendings();
  const groups = new Map<string, { id: string }[]>();
  for (const document of world.documents.slice(1))
    groups.set(document.groupId, [...(groups.get(document.groupId) ?? []), document]);
  for (let rank = 0; rank < size.people; rank++) {
    const isTogether = rank < size.together;
    const ofGroup = groups.get(world.people[rank]?.groupId ?? '') ?? [];
    const document = isTogether
      ? world.documents[0]
      : ofGroup[Math.floor(rank / groups.size) % ofGroup.length];
    const room = `document:${document?.id}`;
    const port = ports[rank % ports.length] ?? 0;
    const address = { port, path: `/collab/${room}?ack=1`, headers: { Cookie: cookies[rank] ?? '' } };
    await new Promise<void>((resolve) => {
      const person = new LivePerson(address, {
        sendings: isTogether ? plenary : new Sendings(),
        isWitness: isTogether && rank % Math.max(1, Math.floor(size.together / WITNESSES)) === 1,
        onReady: resolve,
      });
      (isTogether ? together : apart).push(person);
      written.push({ room, person, rank });
    });
  }
  return { together, apart, written };
}

/** Each writer in turn strikes a key, so that each strikes so many a second. */
export async function typeUntil(writers: readonly LivePerson[], until: number): Promise<void> {
  const every = 1_000 / STROKES_A_SECOND / Math.max(1, writers.length);
  const from = performance.now();
  for (let stroke = 0; performance.now() < until; stroke++) {
    writers[stroke % writers.length]?.type();
    const next = from + (stroke + 1) * every;
    if (next > performance.now() + 1) await pause(next - performance.now());
  }
}

/** How many writers have strokes that were not acknowledged in time. */
export async function allStored(writers: readonly LivePerson[]): Promise<number> {
  const until = performance.now() + SETTLE_MS;
  while (performance.now() < until && writers.some((writer) => !writer.isStored)) await pause(50);
  return writers.filter((writer) => !writer.isStored).length;
}

/** How many of those who wrote do not find their text exactly once. */
export async function missingTexts(
  written: Rooms['written'],
  cookies: readonly string[],
  origin: string,
): Promise<number> {
  let missing = 0;
  const byRoom = Map.groupBy(
    written.filter(({ person }) => person.written !== ''),
    ({ room }) => room,
  );
  for (const [room, ofRoom] of byRoom) {
    const { doc, leave } = await enterRoom({ origin, cookie: cookies[ofRoom[0]?.rank ?? 0] ?? '', room });
    const paragraphs = doc.getXmlFragment('default').toArray().map(String);
    for (const { person } of ofRoom) {
      const whole = `<paragraph>${person.written}</paragraph>`;
      const same = ofRoom.filter((other) => other.person.written === person.written).length;
      if (paragraphs.filter((paragraph) => paragraph === whole).length !== same) missing++;
    }
    leave();
  }
  return missing;
}
