import path from 'node:path'
import { allScripts } from '../../testing/groups/scripts/all-scripts'
import { compareScripts } from './compare-scripts'

const golden = path.join(__dirname, '..', '..', 'testing', 'groups', 'fixtures', 'kafka-4.3.1.json')

compareScripts('groups', allScripts, golden)
