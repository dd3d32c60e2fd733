import * as fc from 'fast-check'
import { MetadataCache, type MetadataUpdate } from '../../../src/cluster/metadata-cache'
import type { MetadataResponse, MetadataResponsePartition, MetadataResponseTopic } from '../../../src/protocol/generated/metadata-response'
import { zeroUuid } from '../../../src/protocol/uuid'

const id = (letter: string): string => letter.repeat(21) + 'A'
const broker = (nodeId: number, port = 9000 + nodeId, host = 'h') => ({ nodeId, host, port, rack: null })
const partition = (partitionIndex: number, leaderId: number, leaderEpoch: number, errorCode = 0): MetadataResponsePartition => ({
  errorCode,
  partitionIndex,
  leaderId,
  leaderEpoch,
  replicaNodes: [1, 2, 3],
  isrNodes: [1, 2, 3],
  offlineReplicas: []
})
const topic = (name: string, partitions: MetadataResponsePartition[], topicId = id('a'), errorCode = 0): MetadataResponseTopic => ({
  errorCode,
  name,
  topicId,
  isInternal: false,
  partitions,
  topicAuthorizedOperations: -(2 ** 31)
})
const response = (topics: MetadataResponseTopic[], changes: Partial<MetadataResponse> = {}): MetadataResponse => ({
  throttleTimeMs: 0,
  brokers: [broker(1), broker(2), broker(3)],
  clusterId: 'c',
  controllerId: 1,
  topics,
  clusterAuthorizedOperations: -(2 ** 31),
  errorCode: 0,
  ...changes
})
const leaders = (cache: MetadataCache, name: string): string[] =>
  cache.topic(name)?.partitions.map(p => `${p.leader}@${p.leaderEpoch}`) ?? []

describe('MetadataCache', () => {
  let cache: MetadataCache
  beforeEach(() => {
    cache = new MetadataCache()
    cache.merge(response([topic('t', [partition(0, 1, 5), partition(1, 2, 5)]), topic('u', [partition(0, 3, 0)], id('u'))]), ['t', 'u'])
  })

  it('answers by name, number and id', () => {
    expect(cache.leader('t', 1)).toBe(2)
    expect(cache.leader('t', 7)).toBe(-1)
    expect(cache.leader('nowhere', 0)).toBe(-1)
    expect(cache.topicName(id('u'))).toBe('u')
    expect(cache.brokers().map(b => b.nodeId)).toEqual([1, 2, 3])
    expect(cache).toMatchObject({ controllerId: 1, clusterId: 'c', version: 1 })
  })

  it('keeps topics called like properties of objects', () => {
    cache.merge(response([topic('__proto__', [partition(0, 1, 0)], id('p')), topic('constructor', [partition(0, 2, 0)], id('q'))]), null)
    expect(leaders(cache, '__proto__')).toEqual(['1@0'])
    expect(leaders(cache, 'constructor')).toEqual(['2@0'])
    expect(cache.topic('toString')).toBeUndefined()
  })

  it('keeps the object of a topic that did not change', () => {
    const before = cache.topic('t')
    const { changed } = cache.merge(response([topic('t', [partition(0, 1, 5), partition(1, 2, 5)])]), ['t'])
    expect(changed).toBe(false)
    expect(cache.topic('t')).toBe(before)
    expect(cache.version).toBe(2)
  })

  it('records the error of a topic and keeps its partitions, as well as other topics', () => {
    cache.merge(response([topic('t', [], zeroUuid, 3)]), ['t'])
    expect(cache.topic('t')).toMatchObject({ errorCode: 3, topicId: id('a') })
    expect(leaders(cache, 't')).toEqual(['1@5', '2@5'])
    expect(leaders(cache, 'u')).toEqual(['3@0'])
    cache.merge(response([topic('t', [partition(0, 1, 5), partition(1, 2, 5)])]), ['t'])
    expect(cache.topic('t')?.errorCode).toBe(0)
  })

  it('records a topic that is missing though it was asked for, and only then', () => {
    cache.merge(response([]), ['t'])
    expect(cache.topic('t')?.errorCode).toBe(3)
    expect(cache.topic('u')?.errorCode).toBe(0)
    expect(leaders(cache, 't')).toEqual(['1@5', '2@5'])
    cache.merge(response([]), null)
    expect(cache.topic('u')?.errorCode).toBe(3)
  })

  it('replaces everything of a topic that was deleted and made anew', () => {
    cache.merge(response([topic('t', [partition(0, 3, 0)], id('b'))]), ['t'])
    expect(leaders(cache, 't')).toEqual(['3@0'])
    expect(cache.topicName(id('b'))).toBe('t')
    expect(cache.topicName(id('a'))).toBeUndefined()
  })

  it('keeps the topic id when a broker does not tell it', () => {
    cache.merge(response([topic('t', [partition(0, 1, 5), partition(1, 3, 6)], zeroUuid)]), ['t'])
    expect(cache.topic('t')?.topicId).toBe(id('a'))
    expect(leaders(cache, 't')).toEqual(['1@5', '3@6'])
  })

  it('without topic ids believes an older story when it is told over and over', () => {
    const old = new MetadataCache()
    old.merge(response([topic('t', [partition(0, 1, 5), partition(1, 2, 5)], zeroUuid)]), ['t'])
    const recreated = response([topic('t', [partition(0, 3, 0)], zeroUuid)])
    for (let i = 0; i < 5; i++) {
      old.merge(recreated, ['t'])
      expect(leaders(old, 't')).toEqual(['1@5', '2@5'])
    }
    old.merge(recreated, ['t'])
    expect(leaders(old, 't')).toEqual(['3@0'])
  })

  it('with topic ids never believes it', () => {
    for (let i = 0; i < 20; i++) cache.merge(response([topic('t', [partition(0, 3, 4)])]), ['t'])
    expect(leaders(cache, 't')).toEqual(['1@5', '2@5'])
  })

  it('takes broker addresses from every response, also from one whose leaders are old', () => {
    cache.merge(response([topic('t', [partition(0, 3, 4)])], { brokers: [broker(1, 7777), broker(4)] }), ['t'])
    expect(cache.brokers()).toEqual([broker(1, 7777), broker(4)])
  })

  it('ignores brokers that cannot be, and a list without any that can', () => {
    const bad = [broker(-1), broker(4, 0), broker(5, -1), broker(6, 70_000), broker(7, 9, ''), broker(8, 9, 'x'.repeat(64_000))]
    cache.merge(response([], { brokers: bad }), [])
    expect(cache.brokers().map(b => b.nodeId)).toEqual([1, 2, 3])
    cache.merge(response([], { brokers: [...bad, broker(9), broker(9, 1)] }), [])
    expect(cache.brokers()).toEqual([broker(9)])
  })

  it('learns a leader from a response of another kind (KIP-951), merged like any other news', () => {
    expect(cache.learnLeader('t', 0, 4, 6, [broker(4)])).toBe(true)
    expect(leaders(cache, 't')).toEqual(['4@6', '2@5'])
    expect(cache.brokers().map(b => b.nodeId)).toEqual([1, 2, 3, 4])
    expect(cache.learnLeader('t', 0, 1, 6)).toBe(false)
    expect(cache.learnLeader('t', 0, 1, 5)).toBe(false)
    expect(cache.learnLeader('t', 9, 1, 6)).toBe(false)
    expect(leaders(cache, 't')).toEqual(['4@6', '2@5'])
  })

  it('tells listeners about each merge until they are removed', () => {
    const heard: MetadataUpdate[] = []
    const remove = cache.onMerge(update => heard.push(update))
    cache.merge(response([topic('t', [partition(0, 3, 6), partition(1, 2, 5)])]), ['t'])
    cache.merge(response([], { brokers: [broker(1), broker(3)] }), [])
    remove()
    cache.merge(response([]), [])
    expect(heard).toEqual([
      { version: 2, changed: true, departed: [] },
      { version: 3, changed: true, departed: [2] }
    ])
  })

  it('forgets a topic', () => {
    cache.forgetTopic('t')
    expect(cache.topic('t')).toBeUndefined()
    expect(cache.topicName(id('a'))).toBeUndefined()
    cache.forgetTopic('t')
  })
})

