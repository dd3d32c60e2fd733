/** Gives out producer ids, each once in the life of a cluster. */
export class ProducerIdAllocator {
  private next = 0n

  allocate(): bigint {
    return this.next++
  }
}
