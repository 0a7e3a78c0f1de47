/** One age a column: 0, 1, … 89 and 90 and over. */
export const AGES = 91;

/**
 * Everything the arithmetic needs to know of a place's people: flat arrays, one row a demand point.
 *
 * A demand point stands in one ward and one small area. The people of a *cell* (one small area in one ward)
 * are shared equally among the cell's points, so the ages are kept by cell and not by point.
 */
export interface PeopleArrays {
  /** Longitude of each point, degrees east. */
  readonly lon: Float64Array;
  /** Latitude of each point, degrees north. */
  readonly lat: Float64Array;
  /** Row of the ward each point stands in; −1 for a neighbour's point. */
  readonly ward: Int32Array;
  /** Row of the small area each point stands in; −1 when there is none. */
  readonly area: Int32Array;
  /** Row of the cell each point belongs to. */
  readonly cell: Int32Array;
  /** People of each cell, row-major `cells × AGES`, in persons; fractions stay. */
  readonly cellPeople: Float64Array;
}

/** One indicator of the need index: a value a small area, NaN where it is missing. */
export interface IndicatorArray {
  readonly id: string;
  readonly values: Float64Array;
  readonly higherIsMoreNeed: boolean;
}

/** The people of a place with the codes that their rows stand for. */
export interface PlaceArrays {
  readonly wards: readonly string[];
  readonly areas: readonly string[];
  readonly people: PeopleArrays;
  readonly indicators: readonly IndicatorArray[];
}

/** The services of one type: flat arrays, one row a service. */
export interface ServiceArrays {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Places where the type has a published capacity (NaN where it is missing), else 1 a site. */
  readonly capacity: Float64Array;
  /** 1 for a checked record, 0.5 for an unchecked or stale one. */
  readonly confidence: Float64Array;
  /** Row of the ward each service stands in; −1 outside the place. */
  readonly ward: Int32Array;
  /** Position of the legal form in `LEGAL_FORMS` of each; −1 where the record does not say. */
  readonly form: Int32Array;
  /** Whether services over the border are listed: only then do people and services there take part. */
  readonly neighboursKnown: boolean;
}
