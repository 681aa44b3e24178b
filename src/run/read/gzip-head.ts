/** Whether bytes begin as gzip does; apart from `gunzip.ts`, whose library is loaded only for such files. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}
