/** The value below which that share of all values lies; NaN of none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** Median, 95th percentile and highest, in the unit of the values. */
export const spread = (values: readonly number[]) => ({
  p50: rounded(percentile(values, 0.5)),
  p95: rounded(percentile(values, 0.95)),
  max: rounded(percentile(values, 1)),
});
export type Spread = ReturnType<typeof spread>;
