import { encodeConsumerProtocolSubscription } from '../../../src/protocol/generated/consumer-protocol-subscription'
import { Writer } from '../../../src/protocol/writer'

/** A consumer's subscription as it stands in JoinGroup. */
export function writeSubscription(
  topics: readonly string[],
  ownedPartitions: readonly { topic: string; partitions: number[] }[] = [],
  version = 1
): Buffer {
  const writer = new Writer()
  writer.int16(version)
  encodeConsumerProtocolSubscription(writer, { topics, ownedPartitions }, version)
  return Buffer.concat(writer.chunks())
}
