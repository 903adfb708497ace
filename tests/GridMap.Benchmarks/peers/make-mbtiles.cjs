// Packs a folder of z/x/y.mvt.gz into an MBTiles file: node make-mbtiles.cjs FOLDER FILE
const fs = require("node:fs");
const path = require("node:path");
const sqlite3 = require("sqlite3");

const [, , folder, file] = process.argv;
const database = new sqlite3.Database(file);
database.serialize(() => {
  database.run("CREATE TABLE metadata (name text, value text)");
  database.run("CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)");
  database.run("CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)");
  for (const [name, value] of Object.entries({
    name: "roads",
    format: "pbf",
    minzoom: "0",
    maxzoom: "16",
    bounds: "-180,-85,180,85",
    json: JSON.stringify({ vector_layers: [{ id: "roads", fields: {} }] }),
  })) {
    database.run("INSERT INTO metadata VALUES (?, ?)", name, value);
  }
  database.run("BEGIN");
  for (const zoom of fs.readdirSync(folder)) {
    for (const x of fs.readdirSync(path.join(folder, zoom))) {
      for (const name of fs.readdirSync(path.join(folder, zoom, x))) {
        if (!name.endsWith(".gz")) continue;
        const row = 2 ** Number(zoom) - 1 - Number.parseInt(name, 10);
        database.run("INSERT INTO tiles VALUES (?, ?, ?, ?)", zoom, x, row, fs.readFileSync(path.join(folder, zoom, x, name)));
      }
    }
  }
  database.run("COMMIT");
});
database.close();
