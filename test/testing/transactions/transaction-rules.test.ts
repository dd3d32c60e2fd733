import { holdAgainst } from '../scripts/hold-against'
import recorded from './fixtures/kafka-4.3.1.json'
import { allScripts } from './scripts/all-scripts'

holdAgainst('transactions', allScripts, recorded, { 'offsets.topic.num.partitions': '4' })
