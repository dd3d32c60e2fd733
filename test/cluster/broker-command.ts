import fs from 'node:fs'
import path from 'node:path'
import type { ClusterSpec } from './broker-config'

const log4j2 = `<Configuration status="OFF"><Appenders>
<Console name="out" target="SYSTEM_OUT"><PatternLayout pattern="[%d] %p %m (%c)%n%throwable"/></Console>
</Appenders><Loggers><Root level="WARN"><AppenderRef ref="out"/></Root></Loggers></Configuration>
`
const log4j1 = `log4j.rootLogger=WARN, out
log4j.appender.out=org.apache.log4j.ConsoleAppender
log4j.appender.out.layout=org.apache.log4j.PatternLayout
log4j.appender.out.layout.ConversionPattern=[%d] %p %m (%c)%n
`

/** Writes the logging set-up (warnings and errors to standard output) and gives the JVM's flag for it. */
export function loggingFlag(spec: ClusterSpec): string {
  const modern = spec.version === '4.3.1'
  const file = path.join(spec.folder, modern ? 'log4j2.xml' : 'log4j.properties')
  fs.writeFileSync(file, modern ? log4j2 : log4j1)
  return modern ? `-Dlog4j2.configurationFile=${file}` : `-Dlog4j.configuration=file:${file}`
}

/** Flags of a small JVM: one collector thread, the quick compiler only. Else G1 and C2 take both cores of a small machine. */
function smallJvm(heapMb: number): string[] {
  return [`-Xms${Math.min(heapMb, 400)}m`, `-Xmx${heapMb}m`, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xss512k', '-XX:-UsePerfData']
}

/** `java`'s arguments for a broker. */
export function brokerArguments(spec: ClusterSpec, jars: string, propertiesFile: string): string[] {
  const heapMb = spec.nodes.length === 1 ? 768 : 400
  return [...smallJvm(heapMb), loggingFlag(spec), '-cp', path.join(jars, '*'), 'kafka.Kafka', propertiesFile]
}

/** `java`'s arguments for the ZooKeeper of a cluster that has one. */
export function zooKeeperArguments(spec: ClusterSpec, jars: string, propertiesFile: string): string[] {
  const main = 'org.apache.zookeeper.server.quorum.QuorumPeerMain'
  return [...smallJvm(128), loggingFlag(spec), '-cp', path.join(jars, '*'), main, propertiesFile]
}

/** `java`'s arguments for the Java peer: Kafka 4.3.1's clients, which talk to every version under test. */
export function peerArguments(classes: string, jars: string): string[] {
  const classPath = [classes, path.join(jars, '*')].join(path.delimiter)
  return [...smallJvm(512), '-cp', classPath, 'Peer']
}
