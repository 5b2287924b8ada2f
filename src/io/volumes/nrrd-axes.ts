import { FormatError } from '../../core/errors.ts';
import type { Warning } from '../../core/errors.ts';
import type { Grid, Vec3 } from '../../core/volume/grid.ts';
import { LPS_TO_RAS, placeVoxels } from './itk-geometry.ts';
import { numbersOf } from './itk-header.ts';
import type { HeaderFields } from './itk-header.ts';

/** Signs from the axes of a space to R, A, S; other spaces are taken for L, P, S, as ITK does. */
const SPACES: ReadonlyMap<string, Vec3> = new Map([
  ['ras', [1, 1, 1]],
  ['right-anterior-superior', [1, 1, 1]],
  ['las', [-1, 1, 1]],
  ['left-anterior-superior', [-1, 1, 1]],
]);
const COLOURS: ReadonlyMap<string, string> = new Map([
  ['rgb-color', 'RGB'],
  ['rgba-color', 'RGBA'],
  ['xyz-color', 'XYZ'],
  ['hsv-color', 'HSV'],
]);
const IN_SPACE = /^(domain|space|\?\?\?|none)$/i;
const MOST_SPACE = 3;

/**
 * Which axes of an NRRD file are x, y and z, and which, if any, tells volumes apart. An axis is of space where its
 * "space directions" is a vector; without these, where its kind is domain or space; without both, the first three.
 * Missing axes have one voxel and 1 mm.
 * @throws FormatError colourPicture, tooManyDimensions, directionsUnusable, headerField
 */
export function placeNrrdAxes(
  fields: HeaderFields,
  sizes: readonly number[],
): {
  readonly grid: Grid;
  readonly volumes: number;
  readonly inner: number;
  readonly warnings: readonly Warning[];
} {
  const { file } = fields;
  const kinds = (fields.find('kinds') ?? '').split(/\s+/);
  const colour = kinds.map((kind) => COLOURS.get(kind.toLowerCase())).find((name) => name !== undefined);
  if (colour !== undefined) {
    throw new FormatError('colourPicture', { file, offset: 0, format: fields.format, channels: colour });
  }
  const directions = parseDirections(fields, sizes.length);
  const isOfSpace = sizes.map((_, axis) => {
    if (directions) return directions[axis] !== null;
    return kinds.length === sizes.length ? IN_SPACE.test(kinds[axis]) : axis < MOST_SPACE;
  });
  const inSpace = sizes.map((_, axis) => axis).filter((axis) => isOfSpace[axis]);
  const space = inSpace.slice(0, MOST_SPACE);
  const others = sizes.map((_, axis) => axis).filter((axis) => !space.includes(axis) && sizes[axis] > 1);
  if (others.length > 1 || space.length === 0) {
    throw new FormatError('tooManyDimensions', { file, offset: 0, size: sizes });
  }
  const size = [0, 1, 2].map((i) => (i < space.length ? sizes[space[i]] : 1)) as unknown as Vec3;
  const [apart = sizes.length] = others;
  return {
    ...placeVoxels({
      file,
      format: fields.format,
      field: directions ? 'space directions' : 'spacings',
      size,
      ...stepsOf(fields, space, directions, sizes.length),
      toRas: SPACES.get((fields.find('space') ?? '').toLowerCase().replace(/-time$/, '')) ?? LPS_TO_RAS,
    }),
    volumes: sizes[apart] ?? 1,
    inner: sizes.slice(0, apart).reduce((product, length) => product * length, 1),
  };
}

function stepsOf(
  fields: HeaderFields,
  space: readonly number[],
  directions: readonly (Vec3 | null)[] | null,
  dimensions: number,
) {
  const spacings = numbersOf(fields.find('spacings') ?? '');
  if (spacings.length > 0 && spacings.length !== dimensions) {
    throw fields.bad('spacings', fields.find('spacings') ?? '', `${dimensions} numbers`);
  }
  const spacingOf = (axis: number | undefined) => {
    const spacing = axis === undefined ? Number.NaN : (spacings[axis] ?? Number.NaN);
    return Number.isFinite(spacing) && spacing !== 0 ? Math.abs(spacing) : null;
  };
  const unit = (i: number, length: number): Vec3 =>
    [0, 1, 2].map((row) => (row === i ? length : 0)) as unknown as Vec3;
  const steps = [0, 1, 2].map((i) => {
    const axis = i < space.length ? space[i] : undefined;
    const direction = axis === undefined ? undefined : directions?.[axis];
    return direction ?? unit(i, directions ? 1 : (spacingOf(axis) ?? 1));
  });
  const origin = fields.find('space origin');
  return {
    steps: steps as unknown as readonly [Vec3, Vec3, Vec3],
    origin: origin === null ? ([0, 0, 0] as Vec3) : vectorOf(fields, 'space origin', origin),
    isSpacingUnknown: !directions && space.some((axis) => spacingOf(axis) === null),
  };
}

/** A vector, or null for "none", for every axis; null where the field is not there. */
function parseDirections(fields: HeaderFields, dimensions: number): (Vec3 | null)[] | null {
  const text = fields.find('space directions');
  if (text === null) return null;
  const parts = text.match(/none|\([^)]*\)/gi) ?? [];
  if (parts.length !== dimensions) {
    throw fields.bad('space directions', text, `${dimensions} vectors such as (1,0,0), or none`);
  }
  return parts.map((part) =>
    /none|\(\s*nan/i.test(part) ? null : vectorOf(fields, 'space directions', part),
  );
}

/** A vector of 1 to 3 numbers; those that are missing are 0. */
function vectorOf(fields: HeaderFields, field: string, text: string): Vec3 {
  const inner = /^\(([^)]*)\)$/.exec(text.trim());
  const numbers = inner ? inner[1].split(',').map((part) => (part.trim() === '' ? Number.NaN : +part)) : [];
  if (numbers.length < 1 || numbers.length > 3 || !numbers.every(Number.isFinite)) {
    throw fields.bad(field, text, 'a vector of up to 3 numbers such as (1,0,0)');
  }
  const [x, y = 0, z = 0] = numbers;
  return [x, y, z];
}
