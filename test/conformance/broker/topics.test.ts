import path from 'node:path'
import { allScripts, topicConfigs } from '../../testing/topics/scripts/all-scripts'
import { compareScripts } from './compare-scripts'

const golden = path.join(__dirname, '..', '..', 'testing', 'topics', 'fixtures', 'kafka-4.3.1.json')

compareScripts('topics', allScripts, golden, topicConfigs)
