/** Versions of Kafka whose jars the tests use. */
export type KafkaVersion = '4.3.1' | '3.9.2' | '2.8.2'

/** Folder for what is fetched once a machine: `$XDG_CACHE_HOME/odradek`, or `~/.cache/odradek`. */
export function cacheFolder(): string

/** Whether Java (17 or later) and Maven are on the PATH. Looked up once a process. */
export function javaAvailable(): boolean

/** What keeps this machine from running Kafka, in words; undefined when nothing does. */
export function whatIsMissing(): string | undefined

/**
 * Absolute path of the folder with the run-time jars of kafka_2.13 and kafka-tools (2.8.2: kafka_2.13), fetched with Maven on the
 * first call ever. Concurrent callers, in this process or others, share one fetch. Rejects with a plain sentence when Java or
 * Maven is missing.
 */
export function kafkaJars(version: KafkaVersion): Promise<string>
