/** The floor: what comes goes to everybody else in the room. Looks at nothing, keeps nothing. */
import { type WebSocket, WebSocketServer } from 'ws';

const rooms = new Map<string, Set<WebSocket>>();
new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT), backlog: 4096 }).on(
  'connection',
  (socket, { url = '/' }) => {
    const room = rooms.get(url) ?? new Set();
    rooms.set(url, room.add(socket));
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      for (const other of room) if (other !== socket) other.send(data);
    });
    socket.on('close', () => {
      room.delete(socket);
      if (room.size === 0) rooms.delete(url);
    });
  },
);
