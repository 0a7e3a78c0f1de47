import type { LocalFile } from "../files/local-file.ts";
import { counted, ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { byteReader } from "./byte-reader.ts";
import { crsOfProjection } from "./crs.ts";
import { openDbf } from "./dbf-records.ts";
import type { ShapesTaker } from "./geojson-values.ts";
import { Damaged, openShp } from "./shp-shapes.ts";
import { openZip, type Zip } from "./zip.ts";

/**
 * Goes through a zipped shapefile feature by feature, without unpacking it to disk. Days come as YYYY-MM-DD.
 *
 * @param layer name of the .shp; the only one in the zip when left out
 * @throws ImportError on a zip that is unsafe, lacks the .shp or its .dbf, or holds a damaged or truncated one
 */
export async function readShapefile(
  local: LocalFile,
  layer: string | undefined,
  taker: ShapesTaker,
  onProgress: OnProgress,
): Promise<void> {
  const zip = await openZip(local);
  try {
    await readLayer(local.path, zip, pickLayer(local.path, zip, layer), taker, onProgress);
  } finally {
    await zip.close();
  }
}

/** Names of the .shp files in a zip, without those that a Mac adds for itself. */
export const layersOf = (zip: Zip): string[] =>
  zip.names.filter((name) => /\.shp$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name));

function pickLayer(path: string, zip: Zip, layer: string | undefined): string {
  const layers = layersOf(zip);
  if (layers.length === 0)
    throw new ImportError(`${path} holds no shapefile (.shp). It holds: ${zip.names.slice(0, 10).join(", ")}.`);
  const wanted = layer === undefined ? undefined : stem(layer);
  const named = layers.filter((name) => wanted === undefined || [stem(name), lastPart(stem(name))].includes(wanted));
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  const names = layers.map((name) => lastPart(stem(name))).join(", ");
  if (wanted === undefined) throw new ImportError(`${path} holds several shapefiles: set "layer" to one of ${names}.`);
  throw new ImportError(`${path} has no one layer "${layer}". Its layers are: ${names}.`);
}

const stem = (name: string): string => name.replace(/\.shp$/i, "");
const lastPart = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

async function readLayer(path: string, zip: Zip, shp: string, taker: ShapesTaker, onProgress: OnProgress) {
  const beside = (ending: string) =>
    zip.names.find((name) => name.toLowerCase() === `${stem(shp).toLowerCase()}${ending}`);
  const dbf = beside(".dbf");
  if (dbf === undefined) throw new ImportError(`${path} lacks the table that belongs to ${shp} (.dbf).`);
  const said = crsOfProjection(await zip.text(beside(".prj") ?? ""));
  if (said) taker.crs(said);

  const step = `Reading ${path}`;
  const shapes = await zip.stream(shp);
  const table = await zip.stream(dbf);
  let row = 0;
  try {
    const geometries = await openShp(byteReader(shapes), zip.bytes(shp));
    const records = await openDbf(byteReader(table), await zip.text(beside(".cpg") ?? ""));
    for (;;) {
      const geometry = await geometries.next();
      const properties = await records.next();
      if (geometry === undefined && properties === undefined) break;
      if (geometry === undefined || properties === undefined)
        throw new Damaged(
          `its table has ${counted(records.count)} rows, and its shapes are ${geometry === undefined ? "fewer" : "more"}`,
        );
      if (properties !== null) taker.feature({ type: "Feature", geometry, properties }, ++row);
      onProgress({ step, done: geometries.read(), total: zip.bytes(shp) });
    }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    const after = row === 0 ? "" : ` after feature ${counted(row)}`;
    throw new ImportError(`${path}: ${shp} is damaged${after}: ${error.message}.`);
  } finally {
    shapes.destroy();
    table.destroy();
  }
  if (row === 0) throw new ImportError(`${path} holds no features.`);
}
