/** A copy that does not keep the text alive that it was cut from: V8's slices of 13 units and more point into their parent. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
