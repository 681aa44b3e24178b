import type { Toolbox } from './annotators.js';
import type { InputFile } from './find/input-file.js';
import { type Job, viewOf } from './job.js';
import { PartRunner } from './part.js';
import { queriesOf } from './queries.js';

/**
 * Whether a query that found nothing would find something with its marks set aside; reads the files again, up to the first hit.
 * Standard input cannot be read again, so there it is not known.
 */
export async function foldingFinds(job: Job, files: readonly InputFile[], toolbox: Toolbox): Promise<boolean> {
  if (job.options.match === 'fold' || files.some(file => file.open === '-')) return false;
  const folded: Job = { ...job, command: 'search', view: 'search/1', options: { ...job.options, match: 'fold', silent: true } };
  const runner = new PartRunner(await viewOf(folded), folded, toolbox, await queriesOf(folded, toolbox));
  let found = false;
  await runner.run(
    { files },
    {
      rows: () => {
        found = true;
      },
      doc: () => {},
      file: () => {},
      batch: async () => found,
    },
  );
  return found;
}
