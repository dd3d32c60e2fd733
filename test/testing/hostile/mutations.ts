/** A stream of numbers that its seed decides. */
export class Chance {
  constructor(private state: number) {}

  /** From 0 up to but not including 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }

  /** From 0 up to but not including `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]
  }
}

type Mutation = (bytes: Buffer, chance: Chance) => Buffer

/** Numbers that lengths, counts and ids do not like. */
const odd32 = [-1, -2, 0, 1, 0x7fffffff, -0x80000000, 1_000_000, 104_857_600, 0x10000]
const odd16 = [-1, -2, 0, 0x7fff, -0x8000, 250]
const oddVarints = [[0xff, 0xff, 0xff, 0xff, 0x0f], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x80, 0x80, 0x80, 0x80, 0x08], [0xff, 0x7f], [0]]

const mutations: readonly Mutation[] = [
  // a bit
  (bytes, chance) => {
    if (bytes.length > 0) bytes[chance.below(bytes.length)] ^= 1 << chance.below(8)
    return bytes
  },
  // a byte
  (bytes, chance) => {
    if (bytes.length > 0) bytes[chance.below(bytes.length)] = chance.below(256)
    return bytes
  },
  (bytes, chance) => {
    if (bytes.length >= 4) bytes.writeInt32BE(chance.pick(odd32), chance.below(bytes.length - 3))
    return bytes
  },
  (bytes, chance) => {
    if (bytes.length >= 2) bytes.writeInt16BE(chance.pick(odd16), chance.below(bytes.length - 1))
    return bytes
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(chance.pick(oddVarints)), bytes.subarray(at)])
  },
  // less
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  // more
  (bytes, chance) => Buffer.concat([bytes, smallBytes(chance, chance.below(40))]),
  // a piece of it twice
  (bytes, chance) => {
    const from = chance.below(bytes.length + 1)
    const piece = bytes.subarray(from, from + chance.below(30))
    return Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(from)])
  },
  // a piece out of it
  (bytes, chance) => {
    const from = chance.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + chance.below(8))])
  }
]

/** Bytes that are mostly small numbers: as counts and lengths they often fit, so that much of a request made of them is understood. */
export function smallBytes(chance: Chance, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => (chance.below(10) === 0 ? chance.below(256) : chance.below(5))))
}

/** Changes bytes in up to three ways; now and then not at all. */
export function mutate(bytes: Buffer, chance: Chance): Buffer {
  let changed = Buffer.from(bytes)
  for (let times = chance.below(4); times > 0; times--) changed = Buffer.from(chance.pick(mutations)(changed, chance))
  return changed
}
