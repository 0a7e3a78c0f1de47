import { travelMinutes } from "../access/travel.ts";
import { createGrid, pick } from "../geo/grid.ts";
import { nearestMetres } from "../geo/nearest.ts";
import { type NeedPart, needIndex, needPart } from "../need/need-index.ts";
import { AGES, type PlaceArrays, type ServiceArrays } from "../place-arrays.ts";
import { answer, needByWard, wardCost } from "./answer.ts";
import { type AreaAccess, areaAccess } from "./area-access.ts";
import { insideBorder } from "./border.ts";
import { catchmentMeasure } from "./catchment-measure.ts";
import { checkSettings } from "./check-settings.ts";
import { crowdingMeasure } from "./crowding-measure.ts";
import { type Group, groupOfAges } from "./group.ts";
import { atEachLevel, type Levels, peopleLevels } from "./range.ts";
import { reachByWard } from "./reach.ts";
import type { GapResult } from "./result.ts";
import { AGE_INDICATOR, decayOf, type GapSettings, hasShortfall, takesDecay } from "./settings.ts";
import { sharedMeasure } from "./shared-measure.ts";
import { shortfall } from "./shortfall.ts";
import { singleMeasure } from "./single-measure.ts";
import { ratios, sumByWard } from "./ward-sums.ts";
import { weightedMeasure } from "./weighted-measure.ts";

/** Answers the same question under changing settings; keeps between calls what a setting does not touch. */
export interface GapEngine {
  /** @throws RangeError in plain words for settings that have no meaning */
  gaps(settings: GapSettings): GapResult;
  /**
   * Short of each ward under settings alone, without ranges or causes: for asking many times.
   *
   * @throws RangeError for settings that have no meaning, and for a measure that has no amount to be short of
   */
  shortOf(settings: GapSettings): Float64Array;
  /**
   * Access of each small area under settings alone, with the gap of `GapResult`.
   *
   * @throws RangeError for settings that have no meaning
   */
  accessByArea(settings: GapSettings): AreaAccess & Pick<GapResult, "crowdingGap">;
}

/** Everything about the people that depends on the target ages alone. */
interface Aged {
  readonly key: string;
  readonly group: Group;
  readonly wardGroup: Float64Array;
  readonly people: Levels;
  readonly age: NeedPart;
}

/**
 * Prepares a place and the services of one type.
 *
 * A service counts for reach and nearest minutes whether or not its capacity is known; supply leaves out a missing capacity.
 *
 * @throws RangeError when an array has another length than its fellows, or a coordinate is missing
 */
