import { isPromise } from '../compression/is-promise'
import { decompressRecords } from '../compression/decompress-records'
import { repairLz4Frame } from '../compression/lz4-frame'
import { corruptRecord } from './corrupt-record'
import type { DecodedHeaders, DecodedMessage } from './decoded-message'
import { LegacyBatch, messageHeaderBytes, messageOffsets } from './legacy-batch'
import type { RecordCursor } from './record-cursor'

const lz4 = 3

/** The messages of one message of magic 0 or 1: itself, or those of a wrapper. */
class MessageCursor implements RecordCursor {
  readonly #messages: DecodedMessage[]
  #next = 0

  constructor(messages: DecodedMessage[]) {
    this.#messages = messages
  }

  next(): DecodedMessage | undefined {
    return this.#messages[this.#next++]
  }
}

/**
 * Opens a message of magic 0 or 1 whose checksum has been verified.
 * @param fromOffset messages below it are left out
 * @throws KafkaCorruptRecordError; KafkaDecompressionError
 */
export function openMessage(batch: LegacyBatch, fromOffset: number | bigint, maxBytes: number): RecordCursor | Promise<RecordCursor> {
  if (batch.compression === 0) {
    const offset = batch.exactBaseOffset
    return new MessageCursor(offset < fromOffset ? [] : [toMessage(batch, batch, offset)])
  }
  const { value } = content(batch)
  if (value === null) throw corruptRecord('compressed message without a value', batch.source, batch.exactBaseOffset)
  const compressed = batch.magic === 0 && batch.compression === lz4 ? repairLz4Frame(value) : value
  const data = decompressRecords(batch.compression, compressed, maxBytes, batch)
  return isPromise(data)
    ? data.then(bytes => new MessageCursor(unwrap(batch, bytes, fromOffset)))
    : new MessageCursor(unwrap(batch, data, fromOffset))
}

/**
 * The messages in a wrapper. In magic 0 they have their own offsets; in magic 1 relative ones (0, 1, 2 …, with gaps after compaction),
 * and the wrapper has that of the last one, so that the broker need not recompress to set offsets (KIP-31).
 */
function unwrap(wrapper: LegacyBatch, bytes: Buffer, fromOffset: number | bigint): DecodedMessage[] {
  const inner: LegacyBatch[] = []
  for (let at = 0; at < bytes.length; ) {
    const left = bytes.length - at
    if (left <= messageOffsets.attributes) throw corrupt(`${left} bytes after the last message of a wrapper`)
    const end = at + messageOffsets.crc + bytes.readInt32BE(at + messageOffsets.size)
    if (end <= at + messageOffsets.attributes || end > bytes.length) {
      throw corrupt(`message of ${end - at - messageOffsets.crc} bytes in a wrapper, ${left} left`)
    }
    if (bytes.readInt8(at + messageOffsets.magic) !== wrapper.magic) throw corrupt('messages of another format in a wrapper')
    const message = new LegacyBatch(bytes.subarray(at, end), wrapper.source, wrapper.checkCrcs)
    if (message.compression !== 0) throw corrupt('wrapper in a wrapper')
    message.verify()
    inner.push(message)
    at = end
  }
  if (inner.length === 0) throw corrupt('wrapper without messages')
  const base = wrapper.magic === 0 ? 0n : wrapper.exactBaseOffset - inner[inner.length - 1].exactBaseOffset
  const messages: DecodedMessage[] = []
  for (const message of inner) {
    const offset = base + message.exactBaseOffset
    if (offset < 0n || offset > wrapper.exactBaseOffset) throw corrupt(`offset ${offset} in a wrapper`)
    if (offset >= fromOffset) messages.push(toMessage(message, wrapper, offset))
  }
  return messages

  function corrupt(reason: string): Error {
    return corruptRecord(reason, wrapper.source, wrapper.exactBaseOffset)
  }
}

function toMessage(message: LegacyBatch, outer: LegacyBatch, offset: bigint): DecodedMessage {
  const { key, value } = content(message)
  const { context } = outer
  return {
    magicByte: message.magic,
    attributes: message.attributes,
    // A broker that sets the time sets it on the wrapper alone.
    timestamp: outer.timestampType === 'logAppendTime' ? context.maxTimestamp : message.context.firstTimestamp,
    offset: String(offset),
    key,
    value,
    headers: Object.create(null) as DecodedHeaders,
    isControlRecord: false,
    batchContext: context,
    size: message.bytes.length - messageOffsets.crc
  }
}

function content(message: LegacyBatch): { key: Buffer | null; value: Buffer | null } {
  const { bytes, magic } = message
  let at: number = messageHeaderBytes[magic]
  const field = (): Buffer | null => {
    if (bytes.length - at < 4) throw corruptRecord('message ends before its value', message.source, message.exactBaseOffset)
    const length = bytes.readInt32BE(at)
    at += 4
    if (length === -1) return null
    if (length < 0 || length > bytes.length - at) {
      throw corruptRecord(`field of ${length} bytes, ${bytes.length - at} left in the message`, message.source, message.exactBaseOffset)
    }
    at += length
    return bytes.subarray(at - length, at)
  }
  const key = field()
  const value = field()
  if (at !== bytes.length) throw corruptRecord(`${bytes.length - at} bytes after the value`, message.source, message.exactBaseOffset)
  return { key, value }
}
