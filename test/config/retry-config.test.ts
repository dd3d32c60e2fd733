import { resolveAdminConfig } from '../../src/config/admin-config'
import { resolveClientConfig } from '../../src/config/client-config'
import { resolveConsumerConfig } from '../../src/config/consumer-config'
import { resolveProducerConfig } from '../../src/config/producer-config'
import { resolveRetry } from '../../src/config/retry-config'
import { KafkaConfigError } from '../../src/errors/config-errors'

describe('retry', () => {
  it.each([
    [{ retries: -1 }, 'retry.retries'],
    [{ retries: 1.5 }, 'retry.retries'],
    [{ retries: Number.NaN }, 'retry.retries'],
    [{ retries: '5' }, 'retry.retries'],
    [{ initialRetryTime: -1 }, 'retry.initialRetryTime'],
    [{ maxRetryTime: Infinity }, 'retry.maxRetryTime'],
    [{ initialRetryTime: 500, maxRetryTime: 499 }, 'retry.maxRetryTime'],
    [{ factor: 1 }, 'retry.factor'],
    [{ factor: -0.1 }, 'retry.factor'],
    [{ multiplier: 0.9 }, 'retry.multiplier'],
    [{ multiplier: Infinity }, 'retry.multiplier'],
    [{ restartOnFailure: true }, 'retry.restartOnFailure']
  ])('refuses %j', (retry, option) => {
    let error: unknown
    try {
      resolveRetry(retry, 'the client')
    } catch (e) {
      error = e
    }
    expect(error).toBeInstanceOf(KafkaConfigError)
    expect(error).toMatchObject({ option })
  })

  it('takes waits that chance does not move, and none', () => {
    expect(resolveRetry({ factor: 0, multiplier: 1, initialRetryTime: 0, maxRetryTime: 0 }, 'x')).toMatchObject({
      factor: 0,
      multiplier: 1,
      initialRetryTimeMs: 0,
      maxRetryTimeMs: 0
    })
  })

  it('takes no retries and endless ones', () => {
    expect(resolveRetry({ retries: 0 }, 'x')).toMatchObject({ retries: 0, explicitRetries: true })
    expect(resolveRetry({ retries: Infinity }, 'x').retries).toBe(Infinity)
    expect(resolveRetry({ retries: Number.MAX_SAFE_INTEGER }, 'x').retries).toBe(Number.MAX_SAFE_INTEGER)
  })

  it('moves the wait that was not named', () => {
    expect(resolveRetry({ maxRetryTime: 100 }, 'x')).toMatchObject({ initialRetryTimeMs: 100, maxRetryTimeMs: 100 })
    expect(resolveRetry({ initialRetryTime: 60_000 }, 'x')).toMatchObject({ initialRetryTimeMs: 60_000, maxRetryTimeMs: 60_000 })
  })

  it('starts from that of the client', () => {
    const restartOnFailure = async (): Promise<boolean> => false
    const client = resolveClientConfig({ brokers: ['a:1'], retry: { retries: 8, factor: 0.5, restartOnFailure } })
    const own = { retry: { multiplier: 3 } }
    const merged = { retries: 8, factor: 0.5, multiplier: 3, explicitRetries: true, restartOnFailure }
    expect(resolveProducerConfig(own, client).retry).toMatchObject(merged)
    expect(resolveAdminConfig(own, client).retry).toMatchObject(merged)
    expect(resolveConsumerConfig({ groupId: 'g', ...own }, client).retry).toMatchObject(merged)
    expect(resolveProducerConfig(undefined, client).retry).toMatchObject({ retries: 8, explicitRetries: true })
    expect(resolveAdminConfig({}, client).retry).toMatchObject({ retries: 8, explicitRetries: true })
  })

  it("leaves a consumer its own number of retries, as in KafkaJS, when only the client's was named", () => {
    const client = resolveClientConfig({ brokers: ['a:1'], retry: { retries: 0, factor: 0.5 } })
    expect(resolveConsumerConfig({ groupId: 'g' }, client).retry).toMatchObject({ retries: 5, explicitRetries: false, factor: 0.5 })
    expect(resolveConsumerConfig({ groupId: 'g', retry: { retries: 2 } }, client).retry).toMatchObject({
      retries: 2,
      explicitRetries: true
    })
  })
})
