import type { ICustomPartitioner } from '../../types/producer'
import { keyedPartitioner } from './keyed-partitioner'
import { legacyMurmur2 } from './legacy-murmur2'
import { murmur2 } from './murmur2'

/** Keys go where the Java client (and every client that does as it does) puts them; messages without key in turn. */
export const DefaultPartitioner: ICustomPartitioner = keyedPartitioner(key =>
  // KafkaJS hashes the text of anything that is neither text nor bytes.
  murmur2(typeof key === 'string' || (key as unknown) instanceof Uint8Array ? key : String(key))
)

/** Keys go where KafkaJS 1 put them; messages without key in turn. */
export const LegacyPartitioner: ICustomPartitioner = keyedPartitioner(legacyMurmur2)

/** The partitioners that come with the client, for `createPartitioner`. */
export const Partitioners = {
  DefaultPartitioner,
  LegacyPartitioner,
  /** Another name of {@link DefaultPartitioner}. */
  JavaCompatiblePartitioner: DefaultPartitioner
} as const
