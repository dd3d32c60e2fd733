import { KafkaConfigError } from '../../src/errors/config-errors'
import { Kafka } from '../../src/kafka'
import { logLevel } from '../../src/types/enums'
import type { LogEntry } from '../../src/types/logger'
import { Story } from './support'

const brokers = ['127.0.0.1:1']

describe('Kafka', () => {
  it('has its methods on the prototype, where instrumentation replaces them', () => {
    for (const method of ['producer', 'consumer', 'admin', 'logger']) {
      expect([method, typeof Reflect.get(Kafka.prototype, method)]).toEqual([method, 'function'])
    }
  })

  it('checks options when it is made, and those of each client when that is', () => {
    expect(() => new Kafka({ brokers, nonsense: 1 } as never)).toThrow(KafkaConfigError)
    const kafka = new Kafka({ brokers })
    expect(() => kafka.producer({ nonsense: 1 } as never)).toThrow(KafkaConfigError)
    expect(() => kafka.consumer({} as never)).toThrow(KafkaConfigError)
    expect(() => kafka.admin({ nonsense: 1 } as never)).toThrow(KafkaConfigError)
  })

  it("gives all its clients one root logger, made by the user's logCreator", () => {
    const entries: LogEntry[] = []
    const kafka = new Kafka({ brokers, logLevel: logLevel.WARN, logCreator: () => entry => void entries.push(entry) })
    const { length } = entries
    kafka.admin().logger().info('quiet')
    kafka.logger().setLogLevel(logLevel.INFO)
    kafka.admin().logger().info('loud')
    expect(entries.slice(length)).toMatchObject([{ namespace: 'Admin', label: 'INFO', log: { message: 'loud' } }])
  })

  it('gives each client connections and events of its own', async () => {
    const story = await Story.start(1)
    const kafka = new Kafka({ brokers: story.addresses, logLevel: logLevel.NOTHING })
    const [one, two] = [kafka.admin(), kafka.admin()]
    const heard: string[] = []
    one.on(one.events.CONNECT, () => heard.push('one'))
    two.on(two.events.CONNECT, () => heard.push('two'))
    await one.connect()
    expect(heard).toEqual(['one'])
    await two.connect()
    await one.disconnect()
    await expect(two.listTopics()).resolves.toEqual([])
    await two.disconnect()
    await story.stop()
  })
})
