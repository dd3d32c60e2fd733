import { holdAgainst } from '../scripts/hold-against'
import recorded from './fixtures/kafka-4.3.1.json'
import { adminConfigs, allScripts } from './scripts/all-scripts'

holdAgainst('admin', allScripts, recorded, adminConfigs)
