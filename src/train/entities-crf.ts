import { isClosed, isOpening, LABELS, mayFollow } from '../annotate/entities/labels.js';
import { createRandom } from './entities-random.js';
import type { Sample } from './entities-samples.js';

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Share of a unit's features that each step leaves out. */
  readonly dropout: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

export interface CrfWeights {
  /** `[feature * LABELS + label]` */
  readonly rows: Float32Array;
  /** `[before * LABELS + after]` */
  readonly transitions: Float32Array;
}

/**
 * Trains a linear-chain conditional random field by stochastic gradient steps of AdaGrad on the log-likelihood, a line a step.
 * Only sequences of labels that make whole mentions have a probability.
 */
export function trainCrf(samples: readonly Sample[], features: number, options: CrfOptions): CrfWeights {
  const { epochs, dropout, seed } = options;
  const random = createRandom(seed);
  const rows = new Float32Array(features * LABELS);
  const rowSquares = new Float32Array(features * LABELS).fill(1e-3);
  const transitions = new Float32Array(LABELS * LABELS);
  const transitionSquares = new Float32Array(LABELS * LABELS).fill(1e-3);
  const rowSums = new Float32Array(features * LABELS);
  const transitionSums = new Float32Array(LABELS * LABELS);
  const averaged = Math.max(1, Math.floor(epochs * 0.4));
  const order = samples.map((_, i) => i);
  const longest = samples.reduce((most, sample) => Math.max(most, sample.labels.length), 1);
  const mostFeatures = samples.reduce((most, sample) => Math.max(most, sample.features.length), 1);
  const lattice = createLattice(longest);
  const kept = new Int32Array(mostFeatures);
  const keptBegin = new Int32Array(longest + 1);
  const keep = 1 - dropout;

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    const rate = options.rate * (1 - (0.9 * epoch) / epochs);
    for (const number of order) {
      const sample = samples[number]!;
      const length = sample.labels.length;
      if (length === 0) continue;
      const { scores, units } = lattice;
      scores.fill(0, 0, length * LABELS);
      let count = 0;
      for (let i = 0; i < length; i++) {
        keptBegin[i] = count;
        for (let f = sample.begin[i]!; f < sample.begin[i + 1]!; f++) {
          if (random() >= keep) continue;
          const row = sample.features[f]! * LABELS;
          kept[count++] = row;
          for (let label = 0; label < LABELS; label++) scores[i * LABELS + label]! += rows[row + label]!;
        }
      }
      keptBegin[length] = count;
      const scale = 1 / keep;
      for (let i = 0; i < length * LABELS; i++) scores[i]! *= scale;
      loss += lattice.run(transitions, sample.labels);
      for (let i = 0; i < length; i++) {
        for (let label = 0; label < LABELS; label++) {
          const gradient = units[i * LABELS + label]!;
          if (gradient < 1e-4 && gradient > -1e-4) continue;
          const square = gradient * gradient;
          for (let f = keptBegin[i]!; f < keptBegin[i + 1]!; f++) {
            const at = kept[f]! + label;
            const sum = rowSquares[at]! + square;
            rowSquares[at] = sum;
            rows[at]! -= (rate * gradient) / Math.sqrt(sum);
          }
        }
      }
      for (let at = 0; at < transitions.length; at++) {
        const gradient = lattice.steps[at]!;
        if (gradient === 0) continue;
        transitionSquares[at]! += gradient * gradient;
        transitions[at]! -= (rate * gradient) / Math.sqrt(transitionSquares[at]!);
      }
    }
    if (epoch >= epochs - averaged) {
      for (let at = 0; at < rows.length; at++) rowSums[at]! += rows[at]! / averaged;
      for (let at = 0; at < transitions.length; at++) transitionSums[at]! += transitions[at]! / averaged;
    }
    options.onEpoch?.(epoch, loss);
  }
  return { rows: rowSums, transitions: transitionSums };
}

/** The mean of several trainings on the same features: what one owes to its order and dropout evens out. */
export function meanWeights(trainings: readonly CrfWeights[]): CrfWeights {
  const mean = (of: (weights: CrfWeights) => Float32Array): Float32Array =>
    of(trainings[0]!).map((_, at) => trainings.reduce((sum, weights) => sum + of(weights)[at]!, 0) / trainings.length);
  return { rows: mean(weights => weights.rows), transitions: mean(weights => weights.transitions) };
}

