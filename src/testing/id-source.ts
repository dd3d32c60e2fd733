import { createHash } from 'node:crypto'

/**
 * Ids of topics and members. They look like random ones, but follow from the cluster's id and from how many there were before, so that
 * two clusters of the same id that are asked the same give the same answers.
 */
export class IdSource {
  private count = 0

  constructor(private readonly clusterId: string) {}

  /** A UUID of version 4 as text with dashes. */
  uuid(): string {
    const hex = this.bytes().toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }

  /** A UUID as 22 characters of base64url. As Kafka's own it never begins with a dash, which tools would take for an option. */
  shortUuid(): string {
    for (;;) {
      const id = this.bytes().toString('base64url')
      if (!id.startsWith('-')) return id
    }
  }

  private bytes(): Buffer {
    const bytes = createHash('sha256')
      .update(`${this.clusterId}/${this.count++}`)
      .digest()
      .subarray(0, 16)
    bytes[6] = (bytes[6] & 0x0f) | 0x40
    bytes[8] = (bytes[8] & 0x3f) | 0x80
    return bytes
  }
}
