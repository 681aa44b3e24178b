import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  lstatSync,
  openSync,
  readlinkSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { NewsError } from '../model/news-error.js';
import { isClosedPipe, type Sink, writeError, writeWhole } from './output-sink.js';

/** Opens the file that `--output` names. @throws NewsError when it cannot be made. */
export function openFileSink(path: string): Sink {
  try {
    const old = statSync(path, { throwIfNoEntry: false });
    if (old?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    // By its own name: where the links of /dev/stdout and /dev/fd/63 lead, no file has a name.
    return old === undefined || old.isFile() ? replacingSink(path, finalTarget(path), old) : directSink(path);
  } catch (error) {
    throw writeError(error, path);
  }
}

const MOST_LINKS = 40;

/** Where a chain of links ends, be there a file or not. */
function finalTarget(path: string): string {
  let target = path;
  for (let i = 0; i < MOST_LINKS; i++) {
    if (!lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) return target;
    target = resolve(dirname(target), readlinkSync(target));
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
}

/** A new file beside the target, that takes its name when it is complete. */
function replacingSink(path: string, target: string, old: Stats | undefined): Sink {
  const { fd, name } = openBeside(target);
  let open = true;
  const discard = () => {
    if (!open) return;
    open = false;
    closeSync(fd);
    unlinkSync(name);
  };
  if (old !== undefined) keepOwnerAndMode(fd, old);
  return {
    path,
    patience: Number.POSITIVE_INFINITY,
    closed: false,
    write(bytes) {
      if (!open) throw new NewsError('EBADF', `cannot write ${path}: it is closed`);
      try {
        writeWhole(fd, bytes);
      } catch (error) {
        discard();
        throw error;
      }
    },
    close() {
      if (!open) return;
      open = false;
      try {
        closeSync(fd);
        renameSync(name, target);
      } catch (error) {
        unlinkSync(name);
        throw error;
      }
    },
    abort: discard,
  };
}

function openBeside(target: string): { fd: number; name: string } {
  for (let attempt = 0; ; attempt++) {
    const name = join(dirname(target), `.newscli-${process.pid}-${attempt}.tmp`);
    try {
      return { fd: openSync(name, 'wx'), name };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 1000) throw error;
    }
  }
}

/** The owner first: giving a file away clears bits of its mode. */
function keepOwnerAndMode(fd: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(fd, uid, gid);
  } catch {
    // only the superuser may; the file is then the writer's
  }
  fchmodSync(fd, mode & 0o7777);
}

/** For the reader of a FIFO, in milliseconds. */
const PATIENCE = 100;

/** A device or a FIFO. Opening a FIFO waits for its reader, without holding up signals. */
function directSink(path: string): Sink {
  let opening: Promise<FileHandle> | undefined;
  let closed = false;
  return {
    path,
    patience: PATIENCE,
    get closed() {
      return closed;
    },
    async write(bytes) {
      opening ??= open(path, constants.O_WRONLY);
      const file = await opening;
      try {
        for (let from = 0; from < bytes.length; ) from += (await file.write(bytes, from)).bytesWritten;
      } catch (error) {
        if (!isClosedPipe(error)) throw error;
        closed = true;
      }
    },
    async close() {
      opening ??= open(path, constants.O_WRONLY);
      await (await opening).close();
    },
    abort() {
      void opening?.then(file => file.close()).catch(() => {});
    },
  };
}
