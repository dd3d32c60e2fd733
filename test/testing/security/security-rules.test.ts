import { holdAgainst } from '../scripts/hold-against'
import recorded from './fixtures/kafka-4.3.1.json'
import { allSharedScripts } from './scripts/all-shared-scripts'

holdAgainst('users and quotas', allSharedScripts, recorded)
