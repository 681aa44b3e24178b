import type { Collector, Delivery } from './collect.js';
import type { InputFile } from './find/input-file.js';
import type { PartRunner } from './part.js';

/** The event loop turns at least this often (milliseconds), so that a signal is heard. */
const TURN = 50;

/** Works off all files on this thread. */
export async function runInline(
  runner: PartRunner,
  files: readonly InputFile[],
  collector: Collector,
  delivery: Delivery,
  progress: (bytes: number) => void,
): Promise<void> {
  const underscore = await runner.underscoreText();
  let turned = Date.now();
  const result = await runner.run(
    { files },
    {
      rows: rows => collector.rows(rows),
      doc: doc => underscore?.add(doc),
      batch: async bytes => {
        progress(bytes);
        if (underscore !== undefined) delivery.bytes(underscore.take());
        const gone = await delivery.drained();
        if (Date.now() - turned > TURN) {
          await new Promise(resolve => setImmediate(resolve));
          turned = Date.now();
        }
        return gone;
      },
      file: file => collector.file(file),
    },
  );
  collector.take(result);
}
