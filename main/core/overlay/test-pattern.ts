import { type PatternBlock, testPattern } from '../../contract/models/test-pattern.ts';
import type { OverlayPattern } from '../../contract/overlay-protocol.ts';

const opaque = ({ place, colour }: PatternBlock) => ({ place, colour, alpha: 1 });

/** The doctor's picture test as the page draws it. */
export const patternForPage: OverlayPattern = {
  blocks: [
    ...Object.values(testPattern.corners).map(opaque),
    ...testPattern.cross.map(opaque),
    testPattern.half,
  ],
  pulse: testPattern.pulse,
};
