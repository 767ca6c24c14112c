import { testPattern } from '../../../../main/contract/models/test-pattern.ts';

/** Any number will do: the places are in shares of the picture. */
const width = 160;
const height = 90;

type Block = {
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly colour: string;
  readonly alpha?: number;
};

const { pulse } = testPattern;
const cellWidth = pulse.place.w / pulse.cells;
const cells: readonly Block[] = Array.from({ length: pulse.cells }, (_, cell) => ({
  place: { ...pulse.place, x: pulse.place.x + cell * cellWidth, w: cellWidth },
  colour: cell === 0 ? pulse.lit : pulse.dark,
}));
const blocks: readonly Block[] = [
  ...Object.values(testPattern.corners),
  ...testPattern.cross,
  testPattern.half,
  ...cells,
];

/** The test pattern as the overlay draws it. */
export const ExpectedPicture = ({ label }: { readonly label: string }) => (
  <svg className="picture-frame" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
    {blocks.map(({ place, colour, alpha }) => (
      <rect
        key={`${place.x} ${place.y} ${place.w}`}
        x={place.x * width}
        y={place.y * height}
        width={place.w * width}
        height={place.h * height}
        fill={colour}
        fillOpacity={alpha ?? 1}
      />
    ))}
  </svg>
);
