import { resolveAdminConfig } from '../../src/config/admin-config'
import { resolveClientConfig } from '../../src/config/client-config'
import { resolveConsumerConfig } from '../../src/config/consumer-config'
import { resolveProducerConfig } from '../../src/config/producer-config'
import { KafkaConfigError } from '../../src/errors/config-errors'
import { KafkaJSNonRetriableError } from '../../src/errors/kafkajs-error'

const client = resolveClientConfig({ brokers: ['a:1'] })
const groupId = 'g'

function refusal(resolve: () => unknown): KafkaConfigError {
  try {
    resolve()
  } catch (error) {
    expect(error).toBeInstanceOf(KafkaConfigError)
    expect(error).toBeInstanceOf(KafkaJSNonRetriableError)
    return error as KafkaConfigError
  }
  throw new Error('The options were accepted')
}

describe('resolveProducerConfig', () => {
  it('completes what is not given', () => {
    expect(resolveProducerConfig(undefined, client)).toEqual({
      createPartitioner: undefined,
      retry: client.retry,
      metadataMaxAgeMs: 300_000,
      allowAutoTopicCreation: true,
      maxInFlightRequests: 5
    })
    expect(resolveProducerConfig({ maxInFlightRequests: null, idempotent: false }, client).maxInFlightRequests).toBe(5)
  })

  it('keeps what is given', () => {
    const createPartitioner = (): (() => number) => () => 0
    const config = resolveProducerConfig(
      { createPartitioner, metadataMaxAge: 0, allowAutoTopicCreation: false, maxInFlightRequests: 1 },
      client
    )
    expect(config).toMatchObject({ metadataMaxAgeMs: 0, allowAutoTopicCreation: false, maxInFlightRequests: 1 })
    expect(config.createPartitioner).toBe(createPartitioner)
    expect(Object.isFrozen(config)).toBe(true)
  })

  it.each([
    ['idempotent', { idempotent: true }, 'an idempotent producer is not supported yet'],
    ['transactionalId', { transactionalId: 't' }, 'this option is not supported yet'],
    ['transactionTimeout', { transactionTimeout: 1 }, 'this option is not supported yet'],
    ['idempotent', { idempotent: 1 }, 'must be true or false'],
    ['createPartitioner', { createPartitioner: {} }, 'must be a function'],
    ['metadataMaxAge', { metadataMaxAge: -1 }, 'must be a duration in whole milliseconds from 0 to 2147483647'],
    ['allowAutoTopicCreation', { allowAutoTopicCreation: 'no' }, 'must be true or false'],
    ['maxInFlightRequests', { maxInFlightRequests: 0 }, 'must be a whole number from 1 to 2147483647'],
    ['maxInflightRequests', { maxInflightRequests: 1 }, 'unknown option, did you mean "maxInFlightRequests"?'],
    ['linger', { linger: 5 }, expect.stringContaining('unknown option, the options of the producer are createPartitioner, retry, ')]
  ])('refuses a wrong %s', (option, options, reason) => {
    expect(refusal(() => resolveProducerConfig(options, client))).toMatchObject({ option, reason })
  })
})

