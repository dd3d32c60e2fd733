import type { SaslConfig } from '../../config/client-config'
import { PlainMechanism } from './plain'
import type { SaslMechanism } from './sasl-mechanism'
import { ScramMechanism } from './scram'

/** The mechanism that the client was told to use; there is no falling back to another. */
export function createMechanism(config: SaslConfig): SaslMechanism {
  const { mechanism } = config
  return mechanism === 'PLAIN' ? new PlainMechanism(config) : new ScramMechanism({ ...config, mechanism })
}
