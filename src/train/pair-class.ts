/**
 * What counts say of a pair in four bits: 1 unseen, then by how often it was seen (once or twice, up to nine times, more) and which
 * share was joined.
 */
export function pairClass(total: number, joined: number): number {
  if (total <= 0) return 1;
  if (total < 3) return joined <= 0 ? 2 : 3;
  const share = joined / total;
  if (total < 10) return share === 0 ? 4 : share < 0.5 ? 5 : share < 1 ? 6 : 7;
  if (share < 0.005) return 8;
  if (share < 0.05) return 9;
  if (share < 0.3) return 10;
  if (share < 0.6) return 11;
  if (share < 0.85) return 12;
  if (share < 0.97) return 13;
  if (share < 0.995) return 14;
  return 15;
}
