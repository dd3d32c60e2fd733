import type { Partition } from './partition'

/** A topic; made again under the same name it is another one, with another id. */
export interface Topic {
  readonly name: string
  /** 22 characters of base64url. */
  readonly id: string
  /** By partition number. */
  readonly partitions: Partition[]
  readonly isInternal: boolean
}
