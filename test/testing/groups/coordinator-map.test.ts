import { errorCodes } from '../../../src/errors/error-table'
import { CoordinatorMap } from '../../../src/testing/coordinators/coordinator-map'
import { ManualClock } from '../../support/manual-clock'

interface Node {
  nodeId: number
  alive: boolean
}

function threeNodes(): { nodes: Map<number, Node>; clock: ManualClock; map: CoordinatorMap } {
  const nodes = new Map<number, Node>([1, 2, 3].map(nodeId => [nodeId, { nodeId, alive: true }]))
  const clock = new ManualClock()
  return { nodes, clock, map: new CoordinatorMap(clock, nodes) }
}

const keys = Array.from({ length: 50 }, (_, i) => `group-${i}`)

describe('CoordinatorMap', () => {
  it('spreads keys over all brokers', () => {
    const { map } = threeNodes()
    expect(new Set(keys.map(key => map.coordinatorOf('group', key)))).toEqual(new Set([1, 2, 3]))
  })

  it('moves only the keys of a broker that went, and leaves them where they went when it is back', () => {
    const { map, nodes } = threeNodes()
    const before = keys.map(key => map.coordinatorOf('group', key))
    const node = nodes.get(2) as Node
    node.alive = false
    const without = keys.map(key => map.coordinatorOf('group', key))
    for (const [i, nodeId] of before.entries()) {
      if (nodeId === 2) expect(without[i]).not.toBe(2)
      else expect(without[i]).toBe(nodeId)
    }
    node.alive = true
    expect(keys.map(key => map.coordinatorOf('group', key))).toEqual(without)
    // Those whose broker nobody missed are still its own.
    expect(keys.map(key => map.coordinatorOf('transaction', key))).toEqual(before)
  })

  it('has none when no broker is alive', () => {
    const { map, nodes } = threeNodes()
    for (const node of nodes.values()) node.alive = false
    expect(map.coordinatorOf('group', 'a')).toBe(-1)
  })

  it('follows a pin while that broker lives, and tells of the move once', () => {
    const { map, nodes } = threeNodes()
    const moved: string[] = []
    map.onMove((type, key) => moved.push(`${type} ${key}`))
    const before = map.coordinatorOf('group', 'a')
    const other = (before % 3) + 1
    map.pin('group', 'a', other)
    map.pin('group', 'a', other)
    expect(map.coordinatorOf('group', 'a')).toBe(other)
    expect(map.coordinatorOf('transaction', 'a')).toBe(before)
    expect(moved).toEqual(['group a'])
    ;(nodes.get(other) as Node).alive = false
    expect(map.coordinatorOf('group', 'a')).toBe(before)
    map.unpin('group', 'a')
    ;(nodes.get(other) as Node).alive = true
    expect(map.coordinatorOf('group', 'a')).toBe(before)
  })

  it('answers for a broker: not the coordinator, loading, ready', async () => {
    const { map, clock } = threeNodes()
    const own = map.coordinatorOf('group', 'a')
    const other = (own % 3) + 1
    expect(map.check('group', 'a', own)).toBe(errorCodes.NONE)
    expect(map.check('group', 'a', other)).toBe(errorCodes.NOT_COORDINATOR)
    map.startLoading('group', 'a', 500)
    expect(map.check('group', 'a', own)).toBe(errorCodes.COORDINATOR_LOAD_IN_PROGRESS)
    expect(map.check('group', 'a', other)).toBe(errorCodes.NOT_COORDINATOR)
    await clock.advance(499)
    expect(map.check('group', 'a', own)).toBe(errorCodes.COORDINATOR_LOAD_IN_PROGRESS)
    await clock.advance(1)
    expect(map.check('group', 'a', own)).toBe(errorCodes.NONE)
    map.startLoading('group', 'a')
    expect(map.check('group', 'a', own)).toBe(errorCodes.COORDINATOR_LOAD_IN_PROGRESS)
    map.stopLoading('group', 'a')
    expect(map.check('group', 'a', own)).toBe(errorCodes.NONE)
    map.startLoading('group', 'a', 500)
    map.clear()
    expect(clock.pending).toBe(0)
  })
})
