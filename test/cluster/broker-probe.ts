import net from 'node:net'

// Two requests written by hand, in versions that every broker under test knows, so that what the harness waits for does not rest on
// the codecs that the tests are about: Metadata v4 (the first that can ask without creating topics) and FindCoordinator v1.
const metadataKey = 3
const findCoordinatorKey = 10
const answerDeadlineMs = 3_000

/** One partition as a broker sees it. `leader` is −1 while there is none. */
export interface PartitionView {
  partition: number
  errorCode: number
  leader: number
  replicas: number[]
  isr: number[]
}

/** What one broker answers to Metadata. */
export interface MetadataView {
  brokers: { nodeId: number; host: string; port: number }[]
  controllerId: number
  topics: Map<string, { errorCode: number; partitions: PartitionView[] }>
}

class AnswerReader {
  private offset = 0

  constructor(private readonly bytes: Buffer) {}

  int8(): number {
    return this.bytes.readInt8(this.offset++)
  }

  int16(): number {
    this.offset += 2
    return this.bytes.readInt16BE(this.offset - 2)
  }

  int32(): number {
    this.offset += 4
    return this.bytes.readInt32BE(this.offset - 4)
  }

  string(): string | null {
    const length = this.int16()
    if (length < 0) return null
    this.offset += length
    return this.bytes.toString('utf8', this.offset - length, this.offset)
  }

  array<T>(item: () => T): T[] {
    return Array.from({ length: this.int32() }, item)
  }
}

/** Metadata as the broker on `port` has it, of the topics given; `topics: []` asks for the brokers alone. Creates no topic. */
export async function probeMetadata(port: number, topics: readonly string[]): Promise<MetadataView> {
  const reader = await ask(port, metadataKey, 4, Buffer.concat([int32(topics.length), ...topics.map(string), Buffer.from([0])]))
  reader.int32() // throttle time
  const brokers = reader.array(() => {
    const broker = { nodeId: reader.int32(), host: reader.string() ?? '', port: reader.int32() }
    reader.string() // rack
    return broker
  })
  reader.string() // cluster id
  const controllerId = reader.int32()
  const seen: MetadataView['topics'] = new Map()
  reader.array(() => {
    const errorCode = reader.int16()
    const name = reader.string() ?? ''
    reader.int8() // is internal
    const partitions = reader.array(() => ({
      errorCode: reader.int16(),
      partition: reader.int32(),
      leader: reader.int32(),
      replicas: reader.array(() => reader.int32()),
      isr: reader.array(() => reader.int32())
    }))
    seen.set(name, { errorCode, partitions: partitions.sort((a, b) => a.partition - b.partition) })
  })
  return { brokers, controllerId, topics: seen }
}

/** Node id of the coordinator of a group as the broker on `port` has it; undefined while there is none. */
export async function probeCoordinator(port: number, groupId: string): Promise<number | undefined> {
  const reader = await ask(port, findCoordinatorKey, 1, Buffer.concat([string(groupId), Buffer.from([0])]))
  reader.int32() // throttle time
  const errorCode = reader.int16()
  reader.string() // error message
  const nodeId = reader.int32()
  return errorCode === 0 ? nodeId : undefined
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function string(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([int16(bytes.length), bytes])
}

function ask(port: number, apiKey: number, version: number, body: Buffer): Promise<AnswerReader> {
  const head = Buffer.concat([int16(apiKey), int16(version), int32(1), string('harness-probe')])
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: answerDeadlineMs })
    let received = Buffer.alloc(0)
    socket.once('connect', () => socket.write(Buffer.concat([int32(head.length + body.length), head, body])))
    socket.on('data', chunk => {
      received = Buffer.concat([received, chunk])
      if (received.length < 4 || received.length < 4 + received.readInt32BE(0)) return
      socket.destroy()
      resolve(new AnswerReader(received.subarray(8)))
    })
    socket.once('timeout', () => socket.destroy(new Error(`No answer on port ${port} within ${answerDeadlineMs} ms`)))
    socket.once('error', reject)
    socket.once('close', () => reject(new Error(`The broker on port ${port} closed the connection`)))
  })
}
