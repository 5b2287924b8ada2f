/** The fields of a kernel's params struct, in its order; 32-bit scalars only, so that they follow one another. */
export type ParamsLayout = Readonly<Record<string, 'u32'>>;

/** The values of a params struct as its bytes, in the order of the layout. */
export function pack<Layout extends ParamsLayout>(
  layout: Layout,
  values: Readonly<Record<keyof Layout, number>>,
): Uint32Array {
  return Uint32Array.from(Object.keys(layout), (field) => values[field]);
}
