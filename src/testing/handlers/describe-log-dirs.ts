import { errorCodes } from '../../errors/error-table'
import { describeLogDirsApi } from '../../protocol/generated/describe-log-dirs'
import { logDirOf } from '../configs/node-values'
import { groupBy } from '../../utils/group-by'
import { handler } from '../handler'
import type { Partition } from '../topics/partition'

/** First version with an error for the whole answer. */
const topErrorVersion = 3
/** First version that tells the size of the disk (KIP-827). */
const diskVersion = 4
/** Bytes of the disk that brokers pretend to have: 1 TiB. */
const diskBytes = 2 ** 40

/** DescribeLogDirs: what lies in the one folder that a broker has in name (KIP-113). */
export const describeLogDirs = handler({
  api: describeLogDirsApi,
  handle({ cluster, node, version }, { topics: wanted }) {
    const isHere = (partition: Partition): boolean => partition.replicas.includes(node.nodeId)
    const isWanted = ({ topic, index }: Partition): boolean =>
      wanted === null || wanted.some(one => one.topic === topic && one.partitions.includes(index))
    const here = cluster.topics.all().flatMap(({ partitions }) => partitions.filter(isHere))
    const usableBytes = BigInt(diskBytes - here.reduce((sum, { log }) => sum + log.sizeInBytes, 0))
    const topics = groupBy(here.filter(isWanted), ({ topic }) => topic)
    const result = {
      errorCode: errorCodes.NONE,
      logDir: logDirOf(node.nodeId),
      topics: [...topics].map(([name, partitions]) => ({
        name,
        partitions: partitions.map(({ index, log }) => ({ partitionIndex: index, partitionSize: BigInt(log.sizeInBytes), offsetLag: 0n }))
      })),
      ...(version >= diskVersion ? { totalBytes: BigInt(diskBytes), usableBytes } : {})
    }
    return { results: [result] }
  },
  fail: (_request, errorCode, version) => (version >= topErrorVersion ? { errorCode } : { results: [] })
})
