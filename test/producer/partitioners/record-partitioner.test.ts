import type { TopicMetadata } from '../../../src/cluster/partition-metadata'
import { murmur2 } from '../../../src/producer/partitioners/murmur2'
import { DefaultPartitioner, LegacyPartitioner, Partitioners } from '../../../src/producer/partitioners/partitioners'
import { recordPartitioner } from '../../../src/producer/partitioners/record-partitioner'
import type { Message } from '../../../src/types/messages'
import type { ICustomPartitioner, PartitionerArgs } from '../../../src/types/producer'

const kafkaJS = require('kafkajs').Partitioners as typeof Partitioners

function topicWith(leaders: number[], topic = 't'): TopicMetadata {
  const partitions = leaders.map((leader, partition) => ({
    partition,
    errorCode: leader < 0 ? 5 : 0,
    leader,
    leaderEpoch: 3,
    replicas: [1, 2],
    isr: [1],
    offlineReplicas: [2]
  }))
  return { topic, topicId: 'id', isInternal: false, errorCode: 0, partitions }
}

function assign(create: ICustomPartitioner, topic: TopicMetadata, messages: Message[]): number[] {
  const partitions = new Float64Array(messages.length)
  recordPartitioner(create).assign(topic, messages, partitions)
  return [...partitions]
}

const keys = Array.from({ length: 500 }, (_, i) => (i % 3 === 0 ? Buffer.from(`schlüssel-${i}`) : `schlüssel-${i}`))
const keyed = keys.map(key => ({ key, value: 'v' }))
const keyless = (count: number): Message[] => Array.from({ length: count }, (_, i) => ({ key: i % 2 === 0 ? null : undefined, value: 'v' }))

describe.each(['DefaultPartitioner', 'LegacyPartitioner', 'JavaCompatiblePartitioner'] as const)('%s', name => {
  it.each([1, 3, 7, 50])('puts keys where KafkaJS puts them, of %i partitions', count => {
    const topic = topicWith(Array.from({ length: count }, () => 1))
    const partition = kafkaJS[name]()
    const partitionMetadata = topic.partitions.map(({ partition: partitionId, leader }) => ({
      partitionId,
      leader
    })) as PartitionerArgs['partitionMetadata']
    const expected = keyed.map(message => partition({ topic: 't', partitionMetadata, message }))
    expect(assign(Partitioners[name], topic, keyed)).toEqual(expected)
    // The same by KafkaJS's interface, as an application that wraps it uses it.
    const own = Partitioners[name]()
    expect(keyed.map(message => own({ topic: 't', partitionMetadata, message }))).toEqual(expected)
  })

  it('counts partitions without a leader for keys: a key never moves', () => {
    expect(assign(Partitioners[name], topicWith([1, -1, -1]), keyed)).toEqual(assign(Partitioners[name], topicWith([1, 2, 3]), keyed))
  })

  it('takes turns over the partitions that have a leader when there is no key', () => {
    const given = assign(Partitioners[name], topicWith([1, -1, 2, 3]), keyless(300))
    expect(given.filter(partition => partition === 1)).toEqual([])
    for (const partition of [0, 2, 3]) expect(given.filter(each => each === partition)).toHaveLength(100)
    const own = Partitioners[name]()
    const partitionMetadata = [
      { partitionId: 0, leader: -1 },
      { partitionId: 1, leader: 4 }
    ] as PartitionerArgs['partitionMetadata']
    expect(keyless(4).map(message => own({ topic: 't', partitionMetadata, message }))).toEqual([1, 1, 1, 1])
  })

  it('takes turns over all partitions when none has a leader', () => {
    expect(new Set(assign(Partitioners[name], topicWith([-1, -1]), keyless(10)))).toEqual(new Set([0, 1]))
    const own = Partitioners[name]()
    const partitionMetadata = [
      { partitionId: 0, leader: -1 },
      { partitionId: 1, leader: -1 }
    ] as PartitionerArgs['partitionMetadata']
    expect(new Set(keyless(4).map(message => own({ topic: 't', partitionMetadata, message })))).toEqual(new Set([0, 1]))
  })

  it('goes on with the turn from call to call, and follows leaders', () => {
    const partitioner = recordPartitioner(Partitioners[name])
    const seen: number[] = []
    const one = new Float64Array(1)
    const three = topicWith([1, 2, 3])
    for (let i = 0; i < 6; i++) {
      partitioner.assign(three, [{ value: 'v' }], one)
      seen.push(one[0])
    }
    expect(new Set(seen.slice(0, 3))).toEqual(new Set([0, 1, 2]))
    expect(seen.slice(3)).toEqual(seen.slice(0, 3))
    partitioner.assign(topicWith([-1, -1, 3]), [{ value: 'v' }], one)
    expect(one[0]).toBe(2)
  })

  it('does as the message says', () => {
    const given = assign(Partitioners[name], topicWith([1, 1, 1]), [
      { partition: 2, key: 'a', value: '' },
      { partition: 0, value: '' },
      { partition: '1' as unknown as number, value: '' }
    ])
    expect(given).toEqual([2, 0, 1])
  })
})

it('begins turns anywhere', () => {
  const first = Array.from({ length: 60 }, () => assign(DefaultPartitioner, topicWith([1, 1, 1]), [{ value: 'v' }])[0])
  expect(new Set(first).size).toBe(3)
})

it('hashes keys as Java does by default', () => {
  const expected = keyed.map(({ key }) => (murmur2(key) & 0x7fff_ffff) % 11)
  expect(assign(DefaultPartitioner, topicWith(Array.from({ length: 11 }, () => 1)), keyed)).toEqual(expected)
  expect(Partitioners.JavaCompatiblePartitioner).toBe(Partitioners.DefaultPartitioner)
  expect(assign(LegacyPartitioner, topicWith(Array.from({ length: 11 }, () => 1)), keyed)).not.toEqual(expected)
})

describe('a partitioner of the application', () => {
  it('is made once and gets what KafkaJS gives it', () => {
    const calls: PartitionerArgs[] = []
    const create = jest.fn(() => (args: PartitionerArgs) => {
      calls.push(args)
      return 1
    })
    const partitioner = recordPartitioner(create)
    const topic = topicWith([4, -1])
    const messages: Message[] = [
      { key: 'a', value: 'x' },
      { key: 'b', value: 'y' },
      { partition: 0, value: 'z' }
    ]
    const partitions = new Float64Array(3)
    partitioner.assign(topic, messages, partitions)
    partitioner.assign(topic, messages.slice(0, 1), new Float64Array(1))
    expect([...partitions]).toEqual([1, 1, 0])
    expect(create).toHaveBeenCalledTimes(1)
    expect(calls).toHaveLength(3)
    expect(calls[0]?.message).toBe(messages[0])
    expect(calls[0]?.topic).toBe('t')
    expect(calls[0]?.partitionMetadata).toEqual([
      { partitionErrorCode: 0, partitionId: 0, leader: 4, replicas: [1, 2], isr: [1], offlineReplicas: [2] },
      { partitionErrorCode: 5, partitionId: 1, leader: -1, replicas: [1, 2], isr: [1], offlineReplicas: [2] }
    ])
  })

  it('that throws, throws', () => {
    const create = (): (() => number) => () => {
      throw new Error('no')
    }
    expect(() => assign(create, topicWith([1]), keyless(1))).toThrow('no')
  })
})
