type Growing = Int32Array | Uint32Array | Uint8Array | Float32Array;

/**
 * The same numbers with room for `length` of them. New room holds zeros. It grows by a fifth: what is kept of a million people
 * would otherwise be half air, and moving it costs next to nothing.
 */
export function withRoom<A extends Growing>(array: A, length: number): A {
  if (length <= array.length) return array;
  const larger = Math.max(length, Math.ceil(array.length * 1.2), 64);
  const moved = new (array.constructor as new (length: number) => A)(larger);
  moved.set(array);
  return moved;
}

/** A list of whole numbers that is emptied and filled again without making garbage. */
export class IntBuffer {
  values = new Int32Array(32);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  push(value: number): void {
    if (this.length === this.values.length) this.values = withRoom(this.values, 2 * this.length);
    this.values[this.length++] = value;
  }

  append(from: Int32Array): void {
    this.values = withRoom(this.values, this.length + from.length);
    this.values.set(from, this.length);
    this.length += from.length;
  }
}
