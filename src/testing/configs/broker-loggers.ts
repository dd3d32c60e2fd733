/** Levels that a logger can be set to (KIP-412). */
export const logLevels: readonly string[] = ['DEBUG', 'ERROR', 'FATAL', 'INFO', 'TRACE', 'WARN']

/** The logger that all others follow. */
export const rootLogger = 'root'

/** Loggers that every broker has; a real one has some 170. */
const names: readonly string[] = [
  rootLogger,
  'kafka.log.LogManager',
  'kafka.network.RequestChannel',
  'kafka.network.SocketServer',
  'kafka.request.logger',
  'kafka.server.BrokerServer',
  'kafka.server.KafkaApis',
  'kafka.server.ReplicaManager',
  'org.apache.kafka.controller.QuorumController',
  'org.apache.kafka.coordinator.group.GroupMetadataManager',
  'state.change.logger'
]

/** Levels of the brokers' loggers. Nothing is logged: they are kept and shown. */
export class BrokerLoggers {
  private readonly levels = new Map<number, Map<string, string>>()

  get names(): readonly string[] {
    return names
  }

  /** The level in force on a broker. */
  level(nodeId: number, logger: string): string {
    const levels = this.levels.get(nodeId)
    return levels?.get(logger) ?? levels?.get(rootLogger) ?? 'INFO'
  }

  /** Gives a logger a level of its own, or with undefined takes it away. */
  set(nodeId: number, logger: string, level: string | undefined): void {
    const levels = this.levels.get(nodeId) ?? new Map<string, string>()
    if (level === undefined) levels.delete(logger)
    else levels.set(logger, level)
    this.levels.set(nodeId, levels)
  }
}