describe('resolveConsumerConfig', () => {
  it('completes what is not given', () => {
    expect(resolveConsumerConfig({ groupId }, client)).toEqual({
      groupId,
      partitionAssigners: undefined,
      metadataMaxAgeMs: 300_000,
      sessionTimeoutMs: 30_000,
      rebalanceTimeoutMs: 60_000,
      heartbeatIntervalMs: 3000,
      maxBytesPerPartition: 1_048_576,
      minBytes: 1,
      maxBytes: 10_485_760,
      maxWaitTimeMs: 500,
      retry: client.retry,
      allowAutoTopicCreation: true,
      maxInFlightRequests: Infinity,
      readUncommitted: false
    })
  })

  it('keeps what is given', () => {
    const assigner = jest.fn()
    const config = resolveConsumerConfig(
      {
        groupId,
        partitionAssigners: [assigner],
        sessionTimeout: 10_000,
        rebalanceTimeout: 20_000,
        heartbeatInterval: 9999,
        minBytes: 0,
        maxBytes: 500,
        maxWaitTimeInMs: 0,
        readUncommitted: true,
        metadataMaxAge: 0,
        rackId: '',
        maxInFlightRequests: 1
      },
      client
    )
    expect(config).toMatchObject({
      sessionTimeoutMs: 10_000,
      rebalanceTimeoutMs: 20_000,
      heartbeatIntervalMs: 9999,
      minBytes: 0,
      maxBytes: 500,
      maxBytesPerPartition: 500,
      maxWaitTimeMs: 0,
      metadataMaxAgeMs: 0,
      readUncommitted: true,
      maxInFlightRequests: 1
    })
    expect(config.partitionAssigners).toEqual([assigner])
    expect(Object.isFrozen(config)).toBe(true)
  })

  it('gives the group at least a session to rebalance', () => {
    expect(resolveConsumerConfig({ groupId, sessionTimeout: 120_000 }, client).rebalanceTimeoutMs).toBe(120_000)
    expect(resolveConsumerConfig({ groupId, sessionTimeout: 120_000, rebalanceTimeout: 90_000 }, client).rebalanceTimeoutMs).toBe(90_000)
  })

  it.each([[undefined], [{}], [{ groupId: '' }], [{ groupId: null }], [{ groupId: 5 }]])(
    'needs a group (%j), in the words of KafkaJS',
    options => {
      const error = refusal(() => resolveConsumerConfig(options, client))
      expect(error).toMatchObject({ option: 'groupId', message: 'Consumer groupId must be a non-empty string.' })
    }
  )

  it.each([
    ['groupId', { groupId: 'x'.repeat(32_768) }],
    ['heartbeatInterval', { groupId, heartbeatInterval: 30_000 }],
    ['sessionTimeout', { groupId, sessionTimeout: 3000 }],
    ['sessionTimeout', { groupId, sessionTimeout: 0 }],
    ['rebalanceTimeout', { groupId, rebalanceTimeout: 1.5 }],
    ['minBytes', { groupId, minBytes: 10_485_761 }],
    ['minBytes', { groupId, minBytes: -1 }],
    ['maxBytes', { groupId, maxBytes: 0 }],
    ['maxBytesPerPartition', { groupId, maxBytesPerPartition: '1' }],
    ['maxWaitTimeInMs', { groupId, maxWaitTimeInMs: -1 }],
    ['partitionAssigners', { groupId, partitionAssigners: [] }],
    ['partitionAssigners', { groupId, partitionAssigners: ['RoundRobinAssigner'] }],
    ['partitionAssigners', { groupId, partitionAssigners: () => ({}) }],
    ['readUncommitted', { groupId, readUncommitted: 0 }],
    ['rackId', { groupId, rackId: 'eu-west-1a' }],
    ['rackId', { groupId, rackId: 1 }],
    ['maxInFlightRequests', { groupId, maxInFlightRequests: 0.5 }],
    ['retry.retries', { groupId, retry: { retries: -1 } }],
    ['groupInstanceId', { groupId, groupInstanceId: 'a' }],
    ['fromBeginning', { groupId, fromBeginning: true }]
  ])('refuses a wrong %s (%#)', (option, options) => {
    expect(refusal(() => resolveConsumerConfig(options, client)).option).toBe(option)
  })

  it('says how heartbeats and session fit together', () => {
    expect(refusal(() => resolveConsumerConfig({ groupId, sessionTimeout: 3000 }, client)).message).toContain(
      'heartbeatInterval (3000) must be lower than sessionTimeout (3000)'
    )
  })
})

describe('resolveAdminConfig', () => {
  it('starts from the client', () => {
    expect(resolveAdminConfig(undefined, client)).toEqual({ retry: client.retry })
  })

  it('refuses what it does not know', () => {
    expect(refusal(() => resolveAdminConfig({ retrys: 5 }, client))).toMatchObject({ reason: 'unknown option, did you mean "retry"?' })
  })
})
