import type { Annotators } from '../../src/run/analyse.js';
import { Analyser } from '../../src/run/analyse.js';
import { loadToolbox } from '../../src/run/annotators.js';
import { resourcesIn } from '../../src/run/resources.js';
import { ALL_LAYERS, JOB } from '../support/job.js';

export const resources = resourcesIn(new URL('../../src/data/', import.meta.url));
export const toolbox = await loadToolbox(resources, { ...JOB, query: '' }, ALL_LAYERS);

export function analyserWith(annotators: Annotators = toolbox): Analyser {
  return new Analyser(annotators, { needs: ALL_LAYERS, refDate: '2025-06-15', where: undefined, query: undefined });
}
