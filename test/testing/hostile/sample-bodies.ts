import { makeBatch } from '../support/make-batch'

const topic = 'here'
const records = makeBatch([{ key: 'k', value: 'v' }, 'w'])
const resources = [
  { resourceType: 2, resourceName: topic, configurationKeys: null, configs: [{ name: 'retention.ms', value: '1', configOperation: 0 }] }
]
const transactional = { transactionalId: 't', producerId: 1n, producerEpoch: 0 }

/** Bodies with something in them, by API; fields that a version lacks are left out when it is written. */
export const sampleBodies: Readonly<Record<string, readonly object[]>> = {
  Produce: [
    { acks: -1, timeoutMs: 1000, topicData: [{ name: topic, partitionData: [{ index: 0, records }] }] },
    { acks: 0, timeoutMs: 1000, topicData: [{ name: topic, partitionData: [{ index: 0, records: null }] }] }
  ],
  Fetch: [
    {
      maxWaitMs: 0,
      minBytes: 1,
      topics: [{ topic, partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1000 }] }]
    },
    { maxWaitMs: 100_000, minBytes: 1_000_000, topics: [{ topic, partitions: [{ partition: 0, partitionMaxBytes: 1000 }] }] }
  ],
  ListOffsets: [{ topics: [{ name: topic, partitions: [{ partitionIndex: 0, timestamp: -1n }] }] }],
  Metadata: [{ topics: [{ name: topic }] }, { topics: null }],
  OffsetCommit: [{ groupId: 'g', topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 1n }] }] }],
  OffsetFetch: [{ groupId: 'g', topics: [{ name: topic, partitionIndexes: [0] }] }, { groups: [{ groupId: 'g', topics: null }] }],
  FindCoordinator: [{ key: 'g' }, { coordinatorKeys: ['g', 't'] }],
  JoinGroup: [
    {
      groupId: 'g',
      sessionTimeoutMs: 10_000,
      rebalanceTimeoutMs: 10_000,
      memberId: '',
      protocolType: 'consumer',
      protocols: [{ name: 'range', metadata: Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }]
    }
  ],
  SyncGroup: [{ groupId: 'g', generationId: 1, memberId: 'm', assignments: [{ memberId: 'm', assignment: Buffer.alloc(4) }] }],
  Heartbeat: [{ groupId: 'g', generationId: 1, memberId: 'm' }],
  LeaveGroup: [
    { groupId: 'g', memberId: 'm' },
    { groupId: 'g', members: [{ memberId: 'm' }] }
  ],
  DescribeGroups: [{ groups: ['g', ''] }],
  CreateTopics: [
    {
      topics: [{ name: 'made', numPartitions: 2, replicationFactor: 1, assignments: [], configs: [{ name: 'retention.ms', value: '1' }] }]
    },
    {
      topics: [
        { name: 'made', numPartitions: -1, replicationFactor: -1, assignments: [{ partitionIndex: 0, brokerIds: [1] }], configs: [] }
      ]
    }
  ],
  DeleteTopics: [{ topicNames: ['made'] }, { topics: [{ name: 'made' }] }],
  DeleteRecords: [{ topics: [{ name: topic, partitions: [{ partitionIndex: 0, offset: 0n }] }] }],
  InitProducerId: [
    { transactionalId: null, transactionTimeoutMs: 1000 },
    { transactionalId: 't', transactionTimeoutMs: 1000 }
  ],
  OffsetForLeaderEpoch: [{ topics: [{ topic, partitions: [{ partition: 0, leaderEpoch: 0 }] }] }],
  AddPartitionsToTxn: [
    {
      v3AndBelowTransactionalId: 't',
      v3AndBelowProducerId: 1n,
      v3AndBelowProducerEpoch: 0,
      v3AndBelowTopics: [{ name: topic, partitions: [0] }]
    },
    { transactions: [{ ...transactional, topics: [{ name: topic, partitions: [0] }] }] }
  ],
  AddOffsetsToTxn: [{ ...transactional, groupId: 'g' }],
  EndTxn: [{ ...transactional, committed: true }],
  WriteTxnMarkers: [
    { markers: [{ producerId: 1n, producerEpoch: 0, transactionResult: true, topics: [{ name: topic, partitionIndexes: [0] }] }] }
  ],
  TxnOffsetCommit: [
    { ...transactional, groupId: 'g', topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 1n }] }] }
  ],
  DescribeAcls: [{ resourceTypeFilter: 1, patternTypeFilter: 1, operation: 1, permissionType: 1 }],
  CreateAcls: [{ creations: [{ resourceType: 2, resourceName: topic, principal: 'User:a', host: '*', operation: 3, permissionType: 3 }] }],
  DeleteAcls: [{ filters: [{ resourceTypeFilter: 1, patternTypeFilter: 1, operation: 1, permissionType: 1 }] }],
  DescribeConfigs: [{ resources }],
  AlterConfigs: [{ resources }],
  IncrementalAlterConfigs: [{ resources }],
  CreatePartitions: [{ topics: [{ name: topic, count: 4, assignments: null }], timeoutMs: 1000 }],
  DeleteGroups: [{ groupsNames: ['g'] }],
  ElectLeaders: [{ topicPartitions: [{ topic, partitions: [0] }], timeoutMs: 1000 }, { topicPartitions: null }],
  AlterPartitionReassignments: [{ topics: [{ name: topic, partitions: [{ partitionIndex: 0, replicas: [1] }] }] }],
  ListPartitionReassignments: [{ topics: [{ name: topic, partitionIndexes: [0] }] }],
  OffsetDelete: [{ groupId: 'g', topics: [{ name: topic, partitions: [{ partitionIndex: 0 }] }] }],
  DescribeClientQuotas: [{ components: [{ entityType: 'user', matchType: 0, match: 'a' }] }],
  AlterClientQuotas: [
    {
      entries: [{ entity: [{ entityType: 'user', entityName: 'a' }], ops: [{ key: 'producer_byte_rate', value: 1e9, remove: false }] }]
    }
  ],
  AlterUserScramCredentials: [
    {
      upsertions: [{ name: 'a', mechanism: 1, iterations: 4096, salt: Buffer.alloc(8), saltedPassword: Buffer.alloc(32) }],
      deletions: [{ name: 'b', mechanism: 1 }]
    }
  ],
  DescribeProducers: [{ topics: [{ name: topic, partitionIndexes: [0] }] }],
  DescribeTransactions: [{ transactionalIds: ['t'] }],
  ConsumerGroupHeartbeat: [
    {
      groupId: 'c',
      memberId: 'm',
      memberEpoch: 0,
      rebalanceTimeoutMs: 1000,
      subscribedTopicNames: [topic],
      subscribedTopicRegex: null,
      topicPartitions: []
    },
    { groupId: 'c', memberId: 'm', memberEpoch: 0, rebalanceTimeoutMs: 1000, subscribedTopicRegex: 'he(r', topicPartitions: [] }
  ],
  ConsumerGroupDescribe: [{ groupIds: ['c'] }],
  DescribeTopicPartitions: [{ topics: [{ name: topic }], responsePartitionLimit: 10 }],
  SaslHandshake: [{ mechanism: 'PLAIN' }],
  SaslAuthenticate: [{ authBytes: Buffer.from('\0user\0password') }],
  UpdateFeatures: [{ featureUpdates: [{ feature: 'metadata.version', maxVersionLevel: 29, upgradeType: 1 }] }]
}
