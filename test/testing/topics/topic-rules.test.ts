import { holdAgainst } from '../scripts/hold-against'
import recorded from './fixtures/kafka-4.3.1.json'
import { allScripts, topicConfigs } from './scripts/all-scripts'

holdAgainst('topics', allScripts, recorded, topicConfigs)
