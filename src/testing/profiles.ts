import { KafkaConfigError } from '../errors/config-errors'

/** Releases that the embedded broker can pose as: each advertises the API ranges and features of a real broker of that release. */
export const releases = ['2.4', '2.8', '3.3', '3.6', '3.9', '4.0', '4.1', '4.2', '4.3'] as const

/** A Kafka release, `major.minor`. */
export type Release = (typeof releases)[number]

/** The range of versions of one API, both ends included. */
export interface VersionRange {
  readonly min: number
  readonly max: number
}

/** What a broker of one release says of itself in ApiVersions. */
export interface Profile {
  readonly release: Release
  /** Advertised range by API name; an API that the release lacks is absent. */
  readonly ranges: ReadonlyMap<string, VersionRange>
  /** Finalized features and their level (KIP-584), empty before KRaft. */
  readonly features: ReadonlyMap<string, number>
}

// Per API a column a release, in the order of `releases`. From the message schemas of each release's clients jar, without versions
// marked unstable and without APIs that only controllers or other brokers call. Produce is advertised from 0 since 4.0, though 0 to 2
// are refused: old librdkafka clients take a minimum above 0 for a broker that they can't talk to.
const advertised: Record<string, string> = {
  Produce: '0-8 0-9 0-9 0-9 0-11 0-12 0-13 0-13 0-13',
  Fetch: '0-11 0-12 0-13 0-15 0-17 4-17 4-18 4-18 4-18',
  ListOffsets: '0-5 0-6 0-7 0-8 0-9 1-10 1-10 1-11 1-11',
  Metadata: '0-9 0-11 0-12 0-12 0-12 0-13 0-13 0-13 0-13',
  OffsetCommit: '0-8 0-8 0-8 0-8 0-9 2-9 2-9 2-10 2-10',
  OffsetFetch: '0-6 0-7 0-8 0-8 0-9 1-9 1-9 1-10 1-10',
  FindCoordinator: '0-3 0-3 0-4 0-4 0-6 0-6 0-6 0-6 0-6',
  JoinGroup: '0-6 0-7 0-9 0-9 0-9 0-9 0-9 0-9 0-9',
  Heartbeat: '0-4 0-4 0-4 0-4 0-4 0-4 0-4 0-4 0-4',
  LeaveGroup: '0-4 0-4 0-5 0-5 0-5 0-5 0-5 0-5 0-5',
  SyncGroup: '0-4 0-5 0-5 0-5 0-5 0-5 0-5 0-5 0-5',
  DescribeGroups: '0-5 0-5 0-5 0-5 0-5 0-6 0-6 0-6 0-6',
  ListGroups: '0-3 0-4 0-4 0-4 0-5 0-5 0-5 0-5 0-5',
  SaslHandshake: '0-1 0-1 0-1 0-1 0-1 0-1 0-1 0-1 0-1',
  ApiVersions: '0-3 0-3 0-3 0-3 0-4 0-4 0-4 0-4 0-4',
  CreateTopics: '0-5 0-7 0-7 0-7 0-7 2-7 2-7 2-7 2-7',
  DeleteTopics: '0-4 0-6 0-6 0-6 0-6 1-6 1-6 1-6 1-6',
  DeleteRecords: '0-1 0-2 0-2 0-2 0-2 0-2 0-2 0-2 0-2',
  InitProducerId: '0-2 0-4 0-4 0-4 0-5 0-5 0-5 0-5 0-5',
  OffsetForLeaderEpoch: '0-3 0-4 0-4 0-4 0-4 2-4 2-4 2-4 2-4',
  AddPartitionsToTxn: '0-1 0-3 0-3 0-4 0-5 0-5 0-5 0-5 0-5',
  AddOffsetsToTxn: '0-1 0-3 0-3 0-3 0-4 0-4 0-4 0-4 0-4',
  EndTxn: '0-1 0-3 0-3 0-3 0-4 0-5 0-5 0-5 0-5',
  WriteTxnMarkers: '0 0-1 0-1 0-1 0-1 1 1 1-2 1-2',
  TxnOffsetCommit: '0-2 0-3 0-3 0-3 0-4 0-5 0-5 0-5 0-5',
  DescribeAcls: '0-1 0-2 0-3 0-3 0-3 1-3 1-3 1-3 1-3',
  CreateAcls: '0-1 0-2 0-3 0-3 0-3 1-3 1-3 1-3 1-3',
  DeleteAcls: '0-1 0-2 0-3 0-3 0-3 1-3 1-3 1-3 1-3',
  DescribeConfigs: '0-2 0-4 0-4 0-4 0-4 1-4 1-4 1-4 1-4',
  AlterConfigs: '0-1 0-2 0-2 0-2 0-2 0-2 0-2 0-2 0-2',
  AlterReplicaLogDirs: '0-1 0-2 0-2 0-2 0-2 1-2 1-2 1-2 1-2',
  DescribeLogDirs: '0-1 0-2 0-4 0-4 0-4 1-4 1-4 1-4 1-5',
  SaslAuthenticate: '0-1 0-2 0-2 0-2 0-2 0-2 0-2 0-2 0-2',
  CreatePartitions: '0-1 0-3 0-3 0-3 0-3 0-3 0-3 0-3 0-3',
  CreateDelegationToken: '0-2 0-2 0-3 0-3 0-3 1-3 1-3 1-3 1-3',
  RenewDelegationToken: '0-1 0-2 0-2 0-2 0-2 1-2 1-2 1-2 1-2',
  ExpireDelegationToken: '0-1 0-2 0-2 0-2 0-2 1-2 1-2 1-2 1-2',
  DescribeDelegationToken: '0-1 0-2 0-3 0-3 0-3 1-3 1-3 1-3 1-3',
  DeleteGroups: '0-2 0-2 0-2 0-2 0-2 0-2 0-2 0-2 0-2',
  ElectLeaders: '0-2 0-2 0-2 0-2 0-2 0-2 0-2 0-2 0-2',
  IncrementalAlterConfigs: '0-1 0-1 0-1 0-1 0-1 0-1 0-1 0-1 0-1',
  AlterPartitionReassignments: '0 0 0 0 0 0 0-1 0-1 0-1',
  ListPartitionReassignments: '0 0 0 0 0 0 0 0 0',
  OffsetDelete: '0 0 0 0 0 0 0 0 0',
  DescribeClientQuotas: '- 0-1 0-1 0-1 0-1 0-1 0-1 0-1 0-1',
  AlterClientQuotas: '- 0-1 0-1 0-1 0-1 0-1 0-1 0-1 0-1',
  DescribeUserScramCredentials: '- 0 0 0 0 0 0 0 0',
  AlterUserScramCredentials: '- 0 0 0 0 0 0 0 0',
  DescribeQuorum: '- 0 0-1 0-1 0-2 0-2 0-2 0-2 0-2',
  UpdateFeatures: '- 0 0-1 0-1 0-1 0-2 0-2 0-2 0-2',
  DescribeCluster: '- 0 0 0 0-1 0-2 0-2 0-2 0-2',
  DescribeProducers: '- 0 0 0 0 0 0 0 0',
  UnregisterBroker: '- 0 0 0 0 0 0 0 0',
  DescribeTransactions: '- - 0 0 0 0 0 0 0',
  ListTransactions: '- - 0 0 0-1 0-1 0-2 0-2 0-2',
  ConsumerGroupHeartbeat: '- - - - 0 0-1 0-1 0-1 0-1',
  ConsumerGroupDescribe: '- - - - 0 0-1 0-1 0-1 0-1',
  ListConfigResources: '- - - - 0 0 0-1 0-1 0-1',
  DescribeTopicPartitions: '- - - - 0 0 0 0 0',
  ShareGroupHeartbeat: '- - - - - - 1 1 1',
  ShareGroupDescribe: '- - - - - - 1 1 1',
  ShareFetch: '- - - - - - 1 1-2 1-2',
  ShareAcknowledge: '- - - - - - 1 1-2 1-2',
  AddRaftVoter: '- - - - 0 0 0 0-1 0-1',
  RemoveRaftVoter: '- - - - 0 0 0 0 0',
  StreamsGroupHeartbeat: '- - - - - - - 0 0',
  StreamsGroupDescribe: '- - - - - - - 0 0',
  DescribeShareGroupOffsets: '- - - - - - 0 0-1 0-1',
  AlterShareGroupOffsets: '- - - - - - 0 0 0',
  DeleteShareGroupOffsets: '- - - - - - 0 0 0'
}

