import type { ClientConfig } from '../config/client-config'
import type { Logger } from '../types/logger'

/** Configurations that have been warned of: once each, not once a client made from it. */
const warnedOf = new WeakSet<object>()

/** Says when a configuration gives away what it seems to protect. */
export function warnOfOpenDoors(config: ClientConfig, logger: Logger): void {
  if (warnedOf.has(config)) return
  warnedOf.add(config)
  const { tls, sasl, socketFactory } = config
  if (sasl?.mechanism === 'PLAIN' && tls === undefined && socketFactory === undefined) {
    logger.warn('SASL PLAIN without `ssl` sends the password readable over the network')
  }
  if (tls?.rejectUnauthorized === false) {
    logger.warn('`ssl.rejectUnauthorized: false` takes any certificate: whoever is in between can read and change everything')
  }
}
