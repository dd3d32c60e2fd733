import { apiVersionsApi } from '../../../../src/protocol/generated/api-versions'
import { describeClusterApi } from '../../../../src/protocol/generated/describe-cluster'
import { describeQuorumApi } from '../../../../src/protocol/generated/describe-quorum'
import { unregisterBrokerApi } from '../../../../src/protocol/generated/unregister-broker'
import { updateFeaturesApi } from '../../../../src/protocol/generated/update-features'
import type { Script } from '../../scripts/stage'

type Update = readonly [feature: string, level: number, upgradeType: number]

const [upgrade, downgrade, unsafe] = [1, 2, 3]

/** The cluster as a whole; every script leaves it as it was. */
export const clusterScripts: Script[] = [
  {
    name: 'descriptions of the cluster',
    async play(stage) {
      const client = await stage.client('observer')
      await stage.ask('brokers', client, describeClusterApi, 2, {})
      await stage.ask('with what may be done', client, describeClusterApi, 2, { includeClusterAuthorizedOperations: true })
      await stage.ask('with fenced brokers', client, describeClusterApi, 2, { includeFencedBrokers: true })
      for (const version of [0, 1]) await stage.ask(`version ${version}`, client, describeClusterApi, version, {})
      await stage.ask('controllers', client, describeClusterApi, 2, { endpointType: 2 })
      await stage.ask('neither', client, describeClusterApi, 1, { endpointType: 3 })
      for (const brokerId of [77, -1]) await stage.ask(`unregister ${brokerId}`, client, unregisterBrokerApi, 0, { brokerId })
    }
  },
  {
    name: 'descriptions of the quorum',
    async play(stage) {
      const client = await stage.client('observer')
      for (const version of [0, 1, 2]) {
        for (const [topicName, partitionIndex] of [
          ['__cluster_metadata', 0],
          ['__cluster_metadata', 1],
          ['other', 0]
        ] as const) {
          const topics = [{ topicName, partitions: [{ partitionIndex }] }]
          const answer = await stage.settled(stage.start(client, describeQuorumApi, version, { topics }))
          const [{ partitions }] = answer.topics
          stage.record(`${topicName} ${partitionIndex} in version ${version}`, [
            answer.errorCode,
            answer.nodes.map(({ listeners }) => listeners.map(({ name }) => name)),
            partitions.map(({ errorCode, leaderId, highWatermark, currentVoters, observers }) => ({
              errorCode,
              leaderId,
              hasRecords: highWatermark > 0n,
              voters: currentVoters.map(voter => [voter.replicaId, voter.logEndOffset > 0n, voter.lastFetchTimestamp > 0n]),
              observers: observers.length
            }))
          ])
        }
      }
      await stage.ask('nothing', client, describeQuorumApi, 2, { topics: [] })
    }
  },
  {
    name: 'changes of features',
    async play(stage) {
      const client = await stage.client('upgrader')
      const update = async (label: string, version: number, updates: readonly Update[], validateOnly = false): Promise<void> => {
        const featureUpdates = updates.map(([feature, maxVersionLevel, upgradeType]) => ({
          feature,
          maxVersionLevel,
          ...(version > 0 ? { upgradeType } : {})
        }))
        const { errorCode } = await stage.ask(label, client, updateFeaturesApi, version, {
          timeoutMs: 30_000,
          featureUpdates,
          ...(version > 0 ? { validateOnly } : {})
        })
        if (errorCode === 0 && !validateOnly) await stage.wait(300)
        const software = { clientSoftwareName: 'script', clientSoftwareVersion: '1' }
        const { finalizedFeatures } = await stage.settled(stage.start(client, apiVersionsApi, 4, software))
        stage.record(
          'finalized',
          finalizedFeatures.map(({ name, minVersionLevel, maxVersionLevel }) => `${name} ${minVersionLevel}-${maxVersionLevel}`).sort()
        )
      }
      const streams = 'streams.version'
      await update('nothing', 2, [])
      await update('the same', 2, [[streams, 1, upgrade]])
      await update('the same as a downgrade', 2, [[streams, 1, downgrade]])
      await update('down, called up', 2, [[streams, 0, upgrade]])
      await update('down, only validated', 2, [[streams, 0, downgrade]], true)
      await update('down', 2, [[streams, 0, downgrade]])
      await update('down again', 2, [[streams, 0, downgrade]])
      await update('up', 1, [[streams, 1, upgrade]])
      await update('down unsafely', 1, [[streams, 0, unsafe]])
      await update('up in version 0', 0, [[streams, 1, upgrade]])
      await update('down in version 0', 0, [[streams, 0, downgrade]])
      await update('too high', 2, [[streams, 9, upgrade]])
      await update('negative', 2, [[streams, -1, upgrade]])
      await update('unknown', 2, [['nope', 1, upgrade]])
      await update('unknown, down', 2, [['nope', 0, downgrade]])
      for (const type of [0, 7]) await update(`type ${type}`, 2, [[streams, 0, type]])
      for (const version of [1, 2]) {
        await update(`one of two in version ${version}`, version, [
          [streams, 0, downgrade],
          ['nope', 1, upgrade]
        ])
      }
      await update('twice', 2, [
        [streams, 0, downgrade],
        [streams, 1, downgrade]
      ])
      for (const level of [0, 6, 7, 29, 99]) await update(`metadata ${level}`, 2, [['metadata.version', level, downgrade]], true)
      await update('metadata unsafely', 2, [['metadata.version', 10, unsafe]], true)
      await update('kraft', 2, [['kraft.version', 0, downgrade]], true)
      await update('transactions', 2, [['transaction.version', 1, downgrade]], true)
    }
  },
  {
    name: 'features that are supported',
    async play(stage) {
      const client = await stage.client('observer')
      for (const version of [3, 4]) {
        const software = { clientSoftwareName: 'script', clientSoftwareVersion: '1' }
        const { supportedFeatures } = await stage.settled(stage.start(client, apiVersionsApi, version, software))
        stage.record(
          `version ${version}`,
          supportedFeatures.map(({ name, minVersion, maxVersion }) => `${name} ${minVersion}-${maxVersion}`).sort()
        )
      }
    }
  }
]
