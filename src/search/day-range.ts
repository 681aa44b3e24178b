/** The first and last day of `2024`, `2024-11`, `2024-11-05`, or of `A..B`; `undefined` when it is neither or ends before it begins. */
export function dayRange(value: string): { readonly from: string; readonly to: string } | undefined {
  const [first, last = first, more] = value.split('..');
  if (first === undefined || last === undefined || more !== undefined) return undefined;
  const from = edges(first)?.from;
  const to = edges(last)?.to;
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

function edges(text: string): { from: string; to: string } | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (parts === null) return undefined;
  const [, year, month, day] = parts;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = lastDay(Number(year), Number(month));
  if (last === undefined || (day !== undefined && (Number(day) < 1 || Number(day) > last))) return undefined;
  return { from: `${year}-${month}-${day ?? '01'}`, to: `${year}-${month}-${day ?? last}` };
}

function lastDay(year: number, month: number): number | undefined {
  if (month < 1 || month > 12) return undefined;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
