import { errorCodes, errorEntries, errorEntry } from '../../src/errors/error-table'

describe('error table', () => {
  it('finds every entry by its code and every code by its name', () => {
    expect(errorEntries).toHaveLength(135)
    for (const entry of errorEntries) {
      expect(errorEntry(entry.code)).toBe(entry)
      expect(errorCodes[entry.name as keyof typeof errorCodes]).toBe(entry.code)
    }
  })

  it('has every code from -1 to 133 once, each with a message and a type of its own', () => {
    expect(errorEntries.map(({ code }) => code)).toEqual(Array.from({ length: 135 }, (_, i) => i - 1))
    expect(new Set(errorEntries.map(({ message }) => message)).size).toBe(135)
    expect(new Set(errorEntries.map(({ type }) => type)).size).toBe(135)
  })

  it('keeps KafkaJS words where they differ from those of Kafka', () => {
    const differing = errorEntries.filter(({ name, type }) => name !== type).map(({ name, type }) => [name, type])
    expect(Object.fromEntries(differing)).toEqual({
      UNKNOWN_SERVER_ERROR: 'UNKNOWN',
      NOT_LEADER_OR_FOLLOWER: 'NOT_LEADER_FOR_PARTITION',
      COORDINATOR_LOAD_IN_PROGRESS: 'GROUP_LOAD_IN_PROGRESS',
      COORDINATOR_NOT_AVAILABLE: 'GROUP_COORDINATOR_NOT_AVAILABLE',
      NOT_COORDINATOR: 'NOT_COORDINATOR_FOR_GROUP'
    })
  })

  it('does not let anybody change it', () => {
    expect(Object.isFrozen(errorEntries)).toBe(true)
    expect(Object.isFrozen(errorCodes)).toBe(true)
    for (const entry of errorEntries) expect(Object.isFrozen(entry)).toBe(true)
  })

  it.each([134, 999, -2, 32_767, -32_768, Number.NaN, 1.5])('answers for the unknown code %d with the code itself', code => {
    expect(errorEntry(code)).toMatchObject({ code, type: 'KAFKAJS_UNKNOWN_ERROR_CODE', retriable: false, maybeApplied: true, fatal: false })
    expect(errorEntry(code).message).toContain(String(code))
  })

  it('never claims that a write was not applied when it was or can have been', () => {
    const sure = ['NOT_ENOUGH_REPLICAS', 'MESSAGE_TOO_LARGE', 'TOPIC_AUTHORIZATION_FAILED', 'INVALID_RECORD'] as const
    for (const name of sure) expect(errorEntry(errorCodes[name]).maybeApplied).toBe(false)
    const unsure = ['NOT_ENOUGH_REPLICAS_AFTER_APPEND', 'REQUEST_TIMED_OUT', 'NOT_LEADER_OR_FOLLOWER', 'UNKNOWN_SERVER_ERROR'] as const
    for (const name of unsure) expect(errorEntry(errorCodes[name]).maybeApplied).toBe(true)
    expect(errorEntries.filter(({ alreadyApplied }) => alreadyApplied).map(({ name }) => name)).toEqual(['DUPLICATE_SEQUENCE_NUMBER'])
  })

  it('contradicts itself nowhere', () => {
    for (const entry of errorEntries) {
      expect(entry.retriable && entry.fatal).toBe(false)
      expect(entry.rejoin && entry.retriable).toBe(false)
      if (entry.refreshMetadata || entry.refreshCoordinator || entry.rebootstrap || entry.newSession) expect(entry.retriable).toBe(true)
      if (entry.forgetMember) expect(entry.rejoin).toBe(true)
    }
  })

  it('marks the codes after which a member joins again, a coordinator is looked up, a session opened', () => {
    const names = (flag: 'rejoin' | 'refreshCoordinator' | 'newSession' | 'offsetOutOfRange' | 'rebootstrap'): string[] =>
      errorEntries.filter(entry => entry[flag]).map(({ name }) => name)
    expect(names('rejoin')).toEqual([
      'ILLEGAL_GENERATION',
      'UNKNOWN_MEMBER_ID',
      'REBALANCE_IN_PROGRESS',
      'MEMBER_ID_REQUIRED',
      'FENCED_MEMBER_EPOCH'
    ])
    expect(names('refreshCoordinator')).toEqual(['COORDINATOR_NOT_AVAILABLE', 'NOT_COORDINATOR'])
    expect(names('newSession')).toEqual([
      'FETCH_SESSION_ID_NOT_FOUND',
      'INVALID_FETCH_SESSION_EPOCH',
      'FETCH_SESSION_TOPIC_ID_ERROR',
      'SHARE_SESSION_NOT_FOUND',
      'INVALID_SHARE_SESSION_EPOCH'
    ])
    expect(names('offsetOutOfRange')).toEqual(['OFFSET_OUT_OF_RANGE'])
    expect(names('rebootstrap')).toEqual(['REBOOTSTRAP_REQUIRED'])
  })
})
