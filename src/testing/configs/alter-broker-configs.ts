import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'
import type { AlterEnvironment, Alteration } from './alteration'
import { checkNode } from './check-node'
import { configValueProblem } from './check-value'
import { applyChanges, configOperations } from './config-change'
import { findBrokerDefinition } from './config-store'

const minIsr = 'min.insync.replicas'

/**
 * Alters the configs of one broker, or with an empty name those of all (KIP-226). Names that no broker knows are kept, for what plug-ins of
 * a real one may want with them.
 * @throws Refused
 */
export function alterBrokerConfigs({ configs, nodeId, tracksEligibleLeaders }: AlterEnvironment, alteration: Alteration): void {
  const { resourceName: name, changes, replaces, validateOnly } = alteration
  if (name !== '') checkNode(name, nodeId)
  const fixed = changes.filter(change => change.configOperation !== configOperations.delete).map(change => change.name)
  const readOnly = fixed.filter(config => findBrokerDefinition(config)?.readOnly === true)
  if (readOnly.length > 0) {
    throw new Refused(errorCodes.INVALID_REQUEST, `Cannot update these configs dynamically: [${readOnly.join(', ')}]`)
  }
  const before = configs.ofBrokers.get(name) ?? new Map<string, string>()
  const inForce = (config: string): string => configs.broker(config, name === '' ? undefined : nodeId)
  const after = applyChanges(replaces ? new Map() : before, changes, findBrokerDefinition, inForce)
  for (const [config, value] of after) {
    const definition = findBrokerDefinition(config)
    const problem = definition === undefined ? undefined : configValueProblem(definition, value)
    if (problem !== undefined) throw new Refused(errorCodes.INVALID_REQUEST, problem)
  }
  if (tracksEligibleLeaders) {
    if (name !== '' && changes.some(change => change.name === minIsr)) {
      throw new Refused(errorCodes.INVALID_CONFIG, `Broker-level ${minIsr} cannot be altered while ELR is enabled.`)
    }
    if (name === '' && before.has(minIsr) && !after.has(minIsr)) {
      throw new Refused(errorCodes.INVALID_CONFIG, `Cluster-level ${minIsr} cannot be removed while ELR is enabled.`)
    }
  }
  if (!validateOnly) configs.ofBrokers.set(name, after)
}