interface Lattice {
  /** In: the units' scores. */
  readonly scores: Float64Array;
  /** Out: probability minus truth, per unit and label, and per step between labels. */
  readonly units: Float64Array;
  readonly steps: Float64Array;
  /** Says the negative log-likelihood of `truth`. */
  run(transitions: Float32Array, truth: Uint8Array): number;
}

/** Forward and backward sums over all sequences of whole mentions, scaled a unit at a time. */
function createLattice(longest: number): Lattice {
  const scores = new Float64Array(longest * LABELS);
  const exps = new Float64Array(longest * LABELS);
  const forward = new Float64Array(longest * LABELS);
  const backward = new Float64Array(longest * LABELS);
  const units = new Float64Array(longest * LABELS);
  const steps = new Float64Array(LABELS * LABELS);
  const stepExps = new Float64Array(LABELS * LABELS);
  const norms = new Float64Array(longest);
  const pairs: number[] = [];
  for (let before = 0; before < LABELS; before++) {
    for (let after = 0; after < LABELS; after++) if (mayFollow(before, after)) pairs.push(before * LABELS + after);
  }
  const pairBefore = Uint8Array.from(pairs, pair => Math.floor(pair / LABELS));
  const pairAfter = Uint8Array.from(pairs, pair => pair % LABELS);

  return {
    scores,
    units,
    steps,
    run(transitions, truth) {
      const length = truth.length;
      let logSum = 0;
      for (const pair of pairs) stepExps[pair] = Math.exp(transitions[pair]!);
      for (let i = 0; i < length; i++) {
        let most = -Infinity;
        for (let label = 0; label < LABELS; label++) most = Math.max(most, scores[i * LABELS + label]!);
        for (let label = 0; label < LABELS; label++) exps[i * LABELS + label] = Math.exp(scores[i * LABELS + label]! - most);
        logSum += most;
      }
      for (let label = 0; label < LABELS; label++) forward[label] = isOpening(label) ? exps[label]! : 0;
      for (let i = 0; ; i++) {
        const row = i * LABELS;
        let norm = 0;
        for (let label = 0; label < LABELS; label++) norm += forward[row + label]!;
        norms[i] = norm;
        logSum += Math.log(norm);
        for (let label = 0; label < LABELS; label++) forward[row + label]! /= norm;
        if (i === length - 1) break;
        const next = row + LABELS;
        forward.fill(0, next, next + LABELS);
        for (let p = 0; p < pairs.length; p++) forward[next + pairAfter[p]!]! += forward[row + pairBefore[p]!]! * stepExps[pairs[p]!]!;
        for (let label = 0; label < LABELS; label++) forward[next + label]! *= exps[next + label]!;
      }
      const end = (length - 1) * LABELS;
      let closed = 0;
      for (let label = 0; label < LABELS; label++) {
        backward[end + label] = isClosed(label) ? 1 : 0;
        closed += backward[end + label]! * forward[end + label]!;
      }
      logSum += Math.log(closed);
      for (let label = 0; label < LABELS; label++) backward[end + label]! /= closed;
      steps.fill(0);
      for (let i = length - 1; i > 0; i--) {
        const row = i * LABELS;
        const previous = row - LABELS;
        backward.fill(0, previous, row);
        const norm = norms[i]!;
        for (let p = 0; p < pairs.length; p++) {
          const before = previous + pairBefore[p]!;
          const after = row + pairAfter[p]!;
          const reach = (stepExps[pairs[p]!]! * exps[after]! * backward[after]!) / norm;
          backward[before]! += reach;
          steps[pairs[p]!]! += forward[before]! * reach;
        }
      }
      for (let i = 0; i < length * LABELS; i++) units[i] = forward[i]! * backward[i]!;
      let score = 0;
      for (let i = 0; i < length; i++) {
        units[i * LABELS + truth[i]!]! -= 1;
        score += scores[i * LABELS + truth[i]!]!;
        if (i === 0) continue;
        const pair = truth[i - 1]! * LABELS + truth[i]!;
        steps[pair]! -= 1;
        score += transitions[pair]!;
      }
      return logSum - score;
    },
  };
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [items[i], items[other]] = [items[other]!, items[i]!];
  }
}
