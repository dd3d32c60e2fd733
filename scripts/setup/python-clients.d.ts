/** What keeps this machine from having the Python clients, in words; undefined when nothing does. */
export function whatPythonLacks(): string | undefined

/**
 * Absolute path of a Python interpreter that has kafka-python and confluent-kafka, installed on the first call ever. Concurrent
 * callers, in this process or others, share one installation. Rejects with a plain sentence when Python is missing.
 */
export function pythonClients(): Promise<string>
