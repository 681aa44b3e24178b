import { createRandom } from './entities-random.js';

export interface SkipGramOptions {
  readonly dimensions: number;
  readonly window: number;
  readonly negatives: number;
  readonly epochs: number;
  readonly seed: number;
  readonly onProgress?: (share: number) => void;
}

const SIGMOID_STEPS = 1024;
const SIGMOID_REACH = 6;
const NOISE_SIZE = 1 << 20;
/** Targets of one step: a context and at most five of noise. */
const LANES = 6;

/**
 * Word vectors by skip-gram with negative sampling; at most five negatives.
 *
 * @param stream word numbers below `counts.length` in text order; -1 ends a line, -2 is a word without a vector
 * @returns `[word * dimensions + i]`, each word's vector of length 1
 * @see Mikolov et al. 2013, "Distributed representations of words and phrases and their compositionality"
 */
export function skipGram(stream: Int32Array, counts: Float64Array, options: SkipGramOptions): Float32Array {
  const { dimensions, window, negatives, epochs } = options;
  const random = createRandom(options.seed);
  const words = counts.length;
  const vectors = Float32Array.from({ length: words * dimensions }, () => (random() - 0.5) / dimensions);
  const outer = new Float32Array(words * dimensions);
  const noise = noiseTable(counts);
  const sigmoid = sigmoidTable();
  const kept = keepChances(counts);
  const line = new Int32Array(4096);
  const change = new Float32Array(dimensions);
  /** Where the vectors of the context and of the noise begin, and their products with the word's. */
  const targets = new Int32Array(LANES);
  const dots = new Float64Array(LANES);
  const total = stream.length * epochs;
  let seen = 0;
  let rate = 0.03;

  function learn(word: number, context: number): void {
    const at = word * dimensions;
    targets.fill(context * dimensions);
    let count = 1;
    for (let n = 0; n < negatives; n++) {
      const target = noise[Math.floor(random() * NOISE_SIZE)]!;
      if (target !== context) targets[count++] = target * dimensions;
    }
    dotsOf(vectors, at, outer, targets, dimensions, dots);
    change.fill(0);
    for (let n = 0; n < count; n++) {
      const to = targets[n]!;
      const dot = targets.indexOf(to) === n ? dots[n]! : dotOf(vectors, at, outer, to, dimensions);
      const chance =
        dot >= SIGMOID_REACH
          ? 1
          : dot <= -SIGMOID_REACH
            ? 0
            : sigmoid[Math.floor(((dot + SIGMOID_REACH) / (2 * SIGMOID_REACH)) * SIGMOID_STEPS)]!;
      const step = ((n === 0 ? 1 : 0) - chance) * rate;
      for (let i = 0; i < dimensions; i++) {
        const before = outer[to + i]!;
        change[i]! += step * before;
        outer[to + i] = before + step * vectors[at + i]!;
      }
    }
    for (let i = 0; i < dimensions; i++) vectors[at + i]! += change[i]!;
  }

  for (let epoch = 0; epoch < epochs; epoch++) {
    let length = 0;
    for (let i = 0; i <= stream.length; i++) {
      const word = i < stream.length ? stream[i]! : -1;
      if (word !== -1 && length < line.length) {
        if (word >= 0 && random() < kept[word]!) line[length++] = word;
        continue;
      }
      for (let center = 0; center < length; center++) {
        const reach = 1 + Math.floor(random() * window);
        const end = Math.min(length - 1, center + reach);
        for (let other = Math.max(0, center - reach); other <= end; other++) if (other !== center) learn(line[center]!, line[other]!);
      }
      length = 0;
      if (i - seen > 200_000) {
        seen = i;
        const share = (epoch * stream.length + i) / total;
        rate = 0.03 * Math.max(1 - share, 0.01);
        options.onProgress?.(share);
      }
    }
    seen = 0;
  }
  normalise(vectors, dimensions);
  return vectors;
}

