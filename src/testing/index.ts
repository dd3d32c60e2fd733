export { EmbeddedKafka } from './embedded-kafka'
export type { EmbeddedKafkaOptions, ListenerOptions, SaslListenerOptions, TopicOptions } from './options'
export type { Release } from './profiles'
export type { LoggedRequest, RequestLog } from './request-log'
