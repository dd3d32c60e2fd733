import type { RetryConfig } from '../../../src/config/retry-config'
import { KafkaJSBrokerNotFound, KafkaJSConnectionError } from '../../../src/errors/connection-errors'
import { KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from '../../../src/errors/kafkajs-error'
import { protocolError } from '../../../src/errors/protocol-error'
import { KafkaClosedError } from '../../../src/errors/usage-errors'
import { type RetryEnvironment, type RetryOptions, retryLoop } from '../../../src/cluster/retry'
import { deferred } from '../../../src/utils/deferred'
import { ManualClock, settle } from '../../support/manual-clock'

const config: RetryConfig = {
  retries: 5,
  initialRetryTimeMs: 300,
  maxRetryTimeMs: 30_000,
  factor: 0.2,
  multiplier: 2,
  explicitRetries: false
}

function setUp(changes: Partial<RetryEnvironment> = {}) {
  const clock = new ManualClock()
  const close = new AbortController()
  const lines: string[] = []
  const log = (message: string): void => void lines.push(message)
  const logger = { info: log, warn: log, error: log, debug: log, namespace: () => logger, setLogLevel: () => undefined }
  const environment: RetryEnvironment = {
    clock,
    logger,
    config,
    signal: close.signal,
    refreshMetadata: jest.fn(() => Promise.resolve()),
    forgetCoordinator: jest.fn(),
    random: () => 0.5,
    ...changes
  }
  /** Runs a loop whose every try fails with `error`, and tells when each try began. */
  const failing = (failure: unknown, options: RetryOptions = {}): { times: number[]; result: Promise<unknown> } => {
    const times: number[] = []
    const attempt = (): Promise<never> => {
      times.push(clock.now())
      return Promise.reject(failure)
    }
    return { times, result: retryLoop('Test', attempt, environment, options).catch((e: unknown) => e) }
  }
  return { clock, close, environment, failing, lines }
}

const retriable = protocolError(7)

describe('retryLoop', () => {
  it("waits by KafkaJS's formula and gives up after `retries` with count, time and cause", async () => {
    const { clock, failing, lines } = setUp()
    const { times, result } = failing(retriable)
    await clock.advance(60_000)
    expect(times).toEqual([0, 300, 900, 2_100, 4_500, 9_300])
    const error = await result
    expect(error).toBeInstanceOf(KafkaJSNumberOfRetriesExceeded)
    expect(error).toMatchObject({ retryCount: 5, retryTime: 9_600, retriable: false, cause: retriable, message: retriable.message })
    expect(lines).toHaveLength(5)
  })

  it.each([
    [0, [240, 384, 616]],
    [0.999_999, [360, 864, 2_074]]
  ])('spreads every wait by `factor` (chance %p)', async (chance, waits) => {
    const { clock, failing } = setUp({ random: () => chance })
    const { times } = failing(retriable)
    await clock.advance(60_000)
    expect(waits.map((_, i) => Math.ceil(times[i + 1] - times[i]))).toEqual(waits)
  })

  it('never waits longer than maxRetryTime', async () => {
    const { clock, failing } = setUp({ config: { ...config, retries: 12, maxRetryTimeMs: 1_000 } })
    const { times } = failing(retriable)
    await clock.advance(60_000)
    expect(times).toHaveLength(13)
    expect(Math.max(...times.slice(1).map((t, i) => t - times[i]))).toBe(1_000)
  })

  it('takes over what became of a write', async () => {
    const { failing } = setUp()
    const lost = new KafkaJSConnectionError('lost', { outcome: 'maybe-applied' })
    await expect(failing(lost, { retries: 0 }).result).resolves.toMatchObject({ cause: lost, outcome: 'maybe-applied' })
  })

  it('copes with anything thrown', async () => {
    const { failing } = setUp()
    await expect(failing('text', { retries: 0 }).result).resolves.toMatchObject({ message: 'text', cause: 'text' })
    await expect(failing(undefined, { retries: 0 }).result).resolves.toMatchObject({ message: 'undefined' })
  })

  it('wraps an error that is not retriable once, and passes on those that already say so', async () => {
    const { failing } = setUp()
    const invalid = protocolError(17)
    const wrapped = await failing(invalid).result
    expect(wrapped).toBeInstanceOf(KafkaJSNonRetriableError)
    expect(wrapped).toMatchObject({ name: 'KafkaJSNonRetriableError', cause: invalid })
    const already = new KafkaClosedError('closed')
    await expect(failing(already).result).resolves.toBe(already)
  })

  it.each([TypeError, RangeError, ReferenceError, SyntaxError])('does not repeat a mistake in code: %p', async Mistake => {
    const { failing } = setUp()
    const { times, result } = failing(new Mistake('oops'))
    await expect(result).resolves.toMatchObject({ name: 'KafkaJSNonRetriableError', message: 'oops' })
    expect(times).toEqual([0])
  })

  it('lets an attempt end the loop with any error, as it is', async () => {
    const { environment } = setUp()
    await expect(retryLoop('Test', async (_, bail) => bail(retriable), environment)).rejects.toBe(retriable)
  })

  it('fetches metadata after the wait when the error says that they are out of date, and then tries again whatever came of it', async () => {
    const refresh = deferred()
    const { clock, environment, failing } = setUp({ refreshMetadata: jest.fn(() => refresh.promise) })
    const { times } = failing(protocolError(6))
    await clock.advance(299)
    expect(environment.refreshMetadata).not.toHaveBeenCalled()
    await clock.advance(1_000)
    expect(environment.refreshMetadata).toHaveBeenCalledTimes(1)
    expect(times).toEqual([0])
    refresh.reject(new Error('no broker'))
    await settle()
    expect(times).toEqual([0, 1_299])
  })

  it.each([
    [new KafkaJSConnectionError('x'), true],
    [new KafkaJSBrokerNotFound('x'), true],
    [protocolError(41), true],
    [protocolError(129), true],
    [protocolError(7), false],
    [new Error('x'), false]
  ])('refreshes metadata after %p: %p', async (error, expected) => {
    const { clock, environment, failing } = setUp()
    failing(error, { retries: 1 })
    await clock.advance(1_000)
    expect(environment.refreshMetadata).toHaveBeenCalledTimes(expected ? 1 : 0)
  })

  it.each([
    [protocolError(16), true],
    [protocolError(15), true],
    [new KafkaJSConnectionError('x'), true],
    [protocolError(14), false]
  ])('forgets the coordinator after %p: %p', async (error, expected) => {
    const { clock, environment, failing } = setUp()
    failing(error, { retries: 1, coordinator: { type: 'group', key: 'g' } })
    await clock.advance(1_000)
    expect(environment.forgetCoordinator).toHaveBeenCalledTimes(expected ? 2 : 0)
    if (expected) expect(environment.forgetCoordinator).toHaveBeenCalledWith('group', 'g')
  })

  it('goes by the deadline alone when there is one', async () => {
    const { clock, failing } = setUp({ config: { ...config, retries: 0 } })
    const { times, result } = failing(retriable, { deadlineMs: 2_500 })
    await clock.advance(10_000)
    expect(times).toEqual([0, 300, 900, 2_100])
    await expect(result).resolves.toBeInstanceOf(KafkaJSNumberOfRetriesExceeded)
  })

  it('counts as well when the user named a number of retries', async () => {
    const { clock, failing } = setUp({ config: { ...config, retries: 1, explicitRetries: true } })
    const { times } = failing(retriable, { deadlineMs: 2_500 })
    await clock.advance(10_000)
    expect(times).toEqual([0, 300])
  })

  it('does not wait past the deadline for metadata', async () => {
    const { clock, failing } = setUp({ refreshMetadata: () => new Promise(() => undefined) })
    const { times, result } = failing(protocolError(6), { deadlineMs: 2_500 })
    await clock.advance(10_000)
    expect(times).toEqual([0, 2_500])
    await expect(result).resolves.toBeInstanceOf(KafkaJSNumberOfRetriesExceeded)
    expect(clock.pending).toBe(0)
  })

  it.each(['during a wait', 'during a try', 'while metadata are fetched'])('ends at once when the cluster closes: %s', async when => {
    const hang = new Promise<never>(() => undefined)
    const { clock, close, environment } = setUp({ refreshMetadata: () => hang })
    const attempt = when === 'during a try' ? () => hang : () => Promise.reject(protocolError(6))
    const result = retryLoop('Test', attempt, environment).catch((e: unknown) => e)
    await clock.advance(when === 'while metadata are fetched' ? 500 : 100)
    const reason = new KafkaClosedError('closed')
    close.abort(reason)
    await expect(result).resolves.toBe(reason)
    expect(clock.pending).toBe(0)
  })

  it("ends at once when the caller's signal aborts, and does not even begin when it has", async () => {
    const { clock, environment, failing } = setUp()
    const caller = new AbortController()
    const { result } = failing(retriable, { signal: caller.signal })
    await clock.advance(100)
    const reason = new Error('changed my mind')
    caller.abort(reason)
    await expect(result).resolves.toBe(reason)
    const attempt = jest.fn()
    await expect(retryLoop('Test', attempt, environment, { signal: caller.signal })).rejects.toBe(reason)
    expect(attempt).not.toHaveBeenCalled()
  })
})
