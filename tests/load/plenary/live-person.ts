import * as Y from 'yjs';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { Messages, reachOf } from '../realtime/messages.ts';
import { type Address, RawSocket } from '../realtime/raw-socket.ts';

const LETTERS = 'une ville plante des arbres et relève la chaleur ';
const messages = new Messages('yjs', '');

/** When what was written in a room left its writers, so that whoever is there can tell how long it took. */
export class Sendings {
  readonly #of = new Map<number, { readonly reach: number; readonly at: number }[]>();

  /** Notes an update of this client that leaves now. */
  sent(clientId: number, update: Uint8Array): void {
    const reach = reachOf(update).get(clientId);
    if (reach === undefined) return;
    const list = this.#of.get(clientId) ?? [];
    list.push({ reach, at: performance.now() });
    this.#of.set(clientId, list);
  }

  get all(): ReadonlyMap<number, readonly { readonly reach: number; readonly at: number }[]> {
    return this.#of;
  }
}

/**
 * Somebody in a live room for whom next to nothing is computed, so that hundreds of them cost less than the server that they
 * measure. A witness looks at what others write; anybody may write, in a paragraph of their own.
 */
export class LivePerson {
  /** Milliseconds from each stroke to its acknowledgement. */
  readonly acknowledged: number[] = [];
  /** For a witness, milliseconds from others’ strokes to here. */
  readonly heard: number[] = [];
  /** Why the connection ended, when nobody here wanted it to. */
  lost: string | null = null;
  written = '';
  readonly #socket: RawSocket;
  readonly #sendings: Sendings;
  readonly #doc = new Y.Doc();
  readonly #waiting: number[] = [];
  readonly #seen = new Map<number, number>();
  #text: Y.XmlText | null = null;
  #stored = 0;
  #presence = 0;

  constructor(
    address: Address,
    {
      sendings,
      isWitness = false,
      onReady,
    }: { sendings: Sendings; isWitness?: boolean; onReady: () => void },
  ) {
    this.#sendings = sendings;
    this.#socket = new RawSocket(address, {
      onOpen: () => {
        for (const hello of messages.hello()) this.#socket.send(hello);
        this.#show();
        onReady();
      },
      onMessage: (payload) => this.#hear(payload, isWitness),
      onClose: (why) => {
        this.lost = why;
        onReady();
      },
    });
    this.#doc.on('update', (update: Uint8Array) => {
      this.#waiting.push(performance.now());
      sendings.sent(this.#doc.clientID, update);
      this.#socket.send(messages.update(update));
    });
  }

  /** One stroke, and the caret that moves with it. */
  type(): void {
    const letter = LETTERS[this.written.length % LETTERS.length] ?? ' ';
    if (this.#text === null) {
      this.#text = new Y.XmlText(letter);
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [this.#text]);
      this.#doc.getXmlFragment(DOCUMENT_FRAGMENT).insert(0, [paragraph]);
    } else this.#text.insert(this.written.length, letter);
    this.written += letter;
    this.#show();
  }

  get clientId(): number {
    return this.#doc.clientID;
  }

  get isStored(): boolean {
    return this.#waiting.length === 0;
  }

  /** Says that one is still there, as a page does every few seconds. */
  stay(): void {
    this.#show();
  }

  leave(): void {
    this.#socket.close('politely');
  }

  #show(): void {
    this.#socket.send(messages.presence(this.#doc.clientID, ++this.#presence));
  }

  #hear(payload: Buffer, isWitness: boolean): void {
    // Sync messages are nearly all there is, and only witnesses read them.
    if (payload[0] === 0 && !isWitness) return;
    const said = messages.read(payload);
    if (said.what === 'ack' && said.total !== undefined) {
      const now = performance.now();
      for (const at of this.#waiting.splice(0, said.total - this.#stored)) this.acknowledged.push(now - at);
      this.#stored = said.total;
    }
    if (said.what === 'update') this.#witness(said.update);
  }

  #witness(update: Uint8Array): void {
    const now = performance.now();
    for (const [clientId, reach] of reachOf(update)) {
      if (clientId === this.#doc.clientID) continue;
      const list = this.#sendings.all.get(clientId) ?? [];
      let at = this.#seen.get(clientId) ?? 0;
      for (let next = list[at]; next !== undefined && next.reach <= reach; next = list[++at])
        this.heard.push(now - next.at);
      this.#seen.set(clientId, at);
    }
  }
}
