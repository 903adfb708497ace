// Tells where patrols are to everybody who listens, as one would with the peer: node serve.cjs ws|socketio PORT PATROLS TICK_MS.
// The patrols walk as Live/PositionFeed.cs has them: one step of 1e-6 degrees east a second.
const { createServer } = require("node:http");
const [, , kind, port, patrols, tick] = process.argv;
const groups = 1000 / Number(tick);

const http = createServer((_, response) => response.end("ready"));
const listeners = {
  ws() {
    const { WebSocketServer } = require("ws");
    const server = new WebSocketServer({ server: http });
    return {
      count: () => server.clients.size,
      tell: (positions) => {
        const text = JSON.stringify(positions);
        for (const client of server.clients) client.send(text);
      },
    };
  },
  socketio() {
    const { Server } = require("socket.io");
    const server = new Server(http, { transports: ["websocket"] });
    return { count: () => server.engine.clientsCount, tell: (positions) => server.emit("positions", positions) };
  },
};
const audience = listeners[kind]();

let turn = 0;
setInterval(() => {
  const round = Math.floor(turn / groups);
  const group = turn++ % groups;
  if (audience.count() === 0) return;
  const positions = [];
  for (let id = 1 + group; id <= Number(patrols); id += groups) {
    positions.push({
      id,
      longitude: Number((113 + (id % 200) * 0.002 + (round % 400) * 1e-6).toFixed(6)),
      latitude: Number((40 + Math.floor(id / 200) * 0.002).toFixed(6)),
      at: Date.now(),
      bearing: 90,
      speed: 1.25,
    });
  }
  audience.tell(positions);
}, Number(tick));
http.listen(Number(port), "127.0.0.1");