const finalizedFeatures: Record<Release, Record<string, number>> = {
  '2.4': {},
  '2.8': {},
  '3.3': { 'metadata.version': 7 },
  '3.6': { 'metadata.version': 14 },
  '3.9': { 'metadata.version': 21, 'kraft.version': 1 },
  '4.0': { 'metadata.version': 25, 'kraft.version': 1, 'transaction.version': 2, 'group.version': 1 },
  '4.1': {
    'metadata.version': 27,
    'kraft.version': 1,
    'transaction.version': 2,
    'group.version': 1,
    'eligible.leader.replicas.version': 1
  },
  '4.2': {
    'metadata.version': 29,
    'kraft.version': 1,
    'transaction.version': 2,
    'group.version': 1,
    'eligible.leader.replicas.version': 1,
    'share.version': 1,
    'streams.version': 1
  },
  '4.3': {
    'metadata.version': 30,
    'kraft.version': 1,
    'transaction.version': 2,
    'group.version': 1,
    'eligible.leader.replicas.version': 1,
    'share.version': 1,
    'streams.version': 1
  }
}

/**
 * The profile of a release.
 * @throws KafkaConfigError when the release is none of `releases`
 */
export function profileOf(release: string): Profile {
  const column = (releases as readonly string[]).indexOf(release)
  if (column < 0) {
    throw new KafkaConfigError(`asVersion: no broker of release "${release}" is known; use one of ${releases.join(', ')}`, {
      option: 'asVersion',
      reason: 'unknown release'
    })
  }
  const ranges = new Map<string, VersionRange>()
  for (const [api, row] of Object.entries(advertised)) {
    const cell = row.split(' ')[column]
    if (cell === undefined || cell === '-') continue
    const [min, max = min] = cell.split('-').map(Number)
    ranges.set(api, { min, max })
  }
  const name = releases[column]
  return { release: name, ranges, features: new Map(Object.entries(finalizedFeatures[name])) }
}
