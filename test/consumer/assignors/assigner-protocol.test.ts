import { AssignerProtocol as KafkaJS } from 'kafkajs'
import { AssignerProtocol } from '../../../src/consumer/assignors/assigner-protocol'
import { encodeConsumerProtocolAssignment } from '../../../src/protocol/generated/consumer-protocol-assignment'
import { encodeConsumerProtocolSubscription } from '../../../src/protocol/generated/consumer-protocol-subscription'
import { Writer } from '../../../src/protocol/writer'

const subscriptions = [
  { version: 0, topics: ['a', 'b'] },
  { version: 1, topics: [], userData: Buffer.from('mine') },
  { version: 0, topics: ['topic-ä'], userData: Buffer.alloc(0) }
]
const assignments: { version: number; assignment: Record<string, number[]>; userData?: Buffer }[] = [
  { version: 0, assignment: { a: [0, 2, 4], b: [1] } },
  { version: 0, assignment: {} },
  { version: 1, assignment: { a: [0] }, userData: Buffer.from([1, 2]) }
]

describe('a subscription', () => {
  it.each(subscriptions.filter(({ version }) => version === 0))('has the bytes that KafkaJS writes (%j)', subscription => {
    expect(AssignerProtocol.MemberMetadata.encode(subscription)).toEqual(KafkaJS.MemberMetadata.encode(subscription as never))
  })

  it.each(subscriptions)('is read as KafkaJS reads it (%j)', subscription => {
    const bytes = KafkaJS.MemberMetadata.encode(subscription as never)
    if (subscription.version > 0)
      return expect(AssignerProtocol.MemberMetadata.decode(padded(bytes))).toMatchObject({ topics: subscription.topics })
    return expect({ ...AssignerProtocol.MemberMetadata.decode(bytes) }).toEqual(KafkaJS.MemberMetadata.decode(bytes))
  })

  it.each([0, 1, 2, 3])('of version %i is read, with and without user data', version => {
    for (const userData of [null, Buffer.from('x')]) {
      const bytes = written(version, writer =>
        encodeConsumerProtocolSubscription(writer, { topics: ['a'], userData, generationId: 7, rackId: 'r' }, version)
      )
      expect(AssignerProtocol.MemberMetadata.decode(bytes)).toEqual({ version, topics: ['a'], userData: userData ?? Buffer.alloc(0) })
    }
  })

  it('of a version that does not exist yet is read as far as it is known, and what follows is passed over', () => {
    const bytes = written(9, writer => encodeConsumerProtocolSubscription(writer, { topics: ['a'], generationId: 1 }, 3))
    expect(AssignerProtocol.MemberMetadata.decode(Buffer.concat([bytes, Buffer.from('news')])).topics).toEqual(['a'])
  })
})

describe('an assignment', () => {
  it.each(assignments)('has the bytes that KafkaJS writes, and is read back (%j)', assignment => {
    const bytes = AssignerProtocol.MemberAssignment.encode(assignment)
    expect(bytes).toEqual(KafkaJS.MemberAssignment.encode(assignment as never))
    const read = AssignerProtocol.MemberAssignment.decode(bytes)
    expect({ ...read, assignment: { ...read?.assignment } }).toEqual(KafkaJS.MemberAssignment.decode(bytes))
  })

  it('without bytes is none: that is what coordinators send to members without partitions (K11)', () => {
    expect(AssignerProtocol.MemberAssignment.decode(Buffer.alloc(0))).toBeNull()
  })

  it('takes a topic with the name of a property of all objects', () => {
    const bytes = written(0, writer =>
      encodeConsumerProtocolAssignment(writer, { assignedPartitions: [{ topic: '__proto__', partitions: [3] }] }, 0)
    )
    expect(Object.entries(AssignerProtocol.MemberAssignment.decode(bytes)?.assignment ?? {})).toEqual([['__proto__', [3]]])
  })

  it('with a topic that comes twice has the partitions of both', () => {
    const assignedPartitions = [
      { topic: 'a', partitions: [0] },
      { topic: 'a', partitions: [1] }
    ]
    const bytes = written(0, writer => encodeConsumerProtocolAssignment(writer, { assignedPartitions }, 0))
    expect(AssignerProtocol.MemberAssignment.decode(bytes)?.assignment['a']).toEqual([0, 1])
  })
})

it('says what is wrong with bytes that are no such thing', () => {
  expect(() => AssignerProtocol.MemberMetadata.decode(Buffer.from([0, 0, 0x7f, 0xff, 0xff, 0xff]))).toThrow(/KafkaDecodeError|array|bytes/)
})

function written(version: number, write: (writer: Writer) => void): Buffer {
  const writer = new Writer()
  writer.int16(version)
  write(writer)
  return Buffer.from(writer.toBuffer())
}

/** KafkaJS writes every version as if it were 0; version 1 has a list of owned partitions at its end. */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(4)])
}
