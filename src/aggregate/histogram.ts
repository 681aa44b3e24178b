/** How often each small whole number was seen; index is the number. Plain data, merged by adding. */
export type Histogram = number[];

/** Counts `value` once. */
export function observe(histogram: Histogram, value: number): void {
  while (histogram.length <= value) histogram.push(0);
  histogram[value]!++;
}

export function mergeHistograms(a: Histogram, b: Histogram): Histogram {
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  for (let value = 0; value < shorter.length; value++) longer[value]! += shorter[value]!;
  return longer;
}

/** Mean, median and 95th percentile (nearest rank: the smallest value with at least that share of the observations at or below it); zeros when nothing was seen. */
export function summarize(histogram: Histogram): { mean: number; median: number; p95: number } {
  let total = 0;
  let sum = 0;
  for (let value = 0; value < histogram.length; value++) {
    total += histogram[value]!;
    sum += value * histogram[value]!;
  }
  if (total === 0) return { mean: 0, median: 0, p95: 0 };
  return {
    mean: sum / total,
    median: nearestRank(histogram, Math.ceil(total * 0.5)),
    p95: nearestRank(histogram, Math.ceil(total * 0.95)),
  };
}

function nearestRank(histogram: Histogram, rank: number): number {
  let seen = 0;
  for (let value = 0; value < histogram.length; value++) {
    seen += histogram[value]!;
    if (seen >= rank) return value;
  }
  return 0;
}