describe('MetadataCache under stale and flapping views', () => {
  /** What one response says of one partition of a topic whose leader epoch only grows. */
  const view = fc.oneof(
    fc.record({ kind: fc.constant('current' as const) }),
    fc.record({ kind: fc.constant('stale' as const), behind: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ kind: fc.constant('leaderless' as const), behind: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ kind: fc.constant('error without news' as const) }),
    fc.record({ kind: fc.constant('missing' as const) })
  )
  const step = fc.record({
    elected: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
    views: fc.array(view, { minLength: 4, maxLength: 4 }),
    topicError: fc.option(fc.constantFrom(3, 5, 29), { freq: 5 }),
    vanishes: fc.boolean(),
    noBrokers: fc.boolean()
  })

  it('never goes back to an older epoch, never loses a partition, and ends at the truth', () => {
    const check = (steps: typeof step extends fc.Arbitrary<infer S> ? S[] : never): void => {
      const cache = new MetadataCache()
      const epochs = [0, 0, 0, 0]
      const leaderAt = (p: number, epoch: number): number => 1 + ((p + epoch) % 3)
      const truth = (): MetadataResponse =>
        response([
          topic(
            't',
            epochs.map((epoch, p) => partition(p, leaderAt(p, epoch), epoch))
          )
        ])
      cache.merge(truth(), ['t'])
      for (const { elected, views, topicError, vanishes, noBrokers } of steps) {
        for (const p of elected) epochs[p]++
        const before = cache.topic('t')?.partitions.map(p => p.leaderEpoch) ?? []
        const entries = views.flatMap((v, p) => {
          const epoch = Math.max(0, epochs[p] - ('behind' in v ? v.behind : 0))
          if (v.kind === 'missing') return []
          if (v.kind === 'error without news') return [partition(p, -1, -1, 5)]
          return [v.kind === 'leaderless' ? partition(p, -1, epoch, 5) : partition(p, leaderAt(p, epoch), epoch)]
        })
        const said = topicError === null ? topic('t', entries) : topic('t', [], zeroUuid, topicError)
        cache.merge(response(vanishes ? [] : [said], noBrokers ? { brokers: [] } : {}), ['t'])
        const after = cache.topic('t')?.partitions ?? []
        expect(after).toHaveLength(4)
        for (const [p, { leader, leaderEpoch }] of after.entries()) {
          expect(leaderEpoch).toBeGreaterThanOrEqual(before[p])
          if (leader !== -1) expect(leader).toBe(leaderAt(p, leaderEpoch))
        }
        expect(cache.brokers()).toHaveLength(3)
      }
      cache.merge(truth(), ['t'])
      expect(leaders(cache, 't')).toEqual(epochs.map((epoch, p) => `${leaderAt(p, epoch)}@${epoch}`))
      expect(cache.topic('t')?.errorCode).toBe(0)
    }
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), check), { numRuns: 300 })
  })
})
