type ViewConstructor = new (memory: ArrayBufferLike, byteOffset: number, length: number) => Buffer

/**
 * The class of what `subarray` gives: making one directly takes a third of the time, and records are views of the fetched bytes, two a
 * record.
 */
const View = (Buffer as unknown as { readonly [Symbol.species]?: ViewConstructor })[Symbol.species] ?? undefined

/**
 * A view of a part of some memory, as `Buffer.from(memory, byteOffset, length)`.
 * @param length must lie within the memory
 */
export const viewOf: (memory: ArrayBufferLike, byteOffset: number, length: number) => Buffer =
  View !== undefined && new View(new ArrayBuffer(2), 1, 1) instanceof Buffer
    ? (memory, byteOffset, length) => new View(memory, byteOffset, length)
    : (memory, byteOffset, length) => Buffer.from(memory as ArrayBuffer, byteOffset, length)