export function createGapEngine(wholePlace: PlaceArrays, allServices: ServiceArrays): GapEngine {
  checkLengths(wholePlace, allServices);
  const [place, services] = insideBorder(wholePlace, allServices);
  const wards = place.wards.length;
  const areas = place.areas.length;
  const points = createGrid(place.people.lon, place.people.lat);
  const sites = createGrid(services.lon, services.lat);
  const ward = pickRows(place.people.ward, points.order);
  const area = pickRows(place.people.area, points.order);
  const everyone = groupOfAges(place.people, points.order, areas, 0, AGES - 1);
  const wardPeople = sumByWard(wards, ward, (i) => everyone.points[i] as number);
  const supply = pick(
    services.capacity.map((capacity, j) => capacity * (services.confidence[j] as number)),
    sites.order,
  ).map((amount) => (Number.isNaN(amount) ? 0 : amount));
  const wardSupply = new Float64Array(wards);
  for (let j = 0; j < sites.count; j++) {
    const home = services.ward[sites.order[j] as number] as number;
    if (home >= 0) wardSupply[home] = (wardSupply[home] as number) + (supply[j] as number);
  }
  const shared = sharedMeasure(points, sites, supply);
  const catchment = catchmentMeasure(points, sites, supply);
  const weighted = weightedMeasure(points, sites, supply);
  const single = singleMeasure(points, sites, supply);
  const crowding = crowdingMeasure(points, sites, supply);
  const parts = place.indicators.map(({ id, values, higherIsMoreNeed }) => needPart(id, values, higherIsMoreNeed));
  const ids = new Set([...place.indicators.map(({ id }) => id), AGE_INDICATOR]);
  const counts = {
    servicesWithoutCapacity: services.capacity.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0),
    servicesHalfWeight: services.confidence.reduce((count, value) => count + (value < 1 ? 1 : 0), 0),
  };

  let nearest: Float64Array | null = null;
  let aged: Aged | null = null;

  function agedFor({ ageFrom, ageTo }: GapSettings): Aged {
    const key = `${ageFrom}-${ageTo}`;
    if (aged?.key === key) return aged;
    const group = groupOfAges(place.people, points.order, areas, ageFrom, ageTo);
    const wardGroup = sumByWard(wards, ward, (i) => group.points[i] as number);
    const age = needPart(AGE_INDICATOR, ratios(group.areas, everyone.areas), true);
    aged = { key, group, wardGroup, people: peopleLevels(group.points, ward, wardGroup), age };
    return aged;
  }

  function accessFor(settings: GapSettings, people: Levels): readonly Levels[] {
    const { method, mode, minutes, decay } = settings;
    if (method === "ratio") return [atEachLevel(people, (here) => wardRatio(here, ward, wardSupply))];
    if (method === "2sfca") return catchment(mode, minutes, people);
    if (method !== "3sfca" && decay === null) return shared(mode, minutes, people);
    return weighted({ mode, minutes, decay: decayOf(settings), choosing: method === "3sfca" }, people);
  }

  /** Need of each point, NaN where it is not known, and the supply wanted a person there. */
  function targetFor(settings: GapSettings, now: Aged) {
    const index = needIndex(areas, [...parts, now.age], settings.weights);
    const perPerson = settings.target / (settings.unit === "places" ? 100 : 10_000);
    const need = Float64Array.from(area, (row) => (row < 0 ? Number.NaN : (index.need[row] as number)));
    const target = need.map((known) => perPerson * (1 + settings.uplift * (Number.isNaN(known) ? 0 : known)));
    return { index, need, target };
  }

  function singleAccess(settings: GapSettings, people: Float64Array): Float64Array {
    const { method, mode, minutes } = settings;
    if (method === "ratio") return wardRatio(people, ward, wardSupply);
    const decay = takesDecay(method) ? decayOf(settings) : null;
    return single({ mode, minutes, decay, choosing: method === "3sfca" }, people);
  }

  /** What a measure compares: supply a person, 1 or 0 for can reach, the cost for RAAM. */
  function measured(settings: GapSettings, people: Float64Array) {
    if (settings.method === "raam") {
      const { cost, gap } = crowding(settings.mode, settings.minutes, people);
      return { access: cost, crowdingGap: gap };
    }
    if (settings.method !== "reach") return { access: singleAccess(settings, people), crowdingGap: Number.NaN };
    nearest ??= nearestMetres(points, sites);
    const access = nearest.map((metres) => (travelMinutes(metres, settings.mode) <= settings.minutes ? 1 : 0));
    return { access, crowdingGap: Number.NaN };
  }

  return {
    shortOf(settings) {
      checkSettings(settings, ids);
      if (!hasShortfall(settings.method)) throw new RangeError("This measure has no amount to be short of");
      const now = agedFor(settings);
      const people = now.group.points;
      const { target } = targetFor(settings, now);
      const access = singleAccess(settings, people);
      return sumByWard(wards, ward, (i) =>
        Math.max(0, (target[i] as number) * (people[i] as number) - (access[i] as number) * (people[i] as number)),
      );
    },
    accessByArea(settings) {
      checkSettings(settings, ids);
      const now = agedFor(settings);
      const people = now.group.points;
      const target = hasShortfall(settings.method) ? targetFor(settings, now).target : null;
      const { access, crowdingGap } = measured(settings, people);
      return { ...areaAccess(areas, { ward, area }, people, access, target), crowdingGap };
    },
    gaps(settings) {
      checkSettings(settings, ids);
      nearest ??= nearestMetres(points, sites);
      const now = agedFor(settings);
      const minutes = nearest.map((metres) => travelMinutes(metres, settings.mode));
      const reach = reachByWard(ward, now.group.points, now.wardGroup, minutes, settings.minutes);
      const { index, need: pointNeed, target } = targetFor(settings, now);
      const sums = !hasShortfall(settings.method)
        ? null
        : shortfall({
            wards,
            ward,
            people: now.people,
            target,
            reached: (i) => (minutes[i] as number) <= settings.minutes,
            access: accessFor(settings, now.people),
          });
      const cost = settings.method === "raam" ? crowding(settings.mode, settings.minutes, now.group.points) : null;
      const needs = needByWard(wards, ward, now.group.points, pointNeed);
      return {
        ...answer(
          wardPeople,
          now.wardGroup,
          reach,
          needs,
          sums,
          settings.method === "ratio" ? wardSupply : null,
          wardCost(wards, ward, now.group.points, cost?.cost ?? null),
        ),
        ...counts,
        crowdingGap: cost?.gap ?? Number.NaN,
        missingIndicators: index.missing,
        areasWithoutNeed: index.need.reduce(
          (count, need, row) => count + (Number.isNaN(need) && (everyone.areas[row] as number) > 0 ? 1 : 0),
          0,
        ),
      };
    },
  };
}

/** The simple ratio of each point's ward; 0 where the ward has no people, or outside the place. */
function wardRatio(people: Float64Array, ward: Int32Array, wardSupply: Float64Array): Float64Array {
  const group = sumByWard(wardSupply.length, ward, (i) => people[i] as number);
  const ratioOf = wardSupply.map((supply, row) => ((group[row] as number) > 0 ? supply / (group[row] as number) : 0));
  return Float64Array.from(ward, (home) => (home < 0 ? 0 : (ratioOf[home] as number)));
}

function pickRows(rows: Int32Array, order: Int32Array): Int32Array {
  return order.map((row) => rows[row] as number);
}

function checkLengths({ people, wards, areas, indicators }: PlaceArrays, services: ServiceArrays): void {
  const points = people.lon.length;
  const same = [people.lat, people.ward, people.area, people.cell].every((array) => array.length === points);
  if (!same) throw new RangeError("The arrays of demand points have different lengths");
  if (people.ward.some((row) => row >= wards.length)) throw new RangeError("A demand point stands in no known ward");
  if (people.area.some((row) => row >= areas.length))
    throw new RangeError("A demand point stands in no known small area");
  const cells = people.cellPeople.length / AGES;
  if (!Number.isInteger(cells) || people.cell.some((row) => row < 0 || row >= cells)) {
    throw new RangeError("A demand point belongs to no known cell");
  }
  const wrong = indicators.find(({ values }) => values.length !== areas.length);
  if (wrong) throw new RangeError(`The indicator "${wrong.id}" does not have one value a small area`);
  const sites = services.lon.length;
  const { lat, capacity, confidence, ward } = services;
  if (![lat, capacity, confidence, ward].every((array) => array.length === sites)) {
    throw new RangeError("The arrays of services have different lengths");
  }
}