/** The products of one vector with `LANES` others, side by side: alone each would wait for its latest addition. */
function dotsOf(a: Float32Array, at: number, b: Float32Array, targets: Int32Array, dimensions: number, dots: Float64Array): void {
  const to0 = targets[0]!;
  const to1 = targets[1]!;
  const to2 = targets[2]!;
  const to3 = targets[3]!;
  const to4 = targets[4]!;
  const to5 = targets[5]!;
  let dot0 = 0;
  let dot1 = 0;
  let dot2 = 0;
  let dot3 = 0;
  let dot4 = 0;
  let dot5 = 0;
  for (let i = 0; i < dimensions; i++) {
    const value = a[at + i]!;
    dot0 += value * b[to0 + i]!;
    dot1 += value * b[to1 + i]!;
    dot2 += value * b[to2 + i]!;
    dot3 += value * b[to3 + i]!;
    dot4 += value * b[to4 + i]!;
    dot5 += value * b[to5 + i]!;
  }
  dots[0] = dot0;
  dots[1] = dot1;
  dots[2] = dot2;
  dots[3] = dot3;
  dots[4] = dot4;
  dots[5] = dot5;
}

function dotOf(a: Float32Array, at: number, b: Float32Array, to: number, dimensions: number): number {
  let dot = 0;
  for (let i = 0; i < dimensions; i++) dot += a[at + i]! * b[to + i]!;
  return dot;
}

function noiseTable(counts: Float64Array): Int32Array {
  const table = new Int32Array(NOISE_SIZE);
  let sum = 0;
  for (const count of counts) sum += count ** 0.75;
  let word = 0;
  let passed = counts[0]! ** 0.75;
  for (let i = 0; i < NOISE_SIZE; i++) {
    while (passed < ((i + 0.5) / NOISE_SIZE) * sum && word < counts.length - 1) passed += counts[++word]! ** 0.75;
    table[i] = word;
  }
  return table;
}

function sigmoidTable(): Float32Array {
  return Float32Array.from(
    { length: SIGMOID_STEPS + 1 },
    (_, i) => 1 / (1 + Math.exp(-((i + 0.5) / SIGMOID_STEPS - 0.5) * 2 * SIGMOID_REACH)),
  );
}

/** Frequent words are left out of most lines. */
function keepChances(counts: Float64Array): Float64Array {
  const sum = counts.reduce((all, count) => all + count, 0);
  return counts.map(count => {
    const share = count / sum / 3e-4;
    return Math.min(1, (Math.sqrt(share) + 1) / share);
  });
}

function normalise(vectors: Float32Array, dimensions: number): void {
  for (let at = 0; at < vectors.length; at += dimensions) {
    let square = 0;
    for (let i = 0; i < dimensions; i++) square += vectors[at + i]! ** 2;
    const length = Math.sqrt(square) || 1;
    for (let i = 0; i < dimensions; i++) vectors[at + i]! /= length;
  }
}

/**
 * Puts vectors of length 1 into `clusters` clusters by spherical k-means.
 *
 * @param weights how much each vector counts for its cluster's centre
 * @returns the cluster of each vector, and the centres `[cluster * dimensions + i]`
 */
export function kMeans(
  vectors: Float32Array,
  dimensions: number,
  weights: Float64Array,
  clusters: number,
  rounds: number,
): { readonly cluster: Int32Array; readonly centres: Float32Array } {
  const items = vectors.length / dimensions;
  const cluster = new Int32Array(items);
  const centres = new Float32Array(clusters * dimensions);
  for (let c = 0; c < clusters; c++) {
    const from = (Math.floor((c * items) / clusters) % items) * dimensions;
    centres.set(vectors.subarray(from, from + dimensions), c * dimensions);
  }
  for (let round = 0; round < rounds; round++) {
    for (let item = 0; item < items; item++) cluster[item] = nearest(vectors, item * dimensions, centres, dimensions);
    centres.fill(0);
    for (let item = 0; item < items; item++) {
      const to = cluster[item]! * dimensions;
      for (let i = 0; i < dimensions; i++) centres[to + i]! += vectors[item * dimensions + i]! * weights[item]!;
    }
    normalise(centres, dimensions);
  }
  return { cluster, centres };
}

function nearest(vectors: Float32Array, at: number, centres: Float32Array, dimensions: number): number {
  let best = 0;
  let bestDot = -Infinity;
  for (let from = 0, c = 0; from < centres.length; from += dimensions, c++) {
    let dot = 0;
    for (let i = 0; i < dimensions; i++) dot += vectors[at + i]! * centres[from + i]!;
    if (dot > bestDot) {
      bestDot = dot;
      best = c;
    }
  }
  return best;
}
