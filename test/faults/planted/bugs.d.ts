/** A known bug of Kafka clients, as a change of one place of odradek's source. */
export interface PlantedBug {
  readonly name: string
  /** From the root of the repository. */
  readonly file: string
  /** Is there exactly once. */
  readonly find: string
  readonly replace: string
  /** Tests of which at least one fails when the bug is planted: a pattern of paths, for jest. */
  readonly scenarios: string
}

export const bugs: readonly PlantedBug[]
