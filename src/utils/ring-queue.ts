/** A first-in, first-out queue on a ring that grows by doubling: push, shift and peek take constant time. */
export class RingQueue<T> {
  private items: (T | undefined)[]
  private head = 0
  private count = 0

  /** @param capacity slots to begin with; rounded up to a power of two */
  constructor(capacity = 16) {
    this.items = new Array<T | undefined>(2 ** Math.ceil(Math.log2(Math.max(2, capacity))))
  }

  get length(): number {
    return this.count
  }

  push(item: T): void {
    if (this.count === this.items.length) this.grow()
    this.items[(this.head + this.count) & (this.items.length - 1)] = item
    this.count++
  }

  /** Puts an item back at the front. */
  unshift(item: T): void {
    if (this.count === this.items.length) this.grow()
    this.head = (this.head - 1) & (this.items.length - 1)
    this.items[this.head] = item
    this.count++
  }

  shift(): T | undefined {
    if (this.count === 0) return undefined
    const item = this.items[this.head]
    this.items[this.head] = undefined
    this.head = (this.head + 1) & (this.items.length - 1)
    this.count--
    return item
  }

  peek(): T | undefined {
    return this.count === 0 ? undefined : this.items[this.head]
  }

  clear(): void {
    this.items.fill(undefined)
    this.head = 0
    this.count = 0
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.count; i++) yield this.items[(this.head + i) & (this.items.length - 1)] as T
  }

  private grow(): void {
    const bigger = new Array<T | undefined>(this.items.length * 2)
    for (let i = 0; i < this.count; i++) bigger[i] = this.items[(this.head + i) & (this.items.length - 1)]
    this.items = bigger
    this.head = 0
  }
}
