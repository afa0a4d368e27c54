import { type Decoder, readVarUint } from 'lib0/decoding';
import type * as Y from 'yjs';
import { writeClientIds } from '#shared/realtime/realtime.ts';

/** Refusals of one page, for an author, of which the server does not say which clientID is meant. */
const MOST_REFUSALS = 3;

/** [R3] The Yjs clientIDs of this device that have something to send, and what becomes of those that are somebody else's. */
export interface OwnClients {
  /** What the server is told at joining, before it is told anything else. */
  readonly told: string;
  /** Those of earlier visits, found on this device. */
  carry(clientIds: readonly number[]): void;
  /** The server says which of those that were told are somebody else's. */
  hear(decoder: Decoder): void;
  /** The connection was closed for an author. False: there is nothing more to be done about it. */
  refused(): boolean;
}

interface Options {
  /** Of the copy of this room on the device. */
  readonly name: string;
  readonly doc: Y.Doc;
  /** Connects again, to be told which clientID is meant. */
  readonly comeBack: () => void;
  /** What `doc` holds from now on must not go into the copy: it is being renewed. */
  readonly letGo: () => void;
  /** What `doc` holds, under clientIDs that are nobody else's. */
  readonly onRenewed: (content: Uint8Array) => void;
}

export function createOwnClients({ name, doc, comeBack, letGo, onRenewed }: Options): OwnClients {
  let earlier: readonly number[] = [];
  let taken: readonly number[] = [];
  let refusals = 0;

  /** Hardly ever needed: it comes when it is, from the server that has just answered. */
  async function renew(clientIds: readonly number[]): Promise<Uint8Array> {
    const { renewClients } = await import('./renewed-copy.ts');
    return renewClients(name, doc, clientIds);
  }

  return {
    get told() {
      return writeClientIds([doc.clientID, ...earlier]);
    },
    carry(clientIds) {
      earlier = clientIds.filter((clientId) => clientId > 0);
    },
    hear(decoder) {
      taken = Array.from({ length: readVarUint(decoder) }, () => readVarUint(decoder));
    },
    refused() {
      refusals += 1;
      if (taken.length === 0) {
        if (refusals < MOST_REFUSALS) comeBack();
        return refusals < MOST_REFUSALS;
      }
      letGo();
      void renew(taken).then(onRenewed);
      return true;
    },
  };
}
