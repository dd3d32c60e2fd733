import path from 'node:path'
import { allSharedScripts } from '../../testing/security/scripts/all-shared-scripts'
import { compareScripts } from './compare-scripts'

const golden = path.join(__dirname, '..', '..', 'testing', 'security', 'fixtures', 'kafka-4.3.1.json')

compareScripts('users and quotas', allSharedScripts, golden)
