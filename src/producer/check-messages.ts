import { KafkaJSNonRetriableError } from '../errors/kafkajs-error'
import { KafkaUsageError } from '../errors/usage-errors'
import { parseTimestamp } from '../protocol/records/timestamp'
import type { TopicMessages } from '../types/producer'
import type { CallSettings } from './record-accumulator'

/** Of calls that say nothing, which are most. */
const defaultSettings: CallSettings = Object.freeze({ acks: -1, timeoutMs: 30_000, compression: 0 })

const notApplied = { outcome: 'not-applied' } as const

/**
 * Checks what `sendBatch` was given, before anything of it is kept: a call with one bad message sends none.
 * @throws KafkaJSNonRetriableError with KafkaJS's words for what KafkaJS checks, else KafkaUsageError; `outcome` is `not-applied`
 */
export function checkTopicMessages(topicMessages: readonly TopicMessages[]): void {
  if (!Array.isArray(topicMessages)) throw new KafkaUsageError(`topicMessages must be an array, not ${show(topicMessages)}`, notApplied)
  for (const entry of topicMessages as (TopicMessages | null | undefined)[]) {
    if (!entry?.topic) throw new KafkaJSNonRetriableError('Invalid topic', notApplied)
    if (typeof entry.topic !== 'string') throw new KafkaUsageError(`A topic must be text, not ${show(entry.topic)}`, notApplied)
  }
  for (const { topic, messages } of topicMessages) checkMessages(topic, messages)
}

/** Checks the messages for one topic; see {@link checkTopicMessages}. */
function checkMessages(topic: string, messages: TopicMessages['messages']): void {
  if (!Array.isArray(messages)) {
    throw new KafkaJSNonRetriableError(`Invalid messages array [${messages as unknown as string}] for topic "${topic}"`, notApplied)
  }
  for (let i = 0; i < messages.length; i++) {
    const message = messages[i]
    if (typeof message !== 'object' || message === null) throw wrong(topic, i, 'is not an object', message)
    const { key, value, headers, timestamp, partition } = message
    if (value === undefined) {
      throw new KafkaJSNonRetriableError(`Invalid message without value for topic "${topic}": ${show(message)}`, notApplied)
    }
    if (!isField(value)) throw wrong(topic, i, 'has a value that is neither Buffer, text nor null', value)
    if (key !== undefined && !isField(key)) throw wrong(topic, i, 'has a key that is neither Buffer, text nor null', key)
    if (headers !== undefined && headers !== null) checkHeaders(topic, i, headers)
    if (timestamp !== undefined) checkTimestamp(topic, i, timestamp)
    if (partition !== undefined && partition !== null && !isPartition(partition)) throw wrong(topic, i, 'has a bad partition', partition)
  }
}

/**
 * Settings of a call, completed.
 * @throws KafkaUsageError
 */
export function checkSettings(acks: unknown, timeout: unknown, compression: unknown): CallSettings {
  if ((acks === undefined || acks === -1) && timeout === undefined && compression === undefined) return defaultSettings
  const settings = { acks: acks ?? -1, timeoutMs: timeout ?? 30_000, compression: compression ?? 0 } as CallSettings
  if (settings.acks !== -1 && settings.acks !== 0 && settings.acks !== 1) {
    throw new KafkaUsageError(`acks must be -1 (all in-sync replicas), 1 (the leader) or 0 (none), not ${show(acks)}`, notApplied)
  }
  if (!Number.isInteger(settings.timeoutMs) || settings.timeoutMs < 0 || settings.timeoutMs > 0x7fff_ffff) {
    throw new KafkaUsageError(`timeout must be a whole number of milliseconds from 0 to 2147483647, not ${show(timeout)}`, notApplied)
  }
  if (!Number.isInteger(settings.compression) || settings.compression < 0 || settings.compression > 7) {
    throw new KafkaUsageError(`compression must be one of CompressionTypes, not ${show(compression)}`, notApplied)
  }
  return settings
}

function checkHeaders(topic: string, index: number, headers: unknown): void {
  if (typeof headers !== 'object' || Array.isArray(headers)) throw wrong(topic, index, 'has headers that are not an object', headers)
  for (const [name, value] of Object.entries(headers as object) as [string, unknown][]) {
    const good = Array.isArray(value) ? value.every(isHeaderValue) : isHeaderValue(value)
    if (!good) throw wrong(topic, index, `has a header "${name}" that is neither Buffer, text nor a list of those`, value)
  }
}

function checkTimestamp(topic: string, index: number, timestamp: string): void {
  try {
    parseTimestamp(timestamp, 0)
  } catch (error) {
    throw wrong(topic, index, 'has a bad timestamp', timestamp, error)
  }
}

function isField(value: unknown): boolean {
  return typeof value === 'string' || value === null || value instanceof Uint8Array
}

function isHeaderValue(value: unknown): boolean {
  return value === undefined || isField(value)
}

/** Decimal text is let through, as in KafkaJS. */
function isPartition(partition: unknown): boolean {
  const number = typeof partition === 'string' && partition !== '' ? Number(partition) : partition
  return Number.isInteger(number) && (number as number) >= 0
}

function wrong(topic: string, index: number, what: string, received: unknown, cause?: unknown): KafkaUsageError {
  return new KafkaUsageError(`Message ${index} for topic "${topic}" ${what}: ${show(received)}`, { ...notApplied, cause })
}

/** A value as text for a message; never throws. */
function show(value: unknown): string {
  try {
    const text = JSON.stringify(value) as string | undefined
    return (text ?? String(value)).slice(0, 1000)
  } catch {
    return Object.prototype.toString.call(value)
  }
}
