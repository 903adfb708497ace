// The worker of every way: tells 2 000 of 20 000 points a tenth of a second; `ours` gets them packed by cell and unpacks them here, as the dashboard's worker does.
import { decodePositions } from "../../../../web/src/platform/live/positions.ts";

const points = 20_000;
const groups = 10;
const stepsPerDegree = 1e6;
const way = new URL(self.location.href).searchParams.get("way");
let turn = 0;

/** In steps of 1e-6 degrees: everybody walks twenty steps east a second, and begins anew after 400. */
function placeOf(id, round) {
  return [113_000_000 + (id % 200) * 2_000 + (round % 400) * 20, 40_000_000 + Math.floor(id / 200) * 2_000];
}

function number(bytes, value) {
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return bytes.push(left);
    bytes.push((left % 128) + 128);
  }
}

function pack(ids, round) {
  const cells = new Map();
  for (const id of ids) {
    const [x, y] = placeOf(id, round).map((steps, axis) => steps + (axis === 0 ? 180 : 90) * stepsPerDegree);
    const key = Math.floor(x / 65_536) * 65_536 + Math.floor(y / 65_536);
    cells.set(key, [...(cells.get(key) ?? []), [id, x % 65_536, y % 65_536]]);
  }
  const bytes = [];
  for (const [key, members] of cells) {
    const [column, row] = [Math.floor(key / 65_536), key % 65_536];
    bytes.push(column & 255, column >> 8, row & 255, row >> 8);
    number(bytes, members.length);
    let before = 0;
    for (const [id, x, y] of members) {
      number(bytes, id - before);
      bytes.push(x & 255, x >> 8, y & 255, y >> 8, 0, 64, 5);
      before = id;
    }
  }
  const frame = new Uint8Array(8 + bytes.length);
  new DataView(frame.buffer).setBigInt64(0, BigInt(Date.now()), true);
  frame.set(bytes, 8);
  return frame;
}

function tell() {
  const [round, group] = [Math.floor(turn / groups), turn % groups];
  turn++;
  const ids = Array.from({ length: points / groups }, (_, index) => 1 + group + index * groups);
  const words = way === "ours" ? decodePositions(pack(ids, round)).words : Float64Array.from(ids.flatMap((id) => [id, ...placeOf(id, round)]));
  self.postMessage(words, { transfer: [words.buffer] });
}

for (let first = 0; first < groups; first++) tell();
const timer = setInterval(tell, 1000 / groups);
self.addEventListener("message", () => {
  clearInterval(timer);
  // Where everybody was told last.
  const last = Array.from({ length: points }, (_, index) => placeOf(index + 1, Math.floor((turn - 1 - (index % groups)) / groups)));
  self.postMessage({ last: Float64Array.from(last.flat()) });
});
