import * as Y from 'yjs';
import { MESSAGE, SYNC } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import {
  HandSocket,
  isStep2,
  isUpdate,
  readServerFrame,
  type ServerFrame,
} from '#tests/support/realtime/live-clients.ts';

interface Place {
  readonly port: number;
  readonly room: string;
}

/** Somebody who types in a document letter by letter, and knows how long each took to be acknowledged. */
export class Typist {
  readonly doc = new Y.Doc();
  /** Of each letter, milliseconds from its stroke to its acknowledgement. */
  readonly waits: number[] = [];
  readonly #socket: HandSocket;
  readonly #struckAt: number[] = [];
  readonly sign: string;
  #timer: NodeJS.Timeout | null = null;

  private constructor(socket: HandSocket, sign: string) {
    this.#socket = socket;
    this.sign = sign;
    socket.ws.on('message', (data: Buffer) => this.#hear(readServerFrame(data)));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === socket) return;
      this.#struckAt.push(performance.now());
      socket.sendUpdate(update);
    });
  }

  /** Opens the document as this person and reads what is in it; types this sign from then on. */
  static async open({ port, room }: Place, cookie: string, sign: string): Promise<Typist> {
    const socket = await HandSocket.open({ port }, room, { cookie }, '?ack=1');
    const typist = new Typist(socket, sign);
    await socket.settled();
    return typist;
  }

  /** Begins the document, with the paragraph in which all type. */
  async begin(): Promise<void> {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText()]);
    this.doc.getXmlFragment('default').insert(0, [paragraph]);
    await this.acknowledged();
    this.waits.length = 0;
  }

  /** A letter every so many milliseconds, until `pause`. */
  type(everyMs: number): void {
    this.#timer = setInterval(() => {
      const text = this.#text;
      text.insert(text.length, this.sign);
    }, everyMs);
  }

  pause(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Milliseconds for which the letter has waited that has waited longest. */
  get waiting(): number {
    const [oldest] = this.#struckAt;
    return oldest === undefined ? 0 : performance.now() - oldest;
  }

  /** Waits until everything that was typed is acknowledged. */
  acknowledged(): Promise<void> {
    return until(
      'everything that was typed is acknowledged',
      () => this.#struckAt.length === 0 || this.closed !== null,
    );
  }

  get closed(): HandSocket['closed'] {
    return this.#socket.closed;
  }

  get text(): string {
    return this.#text.toString();
  }

  get #text(): Y.XmlText {
    const paragraph = this.doc.getXmlFragment('default').get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error('the document has no paragraph');
    return text;
  }

  #acknowledged = 0;
  #hear(frame: ServerFrame): void {
    if (isUpdate(frame) || isStep2(frame)) Y.applyUpdate(this.doc, frame.body, this.#socket);
    if (frame.type === MESSAGE.sync && frame.step === SYNC.step1) return;
    if (frame.type !== MESSAGE.ack) return;
    for (; this.#acknowledged < Number(frame.value); this.#acknowledged++)
      this.waits.push(performance.now() - (this.#struckAt.shift() ?? performance.now()));
  }
}
