import { deepFreeze } from '../utils/deep-freeze'
import type { ClientConfig } from './client-config'
import { OptionReader } from './option-reader'
import { resolveRetry, type RetryConfig } from './retry-config'

/** Options of `kafka.admin()`, complete, checked and frozen. */
export interface AdminConfigResolved {
  readonly retry: RetryConfig
}

const subject = 'the admin client'

/**
 * Completes and checks the options of `kafka.admin()`.
 * @throws {@link KafkaConfigError} for the first option that is wrong
 */
export function resolveAdminConfig(user: unknown, client: ClientConfig): AdminConfigResolved {
  const options = new OptionReader(user, '', subject, { known: ['retry'] })
  return deepFreeze({ retry: resolveRetry(options.raw('retry'), subject, client.retry) })
}
