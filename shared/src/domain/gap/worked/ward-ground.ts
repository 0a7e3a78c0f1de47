import { travelMinutes } from "../../access/travel.ts";
import { createGrid, type Grid, pick } from "../../geo/grid.ts";
import { nearestMetres } from "../../geo/nearest.ts";
import { type NeedPart, needIndex, needPart } from "../../need/need-index.ts";
import { AGES, type PlaceArrays, type ServiceArrays } from "../../place-arrays.ts";
import { insideBorder } from "../border.ts";
import { groupOfAges } from "../group.ts";
import { type Levels, peopleLevels } from "../range.ts";
import { AGE_INDICATOR, type GapSettings } from "../settings.ts";
import { ratios, sumByWard } from "../ward-sums.ts";

/** A demand point as it is told. */
export interface PointTold {
  readonly lon: number;
  readonly lat: number;
  /** Code of the small area; null where there is none. */
  readonly area: string | null;
  readonly people: number;
}

/** A service as it is told: its place and what it has to give tell which it is. */
export interface SiteTold {
  readonly lon: number;
  readonly lat: number;
  readonly supply: number;
}

/** What the working of every measure starts from: a place and its services under one question, by position in their grids. */
export interface WardGround {
  readonly settings: GapSettings;
  /** Row of the ward that is worked through. */
  readonly home: number;
  readonly wards: number;
  readonly points: Grid;
  readonly sites: Grid;
  readonly ward: Int32Array;
  /** Row of the small area of each point; −1 where there is none. */
  readonly area: Int32Array;
  readonly siteWard: Int32Array;
  /** People of the target ages; those of the ward move together at the low and high level. */
  readonly people: Levels;
  /** People of the target ages of each ward. */
  readonly wardGroup: Float64Array;
  readonly everyone: Float64Array;
  /** Capacity × confidence; a missing capacity is 0. */
  readonly supply: Float64Array;
  /** Minutes to the nearest service; Infinity where there is none. */
  readonly nearest: Float64Array;
  readonly parts: readonly NeedPart[];
  /** Need of each point, NaN where it is not known, and supply wanted a person there. */
  readonly need: Float64Array;
  readonly target: Float64Array;
  readonly perPerson: number;
  /** Positions of the ward's points. */
  readonly rows: readonly number[];
  point(position: number): PointTold;
  site(position: number): SiteTold;
}

/**
 * @param home row of the ward
 * @throws RangeError when there is no such ward
 */
export function wardGround(
  wholePlace: PlaceArrays,
  allServices: ServiceArrays,
  settings: GapSettings,
  home: number,
): WardGround {
  const [place, services] = insideBorder(wholePlace, allServices);
  if (!(home >= 0 && home < place.wards.length)) throw new RangeError("There is no such ward");
  const wards = place.wards.length;
  const areas = place.areas.length;
  const points = createGrid(place.people.lon, place.people.lat);
  const sites = createGrid(services.lon, services.lat);
  const ward = points.order.map((row) => place.people.ward[row] as number);
  const area = points.order.map((row) => place.people.area[row] as number);
  const group = groupOfAges(place.people, points.order, areas, settings.ageFrom, settings.ageTo);
  const everyone = groupOfAges(place.people, points.order, areas, 0, AGES - 1);
  const wardGroup = sumByWard(wards, ward, (i) => group.points[i] as number);
  const supply = pick(
    services.capacity.map((capacity, j) =>
      Number.isNaN(capacity) ? 0 : capacity * (services.confidence[j] as number),
    ),
    sites.order,
  );
  const parts = [
    ...place.indicators.map(({ id, values, higherIsMoreNeed }) => needPart(id, values, higherIsMoreNeed)),
    needPart(AGE_INDICATOR, ratios(group.areas, everyone.areas), true),
  ];
  const index = needIndex(areas, parts, settings.weights).need;
  const perPerson = settings.target / (settings.unit === "places" ? 100 : 10_000);
  const need = Float64Array.from(area, (row) => (row < 0 ? Number.NaN : (index[row] as number)));
  return {
    settings,
    home,
    wards,
    points,
    sites,
    ward,
    area,
    siteWard: sites.order.map((row) => services.ward[row] as number),
    people: peopleLevels(group.points, ward, wardGroup),
    wardGroup,
    everyone: everyone.points,
    supply,
    nearest: nearestMetres(points, sites).map((metres) => travelMinutes(metres, settings.mode)),
    parts,
    need,
    target: need.map((known) => perPerson * (1 + settings.uplift * (Number.isNaN(known) ? 0 : known))),
    perPerson,
    rows: Array.from(ward.keys()).filter((i) => ward[i] === home),
    point: (i) => ({
      lon: place.people.lon[points.order[i] as number] as number,
      lat: place.people.lat[points.order[i] as number] as number,
      area: place.areas[area[i] as number] ?? null,
      people: group.points[i] as number,
    }),
    site: (j) => ({
      lon: services.lon[sites.order[j] as number] as number,
      lat: services.lat[sites.order[j] as number] as number,
      supply: supply[j] as number,
    }),
  };
}

/** Sum over the points of the ward. */
export const sumOver = ({ rows }: WardGround, value: (position: number) => number): number =>
  rows.reduce((sum, i) => sum + value(i), 0);
