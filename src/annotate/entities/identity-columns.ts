/** A list of whole numbers that grows; entries at and above `length` are stale. Plain data. */
export interface Ints {
  length: number;
  data: Int32Array;
}

export function createInts(capacity = 8): Ints {
  return { length: 0, data: new Int32Array(capacity) };
}

export function pushInt(ints: Ints, value: number): void {
  if (ints.length === ints.data.length) {
    const grown = new Int32Array(ints.length * 2);
    grown.set(ints.data);
    ints.data = grown;
  }
  ints.data[ints.length++] = value;
}
