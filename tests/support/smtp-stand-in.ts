import { createServer, type Server, type Socket } from 'node:net';

/** When a server speaks: greeted, told who it is for, asked to take a message, and when it has the whole of it. */
export type SmtpMoment = 'hello' | 'rcpt' | 'data' | 'message';

/** What an SMTP server was given, and how it stands. */
export interface SmtpStandIn {
  readonly url: string;
  /** What it says instead of yes, at each moment; `cut` closes the line, `nothing` says nothing for ever. */
  answers: Partial<Record<SmtpMoment, string>>;
  /** Whom it does not know: it refuses them for good. */
  unknown: RegExp | null;
  /** Everything that was handed over, whether or not whoever gave it lived to hear so. */
  readonly messages: string[];
  /** Away: nobody listens, and whoever was talking is cut off. */
  leave(): Promise<void>;
  /** Back at the same address. */
  comeBack(): Promise<void>;
}

/** The few words of SMTP that a client needs to leave a message. `answerMs` is how long it takes to say that it has it. */
export async function startSmtp(answerMs: () => number = () => 0): Promise<SmtpStandIn> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const talk = (socket: Socket) => {
    let inData = false;
    let message = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Whoever is killed says nothing more.
    socket.on('error', () => socket.destroy());
    /** False when it says something else than yes. */
    const agree = (moment: SmtpMoment | null, yes: string) => {
      const said = moment === null ? undefined : standIn.answers[moment];
      if (said === 'cut') socket.destroy();
      else if (said !== 'nothing' && !socket.destroyed) socket.write(`${said ?? yes}\r\n`);
      return said === undefined;
    };
    socket.write('220 essai\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString('utf8');
      if (inData) {
        message += text;
        if (!message.endsWith('\r\n.\r\n')) return;
        messages.push(message.replaceAll('\r\n', '\n'));
        inData = false;
        message = '';
        setTimeout(() => agree('message', '250 reçu'), answerMs());
        return;
      }
      if (/^quit/i.test(text)) return void socket.end('221 au revoir\r\n');
      if (/^data/i.test(text)) inData = agree('data', '354 parlez');
      else if (/^rcpt/i.test(text) && standIn.unknown?.test(text)) socket.write('550 5.1.1 inconnu\r\n');
      else agree(/^(ehlo|helo)/i.test(text) ? 'hello' : /^rcpt/i.test(text) ? 'rcpt' : null, '250 bien');
    });
  };
  const listen = async (port: number) => {
    const own = createServer(talk);
    server = own;
    await new Promise<void>((resolve, reject) => {
      own.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    const address = own.address();
    if (address === null || typeof address === 'string') throw new Error('a TCP address was expected');
    return address.port;
  };
  const port = await listen(0);
  const standIn: SmtpStandIn = {
    answers: {},
    unknown: null,
    url: `smtp://127.0.0.1:${port}`,
    messages,
    async leave() {
      const closed = new Promise((resolve) => server?.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    comeBack: () => listen(port).then(() => {}),
  };
  return standIn;
}

/** The words of a message, of all its parts, without their transfer encoding. */
export function wordsOf(message: string): string {
  return message
    .split(/^--.+$/mu)
    .map((part) => {
      const [head = '', ...rest] = part.trimStart().split('\n\n');
      const body = rest.join('\n\n');
      if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
      if (!/quoted-printable/i.test(head)) return body;
      const plain = body.replaceAll('=\n', '');
      const bytes = plain.replace(/=([0-9A-F]{2})/gu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      return Buffer.from(bytes, 'latin1').toString('utf8');
    })
    .join('\n');
}
