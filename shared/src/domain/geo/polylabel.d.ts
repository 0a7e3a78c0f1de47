declare module "polylabel" {
  /** Centre of the largest circle inside a polygon, with its radius. */
  export default function polylabel(
    rings: readonly (readonly number[])[][],
    precision: number,
  ): [number, number] & {
    distance: number;
  };
}
