import { Command as Commander, CommanderError } from 'commander';
import { NewsError } from '../model/news-error.js';
import type { Host } from './host.js';

/** `newscli train words|entities`: makes the shipped models from labelled files. Returns the exit code. */
export async function train(words: readonly string[], host: Host): Promise<number> {
  const say = (line: string) => host.stderr.write(`${line}\n`);
  const program = new Commander('newscli train').description('Make the models from labelled files. The same files give the same bytes.');
  for (const command of [trainWordsCommand(say), trainEntitiesCommand(say)]) program.addCommand(command);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().helpOption('-h, --help', 'print this help');
    command.configureOutput({ writeOut: text => host.stdout.write(text), writeErr: () => {} });
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') {
      host.stderr.write(program.helpInformation());
      return 2;
    }
    throw new NewsError('USAGE', error.message.replace(/^error: /, '').replaceAll("'", '"'), {
      hint: 'see newscli train --help for the options',
    });
  }
  return 0;
}

function trainWordsCommand(say: (line: string) => void): Commander {
  return new Commander('words')
    .description('the model of word segmentation')
    .option('--silver <file...>', 'news that a program segmented: a sentence a line, the syllables of a word joined by "_"', [])
    .requiredOption('--gold <file...>', 'text that people segmented, the same way or as CoNLL-U')
    .option('--dev <file...>', 'held out: measured, never learned', [])
    .option('--dictionary <file...>', 'words, one a line', [])
    .requiredOption('-o, --output <file>', 'the model to write')
    .action(async files => (await import('../run/train.js')).trainWordsFromFiles(files, say));
}

function trainEntitiesCommand(say: (line: string) => void): Commander {
  return new Commander('entities')
    .description('the model of the named-entity recogniser')
    .requiredOption('--train <file...>', 'labelled lines: jsonl of text and entities')
    .option('--dev <file...>', 'held out: a model is measured on them, then they are learned too', [])
    .option('--news <file...>', 'unlabelled news, a line each; labelled lines in it are left out', [])
    .option('--gazetteer <file...>', 'rows of name, type, kind, aliases', [])
    .requiredOption('-o, --output <file>', 'the model to write')
    .action(async files => (await import('../run/train.js')).trainEntitiesFromFiles(files, say));
}
