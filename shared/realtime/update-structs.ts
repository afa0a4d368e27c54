import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Structs = Decoded['structs'];
type Deleted = Pick<Decoded['ds'], 'clients'>;

/** An update as Yjs writes it: structs by client, then what is deleted. */
export function encodeUpdate({ structs, ds }: { structs: Structs; ds: Deleted }): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const clients = new Map<number, typeof structs>();
  for (const struct of structs) {
    const own = clients.get(struct.id.client);
    if (own) own.push(struct);
    else clients.set(struct.id.client, [struct]);
  }
  encoding.writeVarUint(restEncoder, clients.size);
  for (const [client, own] of clients) {
    encoding.writeVarUint(restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  encoding.writeVarUint(restEncoder, ds.clients.size);
  for (const [client, deleted] of ds.clients) {
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, deleted.length);
    for (const { clock, len } of deleted) {
      encoding.writeVarUint(restEncoder, clock);
      encoding.writeVarUint(restEncoder, len);
    }
  }
  return encoder.toUint8Array();
}

/** The same update, with what one client wrote under another clientID: `names` says which. */
export function withClients(update: Uint8Array, names: ReadonlyMap<number, number>): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update);
  const nameOf = (client: number) => names.get(client) ?? client;
  const kept: Structs = [];
  const renamed: Structs = [];
  for (const struct of structs) {
    (names.has(struct.id.client) ? renamed : kept).push(struct);
    const ids = struct instanceof Y.Item ? [struct.origin, struct.rightOrigin, struct.parent] : [];
    for (const id of [struct.id, ...ids]) if (id instanceof Y.ID) id.client = nameOf(id.client);
  }
  const clients: Deleted['clients'] = new Map();
  for (const [client, deleted] of ds.clients)
    clients.set(nameOf(client), [...(clients.get(nameOf(client)) ?? []), ...deleted]);
  // Each for itself, then merged: the new name may stand there already, with a part of the same.
  return Y.mergeUpdates([
    encodeUpdate({ structs: kept, ds: { clients } }),
    encodeUpdate({ structs: renamed, ds: { clients: new Map() } }),
  ]);
}
