/** How often a property is tried: a modest number in `npm test`, as many times more as `npm run test:hostile` asks for. */
export const fuzzRuns = (usual: number): number =>
  usual * Math.max(1, Number(process.env.LIVEDECK_FUZZ ?? '1'));
