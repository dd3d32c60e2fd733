import path from 'node:path'
import { allScripts } from '../../testing/transactions/scripts/all-scripts'
import { compareScripts } from './compare-scripts'

const golden = path.join(__dirname, '..', '..', 'testing', 'transactions', 'fixtures', 'kafka-4.3.1.json')

compareScripts('transactions', allScripts, golden, { 'offsets.topic.num.partitions': '4' })
