import { CoordinatorCache } from '../../../src/cluster/coordinator-cache'
import { type Deferred, deferred } from '../../../src/utils/deferred'

function setUp() {
  const asked: { key: string; answer: Deferred<number> }[] = []
  const cache = new CoordinatorCache((type, key) => {
    const answer = deferred<number>()
    asked.push({ key: `${type} ${key}`, answer })
    return answer.promise
  })
  return { cache, asked }
}

describe('CoordinatorCache', () => {
  it('shares a look-up and remembers its answer, per kind and key', async () => {
    const { cache, asked } = setUp()
    const both = Promise.all([cache.get('group', 'g'), cache.get('group', 'g')])
    void cache.get('transaction', 'g')
    expect(asked.map(a => a.key)).toEqual(['group g', 'transaction g'])
    asked[0]?.answer.resolve(3)
    await expect(both).resolves.toEqual([3, 3])
    await expect(cache.get('group', 'g')).resolves.toBe(3)
    expect(asked).toHaveLength(2)
  })

  it('asks anew after a failure', async () => {
    const { cache, asked } = setUp()
    const first = cache.get('group', 'g')
    asked[0]?.answer.reject(new Error('not available'))
    await expect(first).rejects.toThrow('not available')
    void cache.get('group', 'g')
    expect(asked).toHaveLength(2)
  })

  it('asks anew after it was told to forget, also while the old look-up still runs', async () => {
    const { cache, asked } = setUp()
    const first = cache.get('group', 'g')
    cache.forget('group', 'g')
    const second = cache.get('group', 'g')
    asked[1]?.answer.resolve(2)
    asked[0]?.answer.reject(new Error('stale'))
    await expect(first).rejects.toThrow('stale')
    await expect(second).resolves.toBe(2)
    await expect(cache.get('group', 'g')).resolves.toBe(2)
    expect(asked).toHaveLength(2)
  })

  it('forgets all that a broker coordinated, and nothing else', async () => {
    const { cache, asked } = setUp()
    for (const [key, id] of [
      ['a', 1],
      ['b', 2],
      ['__proto__', 1]
    ] as const) {
      const found = cache.get('group', key)
      asked.at(-1)?.answer.resolve(id)
      await found
    }
    cache.forgetNode(1)
    for (const key of ['a', 'b', '__proto__']) void cache.get('group', key)
    expect(asked.slice(3).map(a => a.key)).toEqual(['group a', 'group __proto__'])
  })
})
