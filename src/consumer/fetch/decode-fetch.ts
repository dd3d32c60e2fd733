import type { DecodedMessage } from '../../protocol/records/decoded-message'
import type { CompletedFetch } from './completed-fetch'
import { FetchCursor } from './fetch-cursor'
import { FetchedMessages } from './batch'

/** All that a fetch brought, decoded. */
export interface DecodedFetch {
  readonly batch: FetchedMessages
  /** Offset after what `batch` covers. */
  readonly nextOffset: number
  /** False when what comes next cannot be read. */
  readonly isWhole: boolean
}

/**
 * Decodes a fetch from an offset on. What comes before something unreadable is given out first.
 * @throws KafkaDecodeError when the very first thing cannot be read
 */
export async function decodeFetch(fetch: CompletedFetch, fromOffset: number): Promise<DecodedFetch> {
  const cursor = new FetchCursor(fetch, fromOffset)
  const messages: DecodedMessage[] = []
  let isWhole = true
  try {
    for (let records = cursor.next(); records !== undefined; records = cursor.next()) {
      const ready = records instanceof Promise ? await records : records
      for (let message = ready.next(); message !== undefined; message = ready.next()) messages.push(message)
    }
  } catch (error) {
    if (cursor.position === fromOffset) throw error
    isWhole = false
    // Records of the batch that broke in its middle are not given out: they come again with the whole of it.
    while (messages.length > 0 && Number(messages[messages.length - 1].offset) >= cursor.position) messages.pop()
  }
  const nextOffset = isWhole ? fetch.nextOffset : cursor.position
  const { topic, partition, highWatermark } = fetch
  const batch = new FetchedMessages({ topic, partition, fromOffset, nextOffset, highWatermark, messages, hasDropped: cursor.hasDropped })
  return { batch, nextOffset, isWhole }
}
