import { noFlags, type ErrorEntry, type ErrorFlags } from './error-entry'

type Row = Omit<ErrorEntry, 'name' | 'type'> & { readonly type?: string }

function row(code: number, message: string, flags: readonly (keyof ErrorFlags)[] = [], type?: string): Row {
  const row = { ...noFlags, code, message, ...(type === undefined ? {} : { type }) }
  return Object.assign(row, Object.fromEntries(flags.map(flag => [flag, true])))
}

/**
 * All codes of Kafka 4.3.1, named as in org.apache.kafka.common.protocol.Errors. `retriable` and `refreshMetadata` are
 * the Java client's, but for three: NOT_CONTROLLER and UNKNOWN_LEADER_EPOCH refresh metadata here, because that is
 * where the controller and newer epochs are found, and REBOOTSTRAP_REQUIRED is retriable, because after a new start
 * the request can succeed. `maybeApplied` errs on the side of yes: a leader that loses its partition while it waits
 * for replicas answers with the same codes as one that never wrote anything.
 */
const rows = {
  UNKNOWN_SERVER_ERROR: row(-1, 'The broker failed in a way that it does not explain', ['maybeApplied'], 'UNKNOWN'),
  NONE: row(0, 'No error'),
  OFFSET_OUT_OF_RANGE: row(1, 'The partition does not have the requested offset', ['offsetOutOfRange']),
  CORRUPT_MESSAGE: row(2, 'The broker found the message damaged, too large, or without the key that a compacted topic needs', [
    'retriable'
  ]),
  UNKNOWN_TOPIC_OR_PARTITION: row(3, 'The broker does not host this topic or partition', ['retriable', 'refreshMetadata', 'maybeApplied']),
  INVALID_FETCH_SIZE: row(4, 'The requested fetch size is not valid'),
  LEADER_NOT_AVAILABLE: row(5, 'The partition has no leader at the moment', ['retriable', 'refreshMetadata', 'maybeApplied']),
  NOT_LEADER_OR_FOLLOWER: row(
    6,
    'The broker is no longer the leader, or no replica, of the partition',
    ['retriable', 'refreshMetadata', 'maybeApplied'],
    'NOT_LEADER_FOR_PARTITION'
  ),
  REQUEST_TIMED_OUT: row(7, 'The broker could not finish the request in the time it was given', ['retriable', 'maybeApplied']),
  BROKER_NOT_AVAILABLE: row(8, 'The broker is not available'),
  REPLICA_NOT_AVAILABLE: row(9, 'The replica of the partition is not available', ['retriable', 'refreshMetadata', 'maybeApplied']),
  MESSAGE_TOO_LARGE: row(10, 'The message is larger than the broker or topic allows'),
  STALE_CONTROLLER_EPOCH: row(11, 'The controller has moved to another broker'),
  OFFSET_METADATA_TOO_LARGE: row(12, 'The metadata text of a committed offset is too long'),
  NETWORK_EXCEPTION: row(13, 'The broker lost the connection before an answer came', ['retriable', 'refreshMetadata', 'maybeApplied']),
  COORDINATOR_LOAD_IN_PROGRESS: row(14, 'The coordinator is still loading its state', ['retriable'], 'GROUP_LOAD_IN_PROGRESS'),
  COORDINATOR_NOT_AVAILABLE: row(
    15,
    'The coordinator is not available',
    ['retriable', 'refreshCoordinator'],
    'GROUP_COORDINATOR_NOT_AVAILABLE'
  ),
  NOT_COORDINATOR: row(16, 'The broker is not the coordinator', ['retriable', 'refreshCoordinator'], 'NOT_COORDINATOR_FOR_GROUP'),
  INVALID_TOPIC_EXCEPTION: row(17, 'The topic name is not valid, or clients may not write to this topic'),
  RECORD_LIST_TOO_LARGE: row(18, 'The batch of messages is larger than a segment of the log'),
  NOT_ENOUGH_REPLICAS: row(19, 'Fewer replicas are in sync than the topic requires, so nothing was written', ['retriable']),
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: row(20, 'The messages were written, but to fewer in-sync replicas than the topic requires', [
    'retriable',
    'maybeApplied'
  ]),
  INVALID_REQUIRED_ACKS: row(21, 'The value of acks is not valid'),
  ILLEGAL_GENERATION: row(22, 'The group is in another generation than this member', ['rejoin']),
  INCONSISTENT_GROUP_PROTOCOL: row(23, 'The member shares no assignment protocol with the other members of the group', ['fatal']),
  INVALID_GROUP_ID: row(24, 'The group id is not valid', ['fatal']),
  UNKNOWN_MEMBER_ID: row(25, 'The coordinator does not know this member', ['rejoin', 'forgetMember']),
  INVALID_SESSION_TIMEOUT: row(26, 'The session timeout is outside the range that the broker allows', ['fatal']),
  REBALANCE_IN_PROGRESS: row(27, 'The group is rebalancing; the member has to join again', ['rejoin']),
  INVALID_COMMIT_OFFSET_SIZE: row(28, 'The committed offsets are larger than the broker accepts'),
  TOPIC_AUTHORIZATION_FAILED: row(29, 'Not authorized to access the topic', ['authorization']),
  GROUP_AUTHORIZATION_FAILED: row(30, 'Not authorized to access the group', ['authorization']),
  CLUSTER_AUTHORIZATION_FAILED: row(31, 'Not authorized to do this in the cluster', ['authorization']),
  INVALID_TIMESTAMP: row(32, "The timestamp of the message is too far from the broker's time"),
  UNSUPPORTED_SASL_MECHANISM: row(33, 'The broker does not offer this SASL mechanism', ['fatal']),
  ILLEGAL_SASL_STATE: row(34, 'The request does not fit the state of the SASL exchange', ['fatal']),
  UNSUPPORTED_VERSION: row(35, 'The broker does not support this version of the API', ['fatal']),
  TOPIC_ALREADY_EXISTS: row(36, 'A topic with this name exists already'),
  INVALID_PARTITIONS: row(37, 'The number of partitions is not valid'),
  INVALID_REPLICATION_FACTOR: row(38, 'The replication factor is below 1 or above the number of brokers'),
  INVALID_REPLICA_ASSIGNMENT: row(39, 'The assignment of replicas is not valid'),
  INVALID_CONFIG: row(40, 'The configuration is not valid'),
  NOT_CONTROLLER: row(41, 'The broker is not the controller', ['retriable', 'refreshMetadata']),
  INVALID_REQUEST: row(42, 'The broker considers the request malformed or contradictory; its log may say more', ['fatal']),
  UNSUPPORTED_FOR_MESSAGE_FORMAT: row(43, 'The message format in use on the broker does not allow this request'),
  POLICY_VIOLATION: row(44, 'A policy of the broker forbids the request'),
  OUT_OF_ORDER_SEQUENCE_NUMBER: row(45, 'The broker received a sequence number out of order', ['maybeApplied']),
  DUPLICATE_SEQUENCE_NUMBER: row(46, 'The broker has these messages already', ['alreadyApplied']),
  INVALID_PRODUCER_EPOCH: row(47, "The producer's epoch is old: a newer producer has its place, or its transaction ran out of time"),
  INVALID_TXN_STATE: row(48, 'The state of the transaction does not allow this', ['fatal']),
  INVALID_PRODUCER_ID_MAPPING: row(49, 'The producer id does not belong to the transactional id'),
  INVALID_TRANSACTION_TIMEOUT: row(50, 'The transaction timeout is longer than the broker allows', ['fatal']),
  CONCURRENT_TRANSACTIONS: row(51, 'Another operation on the same transaction is still going on', ['retriable']),
  TRANSACTION_COORDINATOR_FENCED: row(52, 'The coordinator of the transaction has been replaced', ['fatal']),
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: row(53, 'Not authorized to use the transactional id', ['authorization', 'fatal']),
  SECURITY_DISABLED: row(54, 'Security features are switched off on the broker'),
  OPERATION_NOT_ATTEMPTED: row(55, 'The broker did not attempt this because another part of the request failed'),
  KAFKA_STORAGE_ERROR: row(56, 'The broker could not reach its log on disk', ['retriable', 'refreshMetadata', 'maybeApplied']),
  LOG_DIR_NOT_FOUND: row(57, 'The broker does not have this log directory'),
  SASL_AUTHENTICATION_FAILED: row(58, 'SASL authentication failed', ['fatal']),
  UNKNOWN_PRODUCER_ID: row(59, 'The broker has forgotten this producer, for example because its last messages have expired'),
  REASSIGNMENT_IN_PROGRESS: row(60, 'The partition is being reassigned'),
  DELEGATION_TOKEN_AUTH_DISABLED: row(61, 'Delegation tokens are switched off on the broker'),
  DELEGATION_TOKEN_NOT_FOUND: row(62, 'The broker does not know this delegation token'),
  DELEGATION_TOKEN_OWNER_MISMATCH: row(63, 'The principal is neither owner nor renewer of the delegation token'),
  DELEGATION_TOKEN_REQUEST_NOT_ALLOWED: row(64, 'Delegation tokens cannot be requested over this kind of connection'),
  DELEGATION_TOKEN_AUTHORIZATION_FAILED: row(65, 'Not authorized to use the delegation token', ['authorization']),
  DELEGATION_TOKEN_EXPIRED: row(66, 'The delegation token has expired'),
  INVALID_PRINCIPAL_TYPE: row(67, 'The type of the principal is not supported'),
  NON_EMPTY_GROUP: row(68, 'The group still has members'),
  GROUP_ID_NOT_FOUND: row(69, 'The group does not exist'),
  FETCH_SESSION_ID_NOT_FOUND: row(70, 'The broker does not know the fetch session', ['retriable', 'newSession']),
  INVALID_FETCH_SESSION_EPOCH: row(71, 'The epoch of the fetch session is not the expected one', ['retriable', 'newSession']),
  LISTENER_NOT_FOUND: row(72, 'The leader has no listener of the kind through which the metadata was asked for', [
    'retriable',
    'refreshMetadata'
  ]),
  TOPIC_DELETION_DISABLED: row(73, 'Topics cannot be deleted on this cluster'),
  FENCED_LEADER_EPOCH: row(74, "The leader epoch in the request is older than the broker's", [
    'retriable',
    'refreshMetadata',
    'maybeApplied'
  ]),
  UNKNOWN_LEADER_EPOCH: row(75, "The leader epoch in the request is newer than the broker's", [
    'retriable',
    'refreshMetadata',
    'maybeApplied'
  ]),
  UNSUPPORTED_COMPRESSION_TYPE: row(76, 'The client cannot read the compression type of the partition'),
  STALE_BROKER_EPOCH: row(77, 'The epoch of the broker has changed'),
  OFFSET_NOT_AVAILABLE: row(78, 'The new leader does not yet know which offsets are safe to report', ['retriable']),
  MEMBER_ID_REQUIRED: row(79, 'The member has to join again with the id it was given', ['rejoin']),
  PREFERRED_LEADER_NOT_AVAILABLE: row(80, 'The preferred leader is not available', ['retriable', 'refreshMetadata']),
  GROUP_MAX_SIZE_REACHED: row(81, 'The group is full', ['fatal']),
  FENCED_INSTANCE_ID: row(82, 'Another member has taken over this group instance id', ['fatal']),
  ELIGIBLE_LEADERS_NOT_AVAILABLE: row(83, 'No replica is eligible as leader', ['retriable', 'refreshMetadata']),
  ELECTION_NOT_NEEDED: row(84, 'The partition needs no election', ['retriable', 'refreshMetadata']),
  NO_REASSIGNMENT_IN_PROGRESS: row(85, 'No reassignment of the partition is going on'),
  GROUP_SUBSCRIBED_TO_TOPIC: row(86, 'The group still subscribes to the topic'),
  INVALID_RECORD: row(87, 'The broker refused the record'),
  UNSTABLE_OFFSET_COMMIT: row(88, 'Offsets of an open transaction are pending', ['retriable']),
  THROTTLING_QUOTA_EXCEEDED: row(89, 'A quota is exceeded', ['retriable']),
  PRODUCER_FENCED: row(90, 'A newer producer with the same transactional id has taken over', ['fatal']),
  RESOURCE_NOT_FOUND: row(91, 'The resource does not exist'),
  DUPLICATE_RESOURCE: row(92, 'The request names the same resource twice'),
  UNACCEPTABLE_CREDENTIAL: row(93, 'The credential does not meet the requirements'),
  INCONSISTENT_VOTER_SET: row(94, 'Sender or receiver is not among the expected voters'),
  INVALID_UPDATE_VERSION: row(95, 'The feature update is not valid'),
  FEATURE_UPDATE_FAILED: row(96, 'The finalized features could not be updated'),
  PRINCIPAL_DESERIALIZATION_FAILURE: row(97, 'The broker could not read the forwarded principal'),
  SNAPSHOT_NOT_FOUND: row(98, 'The snapshot does not exist'),
  POSITION_OUT_OF_RANGE: row(99, 'The position is outside the snapshot'),
  UNKNOWN_TOPIC_ID: row(100, 'The broker does not host a topic with this id', ['retriable', 'refreshMetadata', 'maybeApplied']),
  DUPLICATE_BROKER_REGISTRATION: row(101, 'The broker id is in use'),
  BROKER_ID_NOT_REGISTERED: row(102, 'The broker id is not registered'),
  INCONSISTENT_TOPIC_ID: row(103, "The topic id belongs to another topic than the broker's log", ['retriable', 'refreshMetadata']),
  INCONSISTENT_CLUSTER_ID: row(104, 'The cluster id is not that of this cluster'),
  TRANSACTIONAL_ID_NOT_FOUND: row(105, 'The transactional id does not exist'),
  FETCH_SESSION_TOPIC_ID_ERROR: row(106, 'The fetch session used topic ids inconsistently', ['retriable', 'newSession']),
  INELIGIBLE_REPLICA: row(107, 'A replica of the new in-sync set is not eligible'),
  NEW_LEADER_ELECTED: row(108, 'The partition state was changed, but the leader has changed, too'),
  OFFSET_MOVED_TO_TIERED_STORAGE: row(109, 'The offset has moved to tiered storage'),
  FENCED_MEMBER_EPOCH: row(110, "The member's epoch is fenced: it has to give up its partitions and join again", ['rejoin']),
  UNRELEASED_INSTANCE_ID: row(111, 'Another member still uses this group instance id', ['fatal']),
  UNSUPPORTED_ASSIGNOR: row(112, 'The group does not support the assignor', ['fatal']),
  STALE_MEMBER_EPOCH: row(113, "The member's epoch is stale until its next heartbeat"),
  MISMATCHED_ENDPOINT_TYPE: row(114, 'The request went to an endpoint of the wrong kind'),
  UNSUPPORTED_ENDPOINT_TYPE: row(115, 'The kind of endpoint is not supported'),
  UNKNOWN_CONTROLLER_ID: row(116, 'The controller id is not known'),
  UNKNOWN_SUBSCRIPTION_ID: row(117, 'The telemetry subscription is not known or out of date'),
  TELEMETRY_TOO_LARGE: row(118, 'The telemetry is larger than the broker accepts'),
  INVALID_REGISTRATION: row(119, 'The controller considers the registration invalid'),
  TRANSACTION_ABORTABLE: row(120, 'The transaction failed, but aborting it lets the producer go on'),
  INVALID_RECORD_STATE: row(121, 'The record is in a state in which it cannot be acknowledged'),
  SHARE_SESSION_NOT_FOUND: row(122, 'The broker does not know the share session', ['retriable', 'newSession']),
  INVALID_SHARE_SESSION_EPOCH: row(123, 'The epoch of the share session is not the expected one', ['retriable', 'newSession']),
  FENCED_STATE_EPOCH: row(124, 'The state epoch of the share group does not fit'),
  INVALID_VOTER_KEY: row(125, 'The voter key is not that of the replica'),
  DUPLICATE_VOTER: row(126, 'The voter is already in the set'),
  VOTER_NOT_FOUND: row(127, 'The voter is not in the set'),
  INVALID_REGULAR_EXPRESSION: row(128, 'The regular expression is not valid', ['fatal']),
  REBOOTSTRAP_REQUIRED: row(129, "The client's metadata is out of date: it has to start from its bootstrap addresses", [
    'retriable',
    'rebootstrap'
  ]),
  STREAMS_INVALID_TOPOLOGY: row(130, 'The topology is not valid'),
  STREAMS_INVALID_TOPOLOGY_EPOCH: row(131, 'The topology epoch is not valid'),
  STREAMS_TOPOLOGY_FENCED: row(132, 'The topology epoch is out of date'),
  SHARE_SESSION_LIMIT_REACHED: row(133, 'The broker has as many share sessions as it allows', ['retriable'])
}

/** Kafka's name of an error code. */
export type ErrorName = keyof typeof rows

const entries = Object.entries<Row>(rows).map(([name, row]): ErrorEntry => Object.freeze({ type: name, ...row, name }))
const byCode = new Map(entries.map(entry => [entry.code, entry]))

/** The numbers by Kafka's names, for those who make answers or test for one code of one API. */
export const errorCodes = Object.freeze(Object.fromEntries(entries.map(({ name, code }) => [name, code]))) as Readonly<
  Record<ErrorName, number>
>

/** The whole table in the order of the codes, `NONE` included. */
export const errorEntries: readonly ErrorEntry[] = Object.freeze(entries)

/**
 * The entry of a code. Total: a code that is not in the table, from a newer broker, gives an entry of type
 * `KAFKAJS_UNKNOWN_ERROR_CODE` with that code, not retriable and, for writes, of unknown outcome.
 */
export function errorEntry(code: number): ErrorEntry {
  return byCode.get(code) ?? unknownEntry(code)
}

function unknownEntry(code: number): ErrorEntry {
  const type = 'KAFKAJS_UNKNOWN_ERROR_CODE'
  return { ...noFlags, code, name: type, type, message: `Unknown error code ${code}`, maybeApplied: true }
}
