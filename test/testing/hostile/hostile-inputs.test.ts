import { holdAgainst } from '../scripts/hold-against'
import recorded from './fixtures/kafka-4.3.1.json'
import { allScripts } from './scripts/all-scripts'

holdAgainst('hostile bytes', allScripts, recorded)
